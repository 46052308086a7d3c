// SPDX-License-Identifier: Apache-2.0
#include "server/people/consent.hpp"

#include "server/people/consent_codec.hpp"
#include "server/people/place.hpp"

namespace dure::people {
namespace {

constexpr std::string_view kInForce = " AND t.withdrawn IS NULL AND t.given <= $1 AND t.expires > $1";
const std::string kSelect =
    "SELECT t.id, t.person, p.name, t.purpose, t.text_version, t.given, t.given_by, t.expires, t.withdrawn,"
    " t.withdrawn_by, t.owner, a.name, t.version, t.created, t.updated FROM consent t"
    " JOIN person p ON p.id = t.person JOIN account a ON a.id = t.owner";
constexpr std::string_view kInsert =
    "INSERT INTO consent (id, person, purpose, text_version, given, given_by, expires, owner, version, "
    "created,"
    " updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view kWithdraw =
    "UPDATE consent SET withdrawn = $2, withdrawn_by = $3, updated = $4, version = version + 1"
    " WHERE id = $1 AND version = $5 AND withdrawn IS NULL";

Consent from_row(const db::Row& row) {
    const auto withdrawn_by = row.optional_text(9);
    return {.id = row.text(0),
            .person = row.text(1),
            .person_name = row.text(2),
            .purpose = purpose_of(row.text(3)),
            .text_version = row.text(4),
            .given = row.integer(5),
            .given_by = given_by(row.text(6)),
            .expires = row.integer(7),
            .withdrawn = row.optional_integer(8),
            .withdrawn_by = withdrawn_by ? std::optional(given_by(*withdrawn_by)) : std::nullopt,
            .owner = row.text(10),
            .owner_name = row.text(11),
            .version = row.integer(12),
            .created = row.integer(13),
            .updated = row.integer(14)};
}

}  // namespace

bool consents(db::Connection& c, const std::string& person, Purpose purpose, Instant now) {
    return !consenting(c, {person}, purpose, now).empty();
}

std::set<std::string> consenting(db::Connection& c, const std::vector<std::string>& persons, Purpose purpose,
                                 Instant now) {
    std::set<std::string> found;
    if (persons.empty()) return found;
    std::vector<db::Value> arguments{now, std::string(name_of(purpose))};
    arguments.insert(arguments.end(), persons.begin(), persons.end());
    c.run(
        "SELECT DISTINCT t.person FROM consent t JOIN person p ON p.id = t.person WHERE p.deleted IS NULL"
        " AND t.purpose = $2" +
            std::string(kInForce) + " AND t.person IN (" + numbered(persons.size(), 3) + ")",
        arguments, [&](const db::Row& row) { found.insert(row.text(0)); });
    return found;
}

void insert_consent(db::Connection& c, const Consent& one) {
    c.execute(kInsert, one.id, one.person, name_of(one.purpose), one.text_version, one.given,
              name_of(one.given_by), one.expires, one.owner, one.version, one.created, one.updated);
}

std::optional<Consent> find_consent(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kSelect + " WHERE t.id = $1", id);
    return row ? std::optional(from_row(*row)) : std::nullopt;
}

bool withdraw_consent_row(db::Connection& c, const Consent& one) {
    return c.execute(kWithdraw, one.id, one.withdrawn, name_of(one.withdrawn_by.value()), one.updated,
                     one.version) == 1;
}

std::vector<Consent> consents_of(db::Connection& c, const std::string& person) {
    std::vector<Consent> list;
    for (const auto& row : c.query(kSelect + " WHERE t.person = $1 ORDER BY t.given DESC, t.id DESC", person))
        list.push_back(from_row(row));
    return list;
}

std::vector<Consent> consents_ending(db::Connection& c, Instant now, Instant until) {
    std::vector<Consent> list;
    const std::string sql =
        kSelect + " WHERE p.deleted IS NULL AND t.expires < $2" + std::string(kInForce) +
        " AND NOT EXISTS (SELECT 1 FROM consent later WHERE later.person = t.person"
        " AND later.purpose = t.purpose AND later.withdrawn IS NULL AND later.expires >= $2)"
        " ORDER BY t.expires, t.id LIMIT 500";
    for (const auto& row : c.query(sql, now, until)) list.push_back(from_row(row));
    return list;
}

}  // namespace dure::people
