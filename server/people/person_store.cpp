// SPDX-License-Identifier: Apache-2.0
#include "server/people/person_store.hpp"

#include <algorithm>
#include <map>

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/people/person_codec.hpp"

namespace dure::people {
namespace {

const std::string kSelect =
    "SELECT t.id, t.title, t.email, t.telephone, t.languages, t.note, t.owner, a.name, t.fictitious, "
    "t.version,"
    " t.created, t.updated, t.deleted, t.erased FROM person t JOIN account a ON a.id = t.owner";
constexpr std::string_view kInsert =
    "INSERT INTO person (id, title, email, telephone, languages, note, name, name_key, search, owner,"
    " fictitious, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
constexpr std::string_view kUpdate =
    "UPDATE person SET title = $2, email = $3, telephone = $4, languages = $5, note = $6, name = $7,"
    " name_key = $8, search = $9, updated = $10, version = version + 1 WHERE id = $1 AND version = $11";
constexpr std::string_view kSetDeleted =
    "UPDATE person SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = $4";
constexpr std::string_view kErase =
    "UPDATE person SET title = '', email = NULL, telephone = NULL, languages = '[]', note = '', name = '',"
    " name_key = '', search = '', erased = $2, deleted = $2, updated = $2, version = version + 1"
    " WHERE id = $1 AND version = $3";
constexpr std::string_view kNames = "SELECT person, language, name, main FROM person_name WHERE person IN (";
constexpr std::string_view kRemoveNames = "DELETE FROM person_name WHERE person = $1";
constexpr std::string_view kInsertName =
    "INSERT INTO person_name (person, position, language, name, main) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view kEmployments =
    "SELECT e.person, e.organisation, e.job, e.first_day, e.last_day, o.name FROM employment e"
    " JOIN organisation o ON o.id = e.organisation WHERE e.person IN (";
constexpr std::string_view kEmploymentRows =
    "SELECT organisation, job, first_day, last_day, id FROM employment WHERE person = $1 ORDER BY position";
constexpr std::string_view kInsertEmployment =
    "INSERT INTO employment (id, person, position, organisation, job, first_day, last_day)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr std::string_view kPlaceEmployment = "UPDATE employment SET position = $2 WHERE id = $1";
constexpr std::string_view kRemoveEmployment = "DELETE FROM employment WHERE id = $1";
constexpr std::string_view kRemoveEmployments = "DELETE FROM employment WHERE person = $1";
constexpr std::string_view kTouchColleagues =
    "UPDATE person SET version = version + 1 WHERE id IN (SELECT person FROM employment WHERE organisation = "
    "$1)";

/// What a record is looked for by and ordered by.
struct Keys {
    std::string name, name_key, search;
};
Keys keys_of(const PersonContent& content) {
    Keys keys{.name = primary_of(content.names).name};
    keys.name_key = sort_key(keys.name);
    for (const Name& name : content.names) keys.search += folded(name.name) + '\n';
    if (content.email) keys.search += folded(*content.email);
    return keys;
}

void insert_names(db::Connection& c, const Person& one) {
    std::int64_t position = 0;
    for (const Name& name : one.content.names)
        c.execute(kInsertName, one.id, position++, name.language, name.name, name.primary);
}

/// Rows that say the same stay, so that what knows them by their id still finds them.
void write_employments(db::Connection& c, const Person& one, IdMaker& ids) {
    std::vector<std::pair<Employment, std::string>> rows;
    for (const auto& row : c.query(kEmploymentRows, one.id))
        rows.emplace_back(Employment{.organisation = row.text(0),
                                     .job = row.text(1),
                                     .first_day = row.optional_text(2),
                                     .last_day = row.optional_text(3)},
                          row.text(4));
    std::int64_t position = 0;
    for (const Employment& wanted : one.content.employments) {
        const auto known = std::ranges::find(rows, wanted, &std::pair<Employment, std::string>::first);
        if (known != rows.end()) {
            c.execute(kPlaceEmployment, known->second, position++);
            rows.erase(known);
        } else {
            c.execute(kInsertEmployment, ids.next(), one.id, position++, wanted.organisation, wanted.job,
                      wanted.first_day, wanted.last_day);
        }
    }
    for (const auto& [gone, id] : rows) c.execute(kRemoveEmployment, id);
}

Person from_row(const db::Row& row) {
    return {.id = row.text(0),
            .content = {.title = row.text(1),
                        .email = row.optional_text(2),
                        .telephone = row.optional_text(3),
                        .languages = decode_languages(row.text(4)),
                        .note = row.text(5)},
            .owner = row.text(6),
            .owner_name = row.text(7),
            .fictitious = row.boolean(8),
            .version = row.integer(9),
            .created = row.integer(10),
            .updated = row.integer(11),
            .deleted = row.optional_integer(12),
            .erased = row.optional_integer(13)};
}

std::vector<Person> select(db::Connection& c, const std::string& sql,
                           const std::vector<db::Value>& arguments) {
    std::vector<Person> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    if (list.empty()) return list;
    std::map<std::string, Person*> by_id;
    std::vector<db::Value> ids;
    for (Person& one : list) {
        by_id[one.id] = &one;
        ids.emplace_back(one.id);
    }
    const std::string in = numbered(ids.size());
    c.run(std::string(kNames) + in + ") ORDER BY person, position", ids, [&](const db::Row& row) {
        by_id.at(row.text(0))
            ->content.names.push_back(
                {.language = row.text(1), .name = row.text(2), .primary = row.boolean(3)});
    });
    c.run(std::string(kEmployments) + in + ") ORDER BY e.person, e.position", ids, [&](const db::Row& row) {
        Person& one = *by_id.at(row.text(0));
        one.content.employments.push_back({.organisation = row.text(1),
                                           .job = row.text(2),
                                           .first_day = row.optional_text(3),
                                           .last_day = row.optional_text(4)});
        one.organisation_names.push_back(row.text(5));
    });
    return list;
}

}  // namespace

void insert_person(db::Connection& c, const Person& one, IdMaker& ids) {
    const auto& content = one.content;
    const Keys keys = keys_of(content);
    c.execute(kInsert, one.id, content.title, content.email, content.telephone,
              encode_languages(content.languages), content.note, keys.name, keys.name_key, keys.search,
              one.owner, one.fictitious, one.version, one.created, one.updated);
    insert_names(c, one);
    write_employments(c, one, ids);
}

std::optional<Person> find_person(db::Connection& c, const std::string& id) {
    auto found = find_persons(c, {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Person> find_persons(db::Connection& c, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    return select(c, kSelect + " WHERE t.id IN (" + numbered(ids.size()) + ")",
                  std::vector<db::Value>(ids.begin(), ids.end()));
}

bool update_person(db::Connection& c, const Person& one, IdMaker& ids) {
    const auto& content = one.content;
    const Keys keys = keys_of(content);
    if (c.execute(kUpdate, one.id, content.title, content.email, content.telephone,
                  encode_languages(content.languages), content.note, keys.name, keys.name_key, keys.search,
                  one.updated, one.version) != 1)
        return false;
    c.execute(kRemoveNames, one.id);
    insert_names(c, one);
    write_employments(c, one, ids);
    return true;
}

bool set_person_deleted(db::Connection& c, const Person& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id, deleted, one.updated, one.version) == 1;
}

bool erase_person_row(db::Connection& c, const Person& one, Instant now) {
    if (c.execute(kErase, one.id, now, one.version) != 1) return false;
    c.execute(kRemoveNames, one.id);
    c.execute(kRemoveEmployments, one.id);
    return true;
}

std::vector<Person> list_persons(db::Connection& c, const PersonQuery& query) {
    std::vector<db::Value> arguments{db::containing(folded(query.part))};
    const auto next = [&](const std::string& value) {
        arguments.emplace_back(value);
        return '$' + std::to_string(arguments.size());
    };
    std::string sql = kSelect +
                      " WHERE t.erased IS NULL AND (t.search LIKE $1 ESCAPE '!' OR EXISTS (SELECT 1 FROM "
                      "employment e JOIN organisation o ON o.id = e.organisation WHERE e.person = t.id AND "
                      "o.search LIKE $1 ESCAPE '!')) AND t.deleted IS " +
                      (query.deleted ? "NOT NULL" : "NULL");
    if (query.organisation) {
        sql += " AND EXISTS (SELECT 1 FROM employment e WHERE e.person = t.id AND e.organisation = " +
               next(*query.organisation);
        if (!query.today.empty()) {
            const std::string today = next(query.today);
            sql += " AND (e.first_day IS NULL OR e.first_day <= " + today +
                   ") AND (e.last_day IS NULL OR e.last_day >= " + today + ")";
        }
        sql += ")";
    }
    if (query.language)
        sql += " AND t.languages LIKE " + next(db::containing('"' + *query.language + '"')) + " ESCAPE '!'";
    order_by(query.order, query.after, sql, arguments);
    sql += " LIMIT " + std::to_string(query.limit + 1);
    return select(c, sql, arguments);
}

Place place_of(const Person& one) {
    return {.name_key = sort_key(primary_of(one.content.names).name), .updated = one.updated, .id = one.id};
}

std::vector<Reference> own_references() {
    // A person's tag covers where they work: it changes with the organisation.
    Reference employment = reference_by({.name = "employment", .table = "employment", .versioned = false});
    const auto touching = [](auto action) {
        return [action](db::Connection& c, const Redirection& way, const auto&... more) {
            c.execute(kTouchColleagues, way.from);
            return action(c, way, more...);
        };
    };
    employment.redirect = touching(employment.redirect);
    employment.take_back = touching(employment.take_back);
    return {employment, reference_by({.name = "contact_entry", .table = "contact_entry"})};
}

}  // namespace dure::people
