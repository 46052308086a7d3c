// SPDX-License-Identifier: Apache-2.0
#include "server/auth/account_store.hpp"

#include "engine/base/text.hpp"
#include "server/auth/views.hpp"
#include "server/db/like.hpp"

namespace dure::auth {
namespace {

const std::string kSelect =
    "SELECT id, email, name, password_hash, roles, active, example, language, last_sign_in, version, "
    "created, updated"
    " FROM account";
const std::string kFind = kSelect + " WHERE id = $1";
const std::string kFindByEmail = kSelect + " WHERE email_folded = $1";
const std::string kList =
    kSelect + " WHERE search LIKE $1 ESCAPE '!' AND (name_key, id) > ($2, $3) ORDER BY name_key, id LIMIT $4";
constexpr std::string_view kInsert =
    "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, roles, active, "
    "example,"
    " language, version, created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
    "$14)";
constexpr std::string_view kUpdate =
    "UPDATE account SET name = $2, name_key = $3, search = $4, roles = $5, active = $6, language = $7,"
    " password_hash = $8, version = version + 1, updated = $9 WHERE id = $1 AND version = $10";
constexpr std::string_view kNoteSignIn = "UPDATE account SET last_sign_in = $2 WHERE id = $1";
constexpr std::string_view kAny = "SELECT 1 FROM account LIMIT 1";
constexpr std::string_view kAdministrators = "SELECT roles FROM account WHERE active = 1";

Account from_row(const db::Row& row) {
    return {.id = row.text(0),
            .email = row.text(1),
            .name = row.text(2),
            .password_hash = row.text(3),
            .roles = roles_from(row.text(4)),
            .active = row.boolean(5),
            .example = row.boolean(6),
            .language = language_from(row.text(7)),
            .last_sign_in = row.optional_integer(8),
            .version = row.integer(9),
            .created = row.integer(10),
            .updated = row.integer(11)};
}

std::optional<Account> first(std::optional<db::Row> row) {
    if (!row) return std::nullopt;
    return from_row(*row);
}

std::string search_text(const Account& account) {
    return folded(account.name) + '\n' + folded(account.email);
}

}  // namespace

void insert_account(db::Connection& c, const Account& account) {
    c.execute(kInsert, account.id, account.email, folded(account.email), account.name, sort_key(account.name),
              search_text(account), account.password_hash, roles_text(account.roles), account.active,
              account.example, language_text(account.language), account.version, account.created,
              account.updated);
}

std::optional<Account> find_account(db::Connection& c, const std::string& id) {
    return first(c.query_one(kFind, id));
}

std::optional<Account> find_account_by_email(db::Connection& c, std::string_view email) {
    return first(c.query_one(kFindByEmail, folded(email)));
}

bool update_account(db::Connection& c, const Account& account) {
    return c.execute(kUpdate, account.id, account.name, sort_key(account.name), search_text(account),
                     roles_text(account.roles), account.active, language_text(account.language),
                     account.password_hash, account.updated, account.version) == 1;
}

void note_sign_in(db::Connection& c, const std::string& id, Instant now) {
    c.execute(kNoteSignIn, id, now);
}

bool any_account(db::Connection& c) {
    return c.query_one(kAny).has_value();
}

std::int64_t count_administrators(db::Connection& c) {
    return std::ranges::count_if(c.query(kAdministrators), [](const db::Row& row) {
        return std::ranges::count(roles_from(row.text(0)), Role::administrator) > 0;
    });
}

std::vector<Account> list_accounts(db::Connection& c, const AccountQuery& query) {
    const auto [key, id] = query.after.value_or(std::pair<std::string, std::string>());
    std::vector<Account> accounts;
    for (const db::Row& row : c.query(kList, db::containing(folded(query.part)), key, id, query.limit + 1))
        accounts.push_back(from_row(row));
    return accounts;
}

}  // namespace dure::auth
