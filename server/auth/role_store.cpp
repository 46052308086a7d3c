// SPDX-License-Identifier: Apache-2.0
#include "server/auth/role_store.hpp"

#include "server/auth/views.hpp"

namespace dure::auth {
namespace {

const std::string kGrant =
    "SELECT id, account, role, organisation, valid_from, valid_until, version, created, updated FROM "
    "role_grant";
const std::string kFindGrant = kGrant + " WHERE account = $1 AND id = $2";
const std::string kListGrants = kGrant + " WHERE account = $1 ORDER BY valid_from DESC, id DESC";
constexpr std::string_view kInsertGrant =
    "INSERT INTO role_grant (id, account, role, organisation, valid_from, valid_until, version, created, "
    "updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view kUpdateGrant =
    "UPDATE role_grant SET valid_until = $2, version = version + 1, updated = $3 WHERE id = $1 AND version = "
    "$4";

const std::string kDeputy =
    "SELECT d.id, d.account, d.deputy, a.name, b.name, d.valid_from, d.valid_until, d.version, d.created, "
    "d.updated FROM deputy d JOIN account a ON a.id = d.account JOIN account b ON b.id = d.deputy";
const std::string kFindDeputy = kDeputy + " WHERE d.account = $1 AND d.id = $2";
const std::string kListDeputies = kDeputy + " WHERE d.account = $1 ORDER BY d.valid_from DESC, d.id DESC";
const std::string kDeputisedBy =
    kDeputy +
    " WHERE d.deputy = $1 AND d.valid_from <= $2 AND d.valid_until > $2 AND a.active = 1 ORDER BY d.id";
constexpr std::string_view kInsertDeputy =
    "INSERT INTO deputy (id, account, deputy, valid_from, valid_until, version, created, updated) VALUES "
    "($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kUpdateDeputy =
    "UPDATE deputy SET valid_until = $2, version = version + 1, updated = $3 WHERE id = $1 AND version = $4";

constexpr std::string_view kOwn =
    "SELECT role, valid_from, valid_until FROM role_grant WHERE account = $1 AND (valid_until IS NULL OR "
    "valid_until > $2)";
constexpr std::string_view kDeputised =
    "SELECT g.role, g.valid_from, g.valid_until, d.valid_from, d.valid_until FROM deputy d JOIN account a ON "
    "a.id = d.account JOIN role_grant g ON g.account = d.account WHERE d.deputy = $1 AND d.valid_until > $2 "
    "AND a.active = 1 AND (g.valid_until IS NULL OR g.valid_until > $2)";
constexpr std::string_view kRolesOf =
    "SELECT account, role FROM role_grant WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > "
    "$1) AND account IN (";
constexpr std::string_view kOrganisations =
    "SELECT g.organisation FROM role_grant g WHERE g.account = $1 AND g.role = $2 AND g.organisation IS NOT "
    "NULL AND g.valid_from <= $3 AND (g.valid_until IS NULL OR g.valid_until > $3)"
    " UNION SELECT g.organisation FROM deputy d JOIN account a ON a.id = d.account JOIN role_grant g ON "
    "g.account = d.account WHERE d.deputy = $1 AND d.valid_from <= $3 AND d.valid_until > $3 AND a.active = 1"
    " AND g.role = $2 AND g.organisation IS NOT NULL AND g.valid_from <= $3 AND (g.valid_until IS NULL OR "
    "g.valid_until > $3)";
constexpr std::string_view kLasting =
    "SELECT count(DISTINCT a.id) FROM account a JOIN role_grant g ON g.account = a.id WHERE a.active = 1 AND "
    "g.role = 'administrator' AND g.valid_from <= $1 AND g.valid_until IS NULL";

RoleGrant grant_from(const db::Row& row) {
    return {.id = row.text(0),
            .account = row.text(1),
            .role = role_from(row.text(2)),
            .organisation = row.optional_text(3),
            .period = {row.integer(4), row.optional_integer(5)},
            .version = row.integer(6),
            .created = row.integer(7),
            .updated = row.integer(8)};
}

Deputy deputy_at(const db::Row& row, int at) {
    return {.id = row.text(at),
            .account = row.text(at + 1),
            .deputy = row.text(at + 2),
            .account_name = row.text(at + 3),
            .deputy_name = row.text(at + 4),
            .period = {row.integer(at + 5), row.integer(at + 6)},
            .version = row.integer(at + 7),
            .created = row.integer(at + 8),
            .updated = row.integer(at + 9)};
}

Deputy deputy_from(const db::Row& row) {
    return deputy_at(row, 0);
}

template <class T>
std::vector<T> all(const std::vector<db::Row>& rows, T (*read)(const db::Row&)) {
    std::vector<T> found;
    for (const db::Row& row : rows) found.push_back(read(row));
    return found;
}

template <class T>
std::optional<T> first(const std::optional<db::Row>& row, T (*read)(const db::Row&)) {
    if (!row) return std::nullopt;
    return read(*row);
}

}  // namespace

RoleSet in_force(const std::vector<HeldRole>& held, Instant now) {
    RoleSet roles;
    for (const HeldRole& one : held)
        if (one.period.holds(now) && one.deputised.holds(now)) roles.add(one.role);
    return roles;
}

void insert_grant(db::Connection& c, const RoleGrant& grant) {
    c.execute(kInsertGrant, grant.id, grant.account, role_text(grant.role), grant.organisation,
              grant.period.from, grant.period.until, grant.version, grant.created, grant.updated);
}

bool update_grant(db::Connection& c, const RoleGrant& grant) {
    return c.execute(kUpdateGrant, grant.id, grant.period.until, grant.updated, grant.version) == 1;
}

std::optional<RoleGrant> find_grant(db::Connection& c, const std::string& account, const std::string& id) {
    return first(c.query_one(kFindGrant, account, id), grant_from);
}

std::vector<RoleGrant> list_grants(db::Connection& c, const std::string& account) {
    return all(c.query(kListGrants, account), grant_from);
}

void insert_deputy(db::Connection& c, const Deputy& deputy) {
    c.execute(kInsertDeputy, deputy.id, deputy.account, deputy.deputy, deputy.period.from,
              deputy.period.until, deputy.version, deputy.created, deputy.updated);
}

bool update_deputy(db::Connection& c, const Deputy& deputy) {
    return c.execute(kUpdateDeputy, deputy.id, deputy.period.until, deputy.updated, deputy.version) == 1;
}

std::optional<Deputy> find_deputy(db::Connection& c, const std::string& account, const std::string& id) {
    return first(c.query_one(kFindDeputy, account, id), deputy_from);
}

std::vector<Deputy> list_deputies(db::Connection& c, const std::string& account) {
    return all(c.query(kListDeputies, account), deputy_from);
}

std::vector<Deputy> deputised_by(db::Connection& c, const std::string& account, Instant now) {
    return all(c.query(kDeputisedBy, account, now), deputy_from);
}

std::optional<AccountAndRoles> find_account_and_roles(db::Connection& c, const std::string& id, Instant now) {
    // One question instead of two: each is a round trip of PostgreSQL.
    static const std::string sql =
        "SELECT a.*, g.role FROM (" + find_account_statement() +
        ") a LEFT JOIN role_grant g ON g.account = a.id AND g.valid_from <= $2 AND (g.valid_until IS NULL OR "
        "g.valid_until > $2)";
    std::optional<AccountAndRoles> found;
    for (const db::Row& row : c.query(sql, id, now)) {
        if (!found) found.emplace(AccountAndRoles{account_from(row), {}});
        if (!row.null(kAccountColumns)) found->roles.add(role_from(row.text(kAccountColumns)));
    }
    return found;
}

std::optional<AccountAndDeputised> find_account_and_deputised(db::Connection& c, const std::string& id,
                                                              Instant now) {
    static const std::string sql = "SELECT a.*, d.* FROM (" + find_account_statement() + ") a LEFT JOIN (" +
                                   kDeputisedBy + ") d ON d.deputy = a.id";
    std::optional<AccountAndDeputised> found;
    for (const db::Row& row : c.query(sql, id, now)) {
        if (!found) found.emplace(AccountAndDeputised{account_from(row), {}});
        if (!row.null(kAccountColumns)) found->stands_in_for.push_back(deputy_at(row, kAccountColumns));
    }
    return found;
}

std::vector<HeldRole> held_roles(db::Connection& c, const std::string& account, Instant now) {
    std::vector<HeldRole> held;
    for (const db::Row& row : c.query(kOwn, account, now))
        held.push_back({role_from(row.text(0)), {row.integer(1), row.optional_integer(2)}, {}});
    for (const db::Row& row : c.query(kDeputised, account, now))
        held.push_back({role_from(row.text(0)),
                        {row.integer(1), row.optional_integer(2)},
                        {row.integer(3), row.optional_integer(4)}});
    return held;
}

std::map<std::string, RoleSet> roles_of(db::Connection& c, std::span<const std::string> accounts,
                                        Instant now) {
    std::map<std::string, RoleSet> roles;
    if (accounts.empty()) return roles;
    std::string sql(kRolesOf);
    std::vector<db::Value> arguments{now};
    for (const std::string& account : accounts) {
        arguments.emplace_back(account);
        sql += (arguments.size() > 2 ? ", $" : "$") + std::to_string(arguments.size());
    }
    c.run(sql + ')', arguments, [&](const db::Row& row) { roles[row.text(0)].add(role_from(row.text(1))); });
    return roles;
}

std::set<std::string> organisations_of(db::Connection& c, const std::string& account, Role role,
                                       Instant now) {
    std::set<std::string> found;
    for (const db::Row& row : c.query(kOrganisations, account, role_text(role), now))
        found.insert(row.text(0));
    return found;
}

std::int64_t count_lasting_administrators(db::Connection& c, Instant now) {
    return c.query_one(kLasting, now)->integer(0);
}

}  // namespace dure::auth
