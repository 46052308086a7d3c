// SPDX-License-Identifier: Apache-2.0
#include "server/people/organisation_bulk.hpp"

#include <algorithm>

#include "server/people/organisation_codec.hpp"
#include "server/people/place.hpp"

namespace dure::people {
namespace {

/// Below what either database takes as parameters of one statement.
constexpr std::size_t kKeysAtOnce = 400;

db::Value value_of(const std::optional<std::string>& text) {
    return text ? db::Value(*text) : db::Value(nullptr);
}

std::vector<Lookalike> looking_like(db::Connection& c, const std::string& select,
                                    std::vector<std::string> keys) {
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<Lookalike> found;
    for (std::size_t begin = 0; begin < keys.size(); begin += kKeysAtOnce) {
        const auto count = std::min(kKeysAtOnce, keys.size() - begin);
        // Always as many parameters, so that the database prepares one statement: the last key fills the
        // rest.
        std::vector<db::Value> arguments;
        for (std::size_t i = 0; i < kKeysAtOnce; ++i)
            arguments.emplace_back(keys[begin + std::min(i, count - 1)]);
        c.run(select + numbered(kKeysAtOnce) + ")", arguments, [&](const db::Row& row) {
            found.push_back({.id = row.text(0), .name = row.text(1), .key = row.text(2)});
        });
    }
    return found;
}

}  // namespace

PreparedOrganisation::PreparedOrganisation(OrganisationContent of)
    : content(std::move(of)), keys(keys_of(content)), json(encode(content)) {
    for (const Name& name : content.names) normal_names.push_back(normal_name(name.name));
}

void insert_organisations(db::Connection& c, std::span<const NewOrganisation> list, const std::string& owner,
                          Instant now) {
    constexpr std::string_view columns[] = {"id",
                                            "kind",
                                            "country",
                                            "registration_number",
                                            "registration_key",
                                            "address",
                                            "web",
                                            "web_host",
                                            "note",
                                            "name",
                                            "name_key",
                                            "search",
                                            "owner",
                                            "fictitious",
                                            "version",
                                            "created",
                                            "updated"};
    constexpr std::string_view name_columns[] = {"organisation", "position", "language",
                                                 "name",         "main",     "normal"};
    std::vector<std::vector<db::Value>> rows, names;
    rows.reserve(list.size());
    for (const NewOrganisation& one : list) {
        const auto& [content, keys, normal_names, json] = *one.prepared;
        rows.push_back({one.id, std::string(name_of(content.kind)), content.country,
                        value_of(content.registration_number), value_of(keys.registration), content.address,
                        value_of(content.web), value_of(keys.host), content.note, keys.name, keys.name_key,
                        keys.search, owner, std::int64_t{0}, std::int64_t{1}, now, now});
        for (std::size_t i = 0; i < content.names.size(); ++i) {
            const Name& name = content.names[i];
            names.push_back({one.id, static_cast<std::int64_t>(i), name.language, name.name,
                             std::int64_t{name.primary}, normal_names[i]});
        }
    }
    c.insert_many("organisation", columns, rows);
    c.insert_many("organisation_name", name_columns, names);
}

void put_organisations_away(db::Connection& c, std::span<const Organisation> list, Instant now) {
    static const std::string sql =
        "UPDATE organisation SET deleted = $1, updated = $1, version = version + 1 WHERE id IN (" +
        numbered(kKeysAtOnce, 2) + ")";
    for (std::size_t begin = 0; begin < list.size(); begin += kKeysAtOnce) {
        const auto count = std::min(kKeysAtOnce, list.size() - begin);
        std::vector<db::Value> arguments{now};
        for (std::size_t i = 0; i < kKeysAtOnce; ++i)
            arguments.emplace_back(list[begin + std::min(i, count - 1)].id);
        c.run(sql, arguments, nullptr);
    }
}

std::vector<Lookalike> with_registrations(db::Connection& c, const std::vector<std::string>& keys) {
    static const std::string select =
        "SELECT id, name, registration_key FROM organisation WHERE deleted IS NULL AND registration_key IN (";
    return looking_like(c, select, keys);
}

std::vector<Lookalike> with_normal_names(db::Connection& c, const std::vector<std::string>& names) {
    static const std::string select =
        "SELECT o.id, o.name, n.normal FROM organisation_name n JOIN organisation o ON o.id = n.organisation"
        " WHERE o.deleted IS NULL AND n.normal IN (";
    return looking_like(c, select, names);
}

}  // namespace dure::people
