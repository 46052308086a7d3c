// SPDX-License-Identifier: Apache-2.0
#include "server/people/organisation_import.hpp"

#include <algorithm>
#include <map>

#include "server/audit/audit.hpp"
#include "server/people/organisation_bulk.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"
#include "server/people/policy.hpp"
#include "server/people/texts.hpp"

namespace dure::people {
namespace {

using imports::By;
using imports::CellError;
using imports::Row;
using imports::Twin;
using imports::Wish;
using imports::Written;

/// In the order of the columns below.
enum At : std::size_t { kName, kNameEn, kKind, kCountry, kNumber, kAddress, kWeb, kNote };

std::vector<imports::Column> columns() {
    using enum imports::Type;
    return {
        {.key = "name",
         .type = text,
         .required = true,
         .label = "people.import.name",
         .headings = {"기관명", "회사명", "기업명", "업체명", "상호", "법인명", "이름", "명칭", "company",
                      "organisation", "organization"},
         .longest = 300,
         .example = "(주)두레전자 (지어낸 보기)"},
        {.key = "name_en",
         .type = text,
         .label = "people.import.name_en",
         .headings = {"영문명", "영문 기관명", "영문 회사명", "영문 상호", "english name"},
         .longest = 300,
         .example = "Dure Electronics (made up)"},
        {.key = "kind",
         .type = choice,
         .required = true,
         .label = "people.field.kind",
         .headings = {"구분", "유형", "기관 유형", "기관구분", "분류", "type"},
         .choices = {"company", "university", "institute", "agency", "association", "cluster", "ministry",
                     "city"},
         .choice_labels = "people.kind.",
         .example = "기업"},
        {.key = "country",
         .type = country,
         .required = true,
         .label = "people.field.country",
         .headings = {"소재국", "국적", "nation"},
         .example = "대한민국"},
        {.key = "registration_number",
         .type = text,
         .label = "people.field.registration_number",
         .headings = {"사업자번호", "사업자등록번호", "사업자 등록 번호", "법인등록번호", "business number"},
         .longest = 50,
         .example = "123-45-67891"},
        {.key = "address",
         .type = text,
         .label = "people.field.address",
         .headings = {"소재지", "본사 주소", "주소지"},
         .longest = 500},
        {.key = "web",
         .type = text,
         .label = "people.field.web",
         .headings = {"홈페이지", "누리집", "웹사이트", "homepage", "url", "web"},
         .longest = 500,
         .example = "https://www.example.org"},
        {.key = "note",
         .type = text,
         .label = "people.field.note",
         .headings = {"비고", "메모", "remarks"},
         .longest = 5000},
    };
}

/// The language that the script of a name tells; of Latin letters none is told.
std::string language_of(std::string_view name) {
    bool han = false;
    for (std::size_t i = 0; i + 2 < name.size(); ++i) {
        const auto a = static_cast<unsigned char>(name[i]);
        if ((a & 0xF0) != 0xE0) continue;
        const unsigned c = (a & 0x0Fu) << 12 | (static_cast<unsigned char>(name[i + 1]) & 0x3Fu) << 6 |
                           (static_cast<unsigned char>(name[i + 2]) & 0x3Fu);
        if (c >= 0xAC00 && c <= 0xD7A3) return "ko";
        if (c >= 0x3040 && c <= 0x30FF) return "ja";
        han = han || (c >= 0x4E00 && c <= 0x9FFF);
    }
    return han ? "zh" : "und";
}

std::optional<std::string> whole_address(const std::string& web) {
    if (web.empty()) return std::nullopt;
    return web.find("://") == std::string::npos ? "https://" + web : web;
}

std::optional<std::string> or_none(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

/// The content of a row that `check` found good.
OrganisationContent content_of(const Row& row) {
    OrganisationContent content{.kind = organisation_kind(row.text(kKind)),
                                .country = row.text(kCountry),
                                .registration_number = or_none(row.text(kNumber)),
                                .address = row.text(kAddress),
                                .web = whole_address(row.text(kWeb)),
                                .note = row.text(kNote)};
    const std::string name = row.text(kName), english = row.text(kNameEn);
    content.names.push_back({.language = language_of(name), .name = name, .primary = true});
    if (!english.empty() && english != name) content.names.push_back({.language = "en", .name = english});
    if (content.registration_number)
        content.registration_number =
            registration_number(content.country, *content.registration_number).value();
    return content;
}

std::shared_ptr<const void> prepare(const Row& row) {
    return std::make_shared<const PreparedOrganisation>(content_of(row));
}

std::shared_ptr<const PreparedOrganisation> prepared(const Row& row) {
    return std::static_pointer_cast<const PreparedOrganisation>(row.prepared);
}

std::vector<CellError> check(const Row& row) {
    std::vector<CellError> errors;
    for (const std::size_t column : {kName, kNameEn})
        if (const std::string name = row.text(column); !name.empty() && !is_line(name))
            errors.push_back({.column = column, .error = {.code = "names.blank"}});
    if (!is_country(row.text(kCountry)))
        errors.push_back(
            {.column = kCountry,
             .error = {.code = "imports.unknown_country", .params = {{"found", row.text(kCountry)}}}});
    else if (const std::string number = row.text(kNumber); !number.empty())
        if (const auto read = registration_number(row.text(kCountry), number); !read)
            errors.push_back({.column = kNumber, .error = read.error()});
    if (const auto web = whole_address(row.text(kWeb)); web && !is_web_address(*web))
        errors.push_back({.column = kWeb,
                          .error = {.code = "imports.bad_web", .params = {{"found", row.text(kWeb)}}},
                          .instead = {}});
    return errors;
}

std::optional<std::string> registration_of(const Row& row) {
    const auto number = or_none(row.text(kNumber));
    if (!number) return std::nullopt;
    return registration_key(row.text(kCountry), *number);
}

std::vector<std::string> keys(const Row& row) {
    std::vector<std::string> texts;
    if (auto registration = registration_of(row)) texts.push_back(std::move(*registration));
    texts.push_back("n:" + row.text(kCountry) + ':' + normal_name(row.text(kName)));
    return texts;
}

std::vector<std::string> normal_names(const Row& row) {
    if (row.prepared) return prepared(row)->normal_names;
    std::vector<std::string> names;
    for (const std::size_t column : {kName, kNameEn})
        if (const std::string name = row.text(column); !name.empty()) names.push_back(normal_name(name));
    return names;
}

/// By number, else by one of the names. A number that differs says that a name is shared by chance.
std::vector<Twin> find_twins(db::Connection& c, std::span<const Row> rows) {
    std::multimap<std::string, std::size_t> by_number, by_name;
    std::vector<std::string> numbers, names;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (auto registration = registration_of(rows[i])) {
            numbers.push_back(*registration);
            by_number.emplace(std::move(*registration), i);
        }
        for (std::string& normal : normal_names(rows[i])) {
            names.push_back(normal);
            by_name.emplace(std::move(normal), i);
        }
    }
    std::vector<Twin> twins;
    const auto add = [&](const std::vector<Lookalike>& found, const auto& rows_of, const char* reason) {
        for (const Lookalike& one : found)
            for (auto [at, end] = rows_of.equal_range(one.key); at != end; ++at) {
                const bool known = std::ranges::any_of(
                    twins, [&](const Twin& twin) { return twin.row == at->second && twin.record == one.id; });
                if (!known)
                    twins.push_back(
                        {.row = at->second, .record = one.id, .name = one.name, .reason = reason});
            }
    };
    add(with_registrations(c, numbers), by_number, "registration_number");
    add(with_normal_names(c, names), by_name, "name");
    return twins;
}

/// What the row says over what the record holds; empty cells change nothing.
OrganisationContent merged(OrganisationContent content, const OrganisationContent& row) {
    content.kind = row.kind;
    content.country = row.country;
    if (row.registration_number) content.registration_number = row.registration_number;
    if (!row.address.empty()) content.address = row.address;
    if (row.web) content.web = row.web;
    if (!row.note.empty()) content.note = row.note;
    for (const Name& name : row.names) {
        const bool known =
            std::ranges::any_of(content.names, [&](const Name& one) { return one.name == name.name; });
        if (known || content.names.size() >= 30) continue;
        content.names.push_back({.language = name.language, .name = name.name});
    }
    return content;
}

auth::Actor actor_of(const By& by) {
    return {.account = by.account};
}

std::vector<Written> write(const Office& office, db::Connection& c, std::span<const Wish> wishes,
                           const By& by) {
    const auth::Actor actor = actor_of(by);
    const Who who{actor, by.request_id};
    const Instant now = office.clock();
    std::vector<NewOrganisation> fresh;
    std::vector<Written> written;
    for (const Wish& wish : wishes) {
        auto known = wish.record ? find_organisation(c, *wish.record) : std::nullopt;
        if (known && !known->deleted) {
            const std::string before = encode(known->content);
            const auto after = replace_organisation(
                c, office, *known, merged(known->content, prepared(*wish.row)->content), who);
            if (after.version == known->version) continue;  // it says nothing new
            written.push_back(
                {.row = wish.row->number, .record = after.id, .version = after.version, .before = before});
            continue;
        }
        fresh.push_back({.id = office.ids.next(), .prepared = prepared(*wish.row)});
        written.push_back({.row = wish.row->number, .record = fresh.back().id, .version = 1});
    }
    create_organisations(c, fresh, now, who);
    return written;
}

std::vector<imports::Kept> undo(const Office& office, db::Connection& c, std::span<const Written> written,
                                const By& by, bool only_look) {
    const auth::Actor actor = actor_of(by);
    const Who who{actor, by.request_id};
    std::vector<imports::Kept> kept;
    std::vector<Organisation> gone;
    for (std::size_t begin = 0; begin < written.size(); begin += 200) {
        const auto part = written.subspan(begin, std::min<std::size_t>(200, written.size() - begin));
        std::vector<std::string> ids;
        for (const Written& one : part) ids.push_back(one.record);
        std::map<std::string, Organisation> records;
        for (Organisation& one : find_organisations(c, ids)) records.emplace(one.id, std::move(one));
        for (const Written& one : part) {
            const auto found = records.find(one.record);
            if (found == records.end()) continue;
            Organisation& record = found->second;
            if (record.deleted && !one.before) continue;  // gone already
            if (record.version != one.version) {
                kept.push_back({.record = record.id,
                                .name = primary_of(record.content.names).name,
                                .error = {.code = "imports.record_changed"}});
                continue;
            }
            if (only_look) continue;
            if (one.before)
                replace_organisation(c, office, std::move(record), decode_organisation(*one.before).value(),
                                     who);
            else
                gone.push_back(std::move(record));
        }
    }
    remove_organisations(c, office, std::move(gone), who);
    return kept;
}

}  // namespace

imports::Resource organisation_resource(const Office& office) {
    return {.key = "organisations",
            .page = "/organisations/",
            .may = kEditors,
            .columns = columns(),
            .check = check,
            .keys = keys,
            .prepare = prepare,
            .find_twins = find_twins,
            .write = [office](db::Connection& c, std::span<const Wish> wishes,
                              const By& by) { return write(office, c, wishes, by); },
            .undo = [office](db::Connection& c, std::span<const Written> written, const By& by,
                             bool only_look) { return undo(office, c, written, by, only_look); }};
}

}  // namespace dure::people
