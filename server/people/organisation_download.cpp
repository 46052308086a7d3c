// SPDX-License-Identifier: Apache-2.0
#include "server/people/organisation_download.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/messages.hpp"
#include "server/people/organisation_codec.hpp"

namespace dure::people {
namespace {

constexpr int kPage = 1'000;

constexpr lists::DownloadColumn kColumns[] = {{"name", "people.import.name"},
                                              {"names", "people.field.names"},
                                              {"kind", "people.field.kind"},
                                              {"country", "people.field.country"},
                                              {"registration_number", "people.field.registration_number"},
                                              {"address", "people.field.address"},
                                              {"web", "people.field.web"},
                                              {"note", "people.field.note"},
                                              {"fictitious", "people.fictitious"},
                                              {"owner_name", "people.entered"},
                                              {"updated", "people.updated"}};

tables::Cell or_nothing(const std::string& text) {
    return text.empty() ? tables::Cell() : tables::Cell(text);
}

std::string other_names(const OrganisationContent& content) {
    std::string text;
    for (const Name& name : content.names)
        if (!name.primary) text += (text.empty() ? "" : "; ") + name.name + " (" + name.language + ')';
    return text;
}

tables::Cell cell_of(const Organisation& one, std::string_view column, const lists::Download& wanted) {
    const auto& content = one.content;
    // A table that a person reads says it in their words; JSON keeps the record's.
    const bool words = wanted.form != lists::Form::json;
    const auto say = [&](const std::string& key) {
        return codec::Messages::embedded().sentence(wanted.language, key);
    };
    if (column == "name") return primary_of(content.names).name;
    if (column == "names") return or_nothing(other_names(content));
    if (column == "kind") {
        const std::string kind(name_of(content.kind));
        return words ? say("people.kind." + kind) : kind;
    }
    if (column == "country") return content.country;
    if (column == "registration_number") return or_nothing(content.registration_number.value_or(""));
    if (column == "address") return or_nothing(content.address);
    if (column == "web") return or_nothing(content.web.value_or(""));
    if (column == "note") return or_nothing(content.note);
    if (column == "fictitious")
        return or_nothing(!one.fictitious ? "" : words ? say("people.fictitious") : "true");
    if (column == "owner_name") return one.owner_name;
    return utc_text(one.updated);
}

}  // namespace

std::span<const lists::DownloadColumn> organisation_download_columns() {
    return kColumns;
}

http::Response download_organisations(db::Connection& c, OrganisationQuery query,
                                      const lists::Download& wanted) {
    std::vector<std::vector<tables::Cell>> rows;
    query.limit = kPage;
    query.after.reset();
    for (;;) {
        auto page = list_organisations(c, query);
        const bool more = page.size() > static_cast<std::size_t>(kPage);
        if (more) page.pop_back();
        for (const Organisation& one : page) {
            auto& row = rows.emplace_back();
            for (const std::size_t column : wanted.columns)
                row.push_back(cell_of(one, kColumns[column].key, wanted));
        }
        if (rows.size() > static_cast<std::size_t>(lists::kMostDownloaded)) lists::refuse_too_many();
        if (!more) break;
        query.after = place_of(page.back());
    }
    return lists::download_of(wanted, kColumns, std::move(rows), "organisations");
}

}  // namespace dure::people
