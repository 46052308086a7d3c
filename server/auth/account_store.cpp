// SPDX-License-Identifier: Apache-2.0
#include "server/auth/account_store.hpp"

#include <fmt/format.h>

#include <utility>

#include "engine/base/text.hpp"
#include "server/auth/views.hpp"
#include "server/db/keyset.hpp"
#include "server/db/like.hpp"

namespace dure::auth {
namespace {

const std::string kSelect =
    "SELECT id, email, name, password_hash, active, example, language, last_sign_in, version, "
    "created, updated, (SELECT count(*) FROM second_factor f WHERE f.account = account.id AND f.confirmed IS "
    "NOT NULL), EXISTS (SELECT 1 FROM account_identity i WHERE i.account = account.id) FROM account";
const std::string kFindByEmail = kSelect + " WHERE email_folded = $1";
const std::string kList = kSelect + " WHERE search LIKE $1 ESCAPE '!'";
constexpr std::string_view kHolds =
    " AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account = account.id AND g.role = {} AND g.valid_from "
    "<= {} AND (g.valid_until IS NULL OR g.valid_until > {}))";
constexpr std::string_view kInsert =
    "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, active, "
    "example, language, version, created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
    "$12, "
    "$13)";
constexpr std::string_view kUpdate =
    "UPDATE account SET name = $2, name_key = $3, search = $4, active = $5, language = $6,"
    " password_hash = $7, version = version + 1, updated = $8 WHERE id = $1 AND version = $9";
constexpr std::string_view kNoteSignIn = "UPDATE account SET last_sign_in = $2 WHERE id = $1";
constexpr std::string_view kAny = "SELECT 1 FROM account LIMIT 1";

std::optional<Account> first(std::optional<db::Row> row) {
    if (!row) return std::nullopt;
    return account_from(*row);
}

std::string search_text(const Account& account) {
    return folded(account.name) + '\n' + folded(account.email);
}

db::Keyset order_of(AccountOrder order) {
    switch (order) {
        case AccountOrder::name:
            return {"name_key", "id"};
        case AccountOrder::name_down:
            return {"name_key", "id", true};
        case AccountOrder::last_sign_in:
            return {"COALESCE(last_sign_in, 0)", "id"};
        case AccountOrder::last_sign_in_down:
            return {"COALESCE(last_sign_in, 0)", "id", true};
    }
    std::unreachable();
}

}  // namespace

const std::string& find_account_statement() {
    static const std::string sql = kSelect + " WHERE id = $1";
    return sql;
}

Account account_from(const db::Row& row) {
    return {.id = row.text(0),
            .email = row.text(1),
            .name = row.text(2),
            .password_hash = row.text(3),
            .active = row.boolean(4),
            .example = row.boolean(5),
            .second_factor = row.boolean(11),
            .linked = row.boolean(12),
            .language = language_from(row.text(6)),
            .last_sign_in = row.optional_integer(7),
            .version = row.integer(8),
            .created = row.integer(9),
            .updated = row.integer(10)};
}

void insert_account(db::Connection& c, const Account& account) {
    c.execute(kInsert, account.id, account.email, folded(account.email), account.name, sort_key(account.name),
              search_text(account), account.password_hash, account.active, account.example,
              language_text(account.language), account.version, account.created, account.updated);
}

std::optional<Account> find_account(db::Connection& c, const std::string& id) {
    return first(c.query_one(find_account_statement(), id));
}

std::optional<Account> find_account_by_email(db::Connection& c, std::string_view email) {
    return first(c.query_one(kFindByEmail, folded(email)));
}

bool update_account(db::Connection& c, const Account& account) {
    return c.execute(kUpdate, account.id, account.name, sort_key(account.name), search_text(account),
                     account.active, language_text(account.language), account.password_hash, account.updated,
                     account.version) == 1;
}

void note_sign_in(db::Connection& c, const std::string& id, Instant now) {
    c.execute(kNoteSignIn, id, now);
}

bool any_account(db::Connection& c) {
    return c.query_one(kAny).has_value();
}

std::vector<Account> list_accounts(db::Connection& c, const AccountQuery& query) {
    std::string sql = kList;
    std::vector<db::Value> arguments{db::containing(folded(query.part))};
    const auto add = [&](db::Value value) {
        arguments.push_back(std::move(value));
        return '$' + std::to_string(arguments.size());
    };
    if (query.active) sql += " AND active = " + add(std::int64_t{*query.active});
    if (query.role) {
        const std::string role = add(role_text(*query.role)), now = add(query.now);
        sql += fmt::format(fmt::runtime(kHolds), role, now, now);
    }
    const db::Keyset keyset = order_of(query.order);
    db::go_on_behind(keyset, query.after, sql, arguments);
    sql += db::in_order(keyset) + " LIMIT " + add(std::int64_t{query.limit} + 1);
    std::vector<Account> accounts;
    c.run(sql, arguments, [&](const db::Row& row) { accounts.push_back(account_from(row)); });
    return accounts;
}

}  // namespace dure::auth
