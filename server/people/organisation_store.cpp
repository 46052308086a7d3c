// SPDX-License-Identifier: Apache-2.0
#include "server/people/organisation_store.hpp"

#include <map>

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/organisation_keys.hpp"
#include "server/people/texts.hpp"

namespace dure::people {
namespace {

const std::string kSelect =
    "SELECT t.id, t.kind, t.country, t.registration_number, t.address, t.web, t.note, t.owner, a.name,"
    " t.fictitious, t.version, t.created, t.updated, t.deleted, t.merged_into"
    " FROM organisation t JOIN account a ON a.id = t.owner";
const std::string kFind = kSelect + " WHERE t.id = $1";
constexpr std::string_view kInsert =
    "INSERT INTO organisation (id, kind, country, registration_number, registration_key, address, web, "
    "web_host,"
    " note, name, name_key, search, owner, fictitious, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
constexpr std::string_view kUpdate =
    "UPDATE organisation SET kind = $2, country = $3, registration_number = $4, registration_key = $5,"
    " address = $6, web = $7, web_host = $8, note = $9, name = $10, name_key = $11, search = $12, updated = "
    "$13,"
    " version = version + 1 WHERE id = $1 AND version = $14";
constexpr std::string_view kSetDeleted =
    "UPDATE organisation SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = "
    "$4";
constexpr std::string_view kNames =
    "SELECT organisation, language, name, main FROM organisation_name WHERE organisation IN (";
constexpr std::string_view kAllNames =
    "SELECT organisation, language, name, main FROM organisation_name ORDER BY organisation, position";
constexpr std::string_view kSetMerged =
    "UPDATE organisation SET merged_into = $2, deleted = $3, updated = $4, version = version + 1"
    " WHERE id = $1 AND version = $5";
constexpr std::string_view kRemoveNames = "DELETE FROM organisation_name WHERE organisation = $1";
constexpr std::string_view kInsertName =
    "INSERT INTO organisation_name (organisation, position, language, name, main, normal)"
    " VALUES ($1, $2, $3, $4, $5, $6)";

void insert_names(db::Connection& c, const Organisation& one) {
    std::int64_t position = 0;
    for (const Name& name : one.content.names)
        c.execute(kInsertName, one.id, position++, name.language, name.name, name.primary,
                  normal_name(name.name));
}

Organisation from_row(const db::Row& row) {
    return {.id = row.text(0),
            .content = {.kind = organisation_kind(row.text(1)),
                        .country = row.text(2),
                        .registration_number = row.optional_text(3),
                        .address = row.text(4),
                        .web = row.optional_text(5),
                        .note = row.text(6)},
            .owner = row.text(7),
            .owner_name = row.text(8),
            .fictitious = row.boolean(9),
            .version = row.integer(10),
            .created = row.integer(11),
            .updated = row.integer(12),
            .deleted = row.optional_integer(13),
            .merged_into = row.optional_text(14)};
}

Name name_from(const db::Row& row) {
    return {.language = row.text(1), .name = row.text(2), .primary = row.boolean(3)};
}

void read_names(db::Connection& c, std::vector<Organisation>& list) {
    if (list.empty()) return;
    std::map<std::string, Organisation*> by_id;
    std::vector<db::Value> ids;
    for (Organisation& one : list) {
        by_id[one.id] = &one;
        ids.emplace_back(one.id);
    }
    c.run(std::string(kNames) + numbered(ids.size()) + ") ORDER BY organisation, position", ids,
          [&](const db::Row& row) { by_id.at(row.text(0))->content.names.push_back(name_from(row)); });
}

std::vector<Organisation> select(db::Connection& c, const std::string& sql,
                                 const std::vector<db::Value>& arguments) {
    std::vector<Organisation> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    read_names(c, list);
    return list;
}

}  // namespace

Keys keys_of(const OrganisationContent& content) {
    Keys keys{.name = primary_of(content.names).name};
    keys.name_key = sort_key(keys.name);
    for (const Name& name : content.names) keys.search += folded(name.name) + '\n';
    if (content.registration_number) {
        keys.registration = registration_key(content.country, *content.registration_number);
        keys.search += folded(*content.registration_number) + '\n' + *keys.registration + '\n';
    }
    if (content.web) {
        keys.host = web_host(*content.web);
        keys.search += *keys.host;
    }
    return keys;
}

void insert_organisation(db::Connection& c, const Organisation& one) {
    const auto& content = one.content;
    const Keys keys = keys_of(content);
    c.execute(kInsert, one.id, name_of(content.kind), content.country, content.registration_number,
              keys.registration, content.address, content.web, keys.host, content.note, keys.name,
              keys.name_key, keys.search, one.owner, one.fictitious, one.version, one.created, one.updated);
    insert_names(c, one);
}

std::optional<Organisation> find_organisation(db::Connection& c, const std::string& id) {
    auto found = find_organisations(c, {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Organisation> find_organisations(db::Connection& c, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    return select(c, kSelect + " WHERE t.id IN (" + numbered(ids.size()) + ")",
                  std::vector<db::Value>(ids.begin(), ids.end()));
}

bool update_organisation(db::Connection& c, const Organisation& one) {
    const auto& content = one.content;
    const Keys keys = keys_of(content);
    if (c.execute(kUpdate, one.id, name_of(content.kind), content.country, content.registration_number,
                  keys.registration, content.address, content.web, keys.host, content.note, keys.name,
                  keys.name_key, keys.search, one.updated, one.version) != 1)
        return false;
    c.execute(kRemoveNames, one.id);
    insert_names(c, one);
    return true;
}

bool set_organisation_deleted(db::Connection& c, const Organisation& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id, deleted, one.updated, one.version) == 1;
}

std::vector<Organisation> list_organisations(db::Connection& c, const OrganisationQuery& query) {
    std::string sql = kSelect + " WHERE t.search LIKE $1 ESCAPE '!' AND t.deleted IS " +
                      (query.deleted ? "NOT NULL" : "NULL");
    std::vector<db::Value> arguments{db::containing(folded(query.part))};
    const auto equal = [&](const std::string& column, const std::string& value) {
        arguments.emplace_back(value);
        sql += " AND " + column + " = $" + std::to_string(arguments.size());
    };
    if (query.kind) equal("t.kind", std::string(name_of(*query.kind)));
    if (query.country) equal("t.country", *query.country);
    order_by(query.order, query.after, sql, arguments);
    sql += " LIMIT " + std::to_string(query.limit + 1);
    return select(c, sql, arguments);
}

std::vector<Organisation> all_organisations(db::Connection& c) {
    std::vector<Organisation> list;
    c.run(kSelect + " WHERE t.deleted IS NULL ORDER BY t.id", {},
          [&](const db::Row& row) { list.push_back(from_row(row)); });
    std::map<std::string, Organisation*> by_id;
    for (Organisation& one : list) by_id[one.id] = &one;
    c.run(kAllNames, {}, [&](const db::Row& row) {
        if (const auto found = by_id.find(row.text(0)); found != by_id.end())
            found->second->content.names.push_back(name_from(row));
    });
    return list;
}

bool set_organisation_merged(db::Connection& c, const Organisation& one,
                             const std::optional<std::string>& into) {
    const auto deleted = into ? std::optional(one.updated) : std::nullopt;
    return c.execute(kSetMerged, one.id, into, deleted, one.updated, one.version) == 1;
}

Place place_of(const Organisation& one) {
    return {.name_key = sort_key(primary_of(one.content.names).name), .updated = one.updated, .id = one.id};
}

}  // namespace dure::people
