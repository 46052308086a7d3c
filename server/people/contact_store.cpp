// SPDX-License-Identifier: Apache-2.0
#include "server/people/contact_store.hpp"

#include <map>

#include "engine/base/utc_text.hpp"
#include "server/people/contact_codec.hpp"
#include "server/people/place.hpp"

namespace dure::people {
namespace {

const std::string kSelect =
    "SELECT t.id, t.kind, t.at, t.organisation, t.summary, t.next_step, t.due, t.done, o.name, t.owner, "
    "a.name,"
    " t.version, t.created, t.updated, t.deleted FROM contact_entry t JOIN account a ON a.id = t.owner"
    " LEFT JOIN organisation o ON o.id = t.organisation";
constexpr std::string_view kInsert =
    "INSERT INTO contact_entry (id, kind, at, organisation, summary, next_step, due, done, owner, version,"
    " created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
constexpr std::string_view kUpdate =
    "UPDATE contact_entry SET kind = $2, at = $3, organisation = $4, summary = $5, next_step = $6, due = $7,"
    " done = $8, updated = $9, version = version + 1 WHERE id = $1 AND version = $10";
constexpr std::string_view kSetDeleted =
    "UPDATE contact_entry SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = "
    "$4";
constexpr std::string_view kInsertPerson =
    "INSERT INTO contact_entry_person (entry, person) VALUES ($1, $2) ON CONFLICT DO NOTHING";
constexpr std::string_view kInsertAccount =
    "INSERT INTO contact_entry_account (entry, account) VALUES ($1, $2) ON CONFLICT DO NOTHING";
constexpr std::string_view kRemovePersons = "DELETE FROM contact_entry_person WHERE entry = $1";
constexpr std::string_view kRemoveAccounts = "DELETE FROM contact_entry_account WHERE entry = $1";
constexpr std::string_view kPersons =
    "SELECT l.entry, l.person, p.name FROM contact_entry_person l JOIN person p ON p.id = l.person"
    " WHERE l.entry IN (";
constexpr std::string_view kAccounts =
    "SELECT l.entry, l.account, a.name FROM contact_entry_account l JOIN account a ON a.id = l.account"
    " WHERE l.entry IN (";

void insert_parties(db::Connection& c, const Contact& one) {
    for (const auto& person : one.content.persons) c.execute(kInsertPerson, one.id, person);
    for (const auto& account : one.content.accounts) c.execute(kInsertAccount, one.id, account);
}

Instant at_of(const Contact& one) {
    return instant_from(one.content.at).value();
}
std::optional<Instant> done_of(const Contact& one) {
    return one.content.done ? std::optional(one.updated) : std::nullopt;
}

Contact from_row(const db::Row& row) {
    return {.id = row.text(0),
            .content = {.kind = contact_kind(row.text(1)),
                        .at = utc_text(row.integer(2)),
                        .organisation = row.optional_text(3),
                        .summary = row.text(4),
                        .next_step = row.text(5),
                        .due = row.optional_text(6),
                        .done = !row.null(7)},
            .organisation_name = row.optional_text(8),
            .owner = row.text(9),
            .owner_name = row.text(10),
            .version = row.integer(11),
            .created = row.integer(12),
            .updated = row.integer(13),
            .deleted = row.optional_integer(14)};
}

std::vector<Contact> select(db::Connection& c, const std::string& sql,
                            const std::vector<db::Value>& arguments) {
    std::vector<Contact> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    if (list.empty()) return list;
    std::map<std::string, Contact*> by_id;
    std::vector<db::Value> ids;
    for (Contact& one : list) {
        by_id[one.id] = &one;
        ids.emplace_back(one.id);
    }
    const std::string in = numbered(ids.size());
    c.run(std::string(kPersons) + in + ") ORDER BY l.entry, p.name_key, p.id", ids, [&](const db::Row& row) {
        Contact& one = *by_id.at(row.text(0));
        one.content.persons.push_back(row.text(1));
        one.person_names.push_back(row.text(2));
    });
    c.run(std::string(kAccounts) + in + ") ORDER BY l.entry, a.name_key, a.id", ids, [&](const db::Row& row) {
        Contact& one = *by_id.at(row.text(0));
        one.content.accounts.push_back(row.text(1));
        one.account_names.push_back(row.text(2));
    });
    return list;
}

}  // namespace

void insert_contact(db::Connection& c, const Contact& one) {
    const auto& content = one.content;
    c.execute(kInsert, one.id, name_of(content.kind), at_of(one), content.organisation, content.summary,
              content.next_step, content.due, done_of(one), one.owner, one.version, one.created, one.updated);
    insert_parties(c, one);
}

std::optional<Contact> find_contact(db::Connection& c, const std::string& id) {
    auto found = select(c, kSelect + " WHERE t.id = $1", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

bool update_contact(db::Connection& c, const Contact& one) {
    const auto& content = one.content;
    if (c.execute(kUpdate, one.id, name_of(content.kind), at_of(one), content.organisation, content.summary,
                  content.next_step, content.due, done_of(one), one.updated, one.version) != 1)
        return false;
    c.execute(kRemovePersons, one.id);
    c.execute(kRemoveAccounts, one.id);
    insert_parties(c, one);
    return true;
}

bool set_contact_deleted(db::Connection& c, const Contact& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id, deleted, one.updated, one.version) == 1;
}

std::vector<Contact> list_contacts(db::Connection& c, const ContactQuery& query) {
    std::string sql = kSelect + " WHERE t.deleted IS NULL";
    std::vector<db::Value> arguments;
    const auto next = [&](db::Value value) {
        arguments.push_back(std::move(value));
        return '$' + std::to_string(arguments.size());
    };
    if (query.organisation) sql += " AND t.organisation = " + next(*query.organisation);
    if (query.person)
        sql += " AND EXISTS (SELECT 1 FROM contact_entry_person l WHERE l.entry = t.id AND l.person = " +
               next(*query.person) + ")";
    if (query.open) sql += " AND t.due IS NOT NULL AND t.done IS NULL";
    if (query.after) {
        const std::string at = next(query.after->at);
        sql += " AND (t.at, t.id) < (" + at + ", " + next(query.after->id) + ")";
    }
    sql += " ORDER BY t.at DESC, t.id DESC LIMIT " + std::to_string(query.limit + 1);
    return select(c, sql, arguments);
}

ContactPlace place_of(const Contact& one) {
    return {.at = at_of(one), .id = one.id};
}

}  // namespace dure::people
