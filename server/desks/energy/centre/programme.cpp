// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/programme.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/codec/messages.hpp"
#include "server/desks/energy/centre/linked.hpp"
#include "server/desks/energy/centre/programme_described.hpp"
#include "server/people/texts.hpp"

namespace dure::desks::energy {

using codec::optional;
using codec::required;

namespace {

/// A day, or no more of it than a source says: 2018, 2018-11, 2018-11-15.
bool is_part_of_day(std::string_view text) {
    constexpr std::string_view whole = "2000-01-01";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    return people::is_day(std::string(text) + std::string(whole.substr(text.size())));
}
bool is_link(std::string_view text) {
    return people::is_web_address(text);
}
bool is_language(std::string_view text) {
    return text == "ko" || text == "en";
}
void check_line(const std::string& text, std::string_view pointer, codec::Reader& reader) {
    if (!people::is_line(text)) reader.refuse("names.blank", {}, pointer);
}

/// Schema Programme.
struct ProgrammeView : ProgrammeContent {
    std::string id;
    std::vector<LinkedRecord> linked;
    bool fictitious = false;
    std::string owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(ProgrammeView, (ProgrammeContent),
                      (id, linked, fictitious, owner_name, version, created, updated, deleted, actions))

constexpr lists::DownloadColumn kColumns[] = {
    {"title", "programme.field.title"},     {"kind", "programme.field.kind"},
    {"begins", "programme.field.begins"},   {"ends", "programme.field.ends"},
    {"results", "programme.field.results"}, {"fictitious", "people.fictitious"},
    {"updated", "people.updated"}};

}  // namespace

std::span<const codec::Rule> json_rules(const ProgrammeMoney*) {
    static const codec::Rule list[] = {
        required("payer").length(1, 200), required("amount").at_least(0).at_most(1e15),
        optional("year").at_least(1990).at_most(2100), required("source").length(1, 500)};
    return list;
}
void json_check(const ProgrammeMoney& one, codec::Reader& reader) {
    check_line(one.payer, "/payer", reader);
    check_line(one.source, "/source", reader);
}
std::span<const codec::Rule> json_rules(const ProgrammeResult*) {
    static const codec::Rule list[] = {required("year").at_least(1990).at_most(2100),
                                       optional("beneficiaries").at_least(0).at_most(1e9),
                                       optional("counted").length(0, 100),
                                       optional("jobs").at_least(-1e6).at_most(1e6),
                                       optional("sales").at_least(0).at_most(1e15),
                                       optional("sales_percent").at_least(-100).at_most(1e4),
                                       optional("saved_mwh").at_least(-1e9).at_most(1e9),
                                       optional("saved_toe").at_least(-1e9).at_most(1e9),
                                       optional("saved_t").at_least(-1e9).at_most(1e9),
                                       required("source").length(1, 500),
                                       optional("link").length(1, 500).format("https://…", is_link),
                                       optional("note").length(0, 2000)};
    return list;
}
void json_check(const ProgrammeResult& one, codec::Reader& reader) {
    check_line(one.source, "/source", reader);
    if (!one.beneficiaries && !one.jobs && !one.sales && !one.sales_percent && !one.saved_mwh &&
        !one.saved_toe && !one.saved_t)
        reader.refuse("programme.nothing_counted", {}, "/beneficiaries");
}
std::span<const codec::Rule> json_rules(const ProgrammeContent*) {
    static const codec::Rule list[] = {required("title").length(1, 200),
                                       optional("language").format("ko", is_language),
                                       optional("summary").length(0, 5000),
                                       optional("responsible").length(0, 200),
                                       required("kind"),
                                       required("begins").format("2026, 2026-11, 2026-11-27", is_part_of_day),
                                       optional("ends").format("2026, 2026-11, 2026-11-27", is_part_of_day),
                                       optional("currency").format("KRW", is_currency),
                                       optional("money").items(0, 100),
                                       optional("results").items(0, 200),
                                       optional("measures").items(0, 200).length(1, 200)};
    return list;
}
void json_check(const ProgrammeContent& one, codec::Reader& reader) {
    check_line(one.title, "/title", reader);
    // No more of either is compared than both say.
    const std::size_t said = std::min(one.begins.size(), one.ends ? one.ends->size() : 0);
    if (one.ends && one.ends->substr(0, said) < one.begins.substr(0, said))
        reader.refuse("measure.ends_before_it_begins", {}, "/ends");
}

Checked<ProgrammeContent> decode_programme(std::string_view json) {
    auto content = codec::decode<ProgrammeContent>(json);
    if (content) std::ranges::stable_sort(content->results, {}, &ProgrammeResult::year);
    return content;
}
Checked<std::vector<ProgrammeContent>> decode_programmes(std::string_view json) {
    return codec::decode<std::vector<ProgrammeContent>>(json);
}
std::string encode(const ProgrammeContent& content) {
    return codec::encode(content);
}
ProgrammeContent programme_in(const Kept& one) {
    auto content = decode_programme(one.content);
    if (!content) throw std::runtime_error("a programme cannot be read: " + one.id);
    return std::move(*content);
}

ProgrammeResource::ProgrammeResource() {
    table = "energy_programme";
    noun = "energy_programme";
    parameter = "programme_id";
}

Checked<Written> ProgrammeResource::read(std::string_view json) const {
    const auto content = decode_programme(json);
    if (!content) return std::unexpected(content.error());
    Errors errors;
    check_ids(content->measures, "/measures", errors);
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return Written{.name = content->title,
                   .search = folded(content->title) + '\n' + folded(content->summary),
                   .content = encode(*content)};
}

std::string ProgrammeResource::present(db::Connection& c, const Kept& one, const auth::Actor& reader) const {
    ProgrammeView view{{programme_in(one)}};
    view.id = one.id;
    view.linked = linked_records(c, "energy_measure", view.measures);
    view.fictitious = one.fictitious;
    view.owner_name = one.owner_name;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    view.actions = actions_on(*this, one, reader);
    return codec::encode(view);
}

Listing ProgrammeResource::listing(http::Query& query) const {
    constexpr std::string_view orders[] = {"title", "-title", "begins", "-begins", "updated", "-updated"};
    const std::string part = folded(query.text("q").value_or(""));
    const auto kind = query.choice<ProgrammeKind>("kind");
    const auto order = query.choice("sort", orders).value_or(0);
    return {.place = [=](const Kept& one) -> std::optional<Place> {
                if (!one.search.contains(part)) return std::nullopt;
                const ProgrammeContent content = programme_in(one);
                if (kind && content.kind != *kind) return std::nullopt;
                return Place{.text = order / 2 == 0   ? sort_key(content.title)
                                     : order / 2 == 1 ? content.begins
                                                      : utc_text(one.updated),
                             .id = one.id};
            },
            .down = order % 2 == 1,
            .deleted = query.boolean("deleted", false)};
}

std::span<const lists::DownloadColumn> ProgrammeResource::columns() const {
    return kColumns;
}

tables::Cell ProgrammeResource::cell(const Kept& one, std::string_view column,
                                     const lists::Download& wanted) const {
    const ProgrammeContent content = programme_in(one);
    const bool words = wanted.form != lists::Form::json;
    const auto say = [&](const std::string& key) {
        return codec::Messages::embedded().sentence(wanted.language, key);
    };
    if (column == "title") return content.title;
    if (column == "kind") {
        const std::string kind = boost::describe::enum_to_string(content.kind, "");
        return words ? say("programme.kind." + kind) : kind;
    }
    if (column == "begins") return content.begins;
    if (column == "ends") return content.ends ? tables::Cell(*content.ends) : tables::Cell();
    if (column == "results") return static_cast<double>(content.results.size());
    if (column == "fictitious")
        return !one.fictitious ? tables::Cell() : words ? say("people.fictitious") : "true";
    return utc_text(one.updated);
}

}  // namespace dure::desks::energy
