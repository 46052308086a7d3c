// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/auth/account.hpp"
#include "server/db/database.hpp"

namespace dure::auth {

/// The statement that finds the account $1, for statements that ask more with it; its columns; the account of
/// a row that begins with them.
const std::string& find_account_statement();
inline constexpr int kAccountColumns = 13;
Account account_from(const db::Row& row);

/// Throws db::Error{unique} when the address, its case folded, has an account already.
void insert_account(db::Connection& c, const Account& account);
std::optional<Account> find_account(db::Connection& c, const std::string& id);
std::optional<Account> find_account_by_email(db::Connection& c, std::string_view email);
/// Writes name, active, language, password_hash and updated and counts the version up, if it is still
/// account.version; else false.
bool update_account(db::Connection& c, const Account& account);
void note_sign_in(db::Connection& c, const std::string& id, Instant now);

bool any_account(db::Connection& c);
enum class AccountOrder { name, name_down, last_sign_in, last_sign_in_down };

/// `after` holds what the last account of the page before is ordered by, and its id. Who never signed in is
/// the earliest.
struct AccountQuery {
    std::string part;  ///< of name or address
    std::optional<bool> active;
    std::optional<Role> role;  ///< held at `now`
    Instant now = 0;
    AccountOrder order = AccountOrder::name;
    std::optional<std::pair<db::Value, std::string>> after;
    int limit = 50;
};
/// One more than the limit where there is a next page.
std::vector<Account> list_accounts(db::Connection& c, const AccountQuery& query);

}  // namespace dure::auth
