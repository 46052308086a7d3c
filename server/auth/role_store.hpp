// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "server/auth/account_store.hpp"
#include "server/auth/role_grant.hpp"
#include "server/db/database.hpp"

namespace dure::auth {

void insert_grant(db::Connection& c, const RoleGrant& grant);
/// Writes the end and updated and counts the version up, if it is still the grant's; else false.
bool update_grant(db::Connection& c, const RoleGrant& grant);
std::optional<RoleGrant> find_grant(db::Connection& c, const std::string& account, const std::string& id);
/// The latest first, past ones included.
std::vector<RoleGrant> list_grants(db::Connection& c, const std::string& account);

void insert_deputy(db::Connection& c, const Deputy& deputy);
bool update_deputy(db::Connection& c, const Deputy& deputy);
std::optional<Deputy> find_deputy(db::Connection& c, const std::string& account, const std::string& id);
/// Of the account, the latest first.
std::vector<Deputy> list_deputies(db::Connection& c, const std::string& account);
/// For whom the account stands in now.
std::vector<Deputy> deputised_by(db::Connection& c, const std::string& account, Instant now);

/// An account with the roles that it holds itself now.
struct AccountAndRoles {
    Account account;
    RoleSet roles;
};
std::optional<AccountAndRoles> find_account_and_roles(db::Connection& c, const std::string& id, Instant now);

/// An account with those for whom it stands in now.
struct AccountAndDeputised {
    Account account;
    std::vector<Deputy> stands_in_for;
};
std::optional<AccountAndDeputised> find_account_and_deputised(db::Connection& c, const std::string& id,
                                                              Instant now);

/// What the account may hold now or later: its own roles, and those of active people it stands in for.
std::vector<HeldRole> held_roles(db::Connection& c, const std::string& account, Instant now);
/// The accounts' own roles that hold now.
std::map<std::string, RoleSet> roles_of(db::Connection& c, std::span<const std::string> accounts,
                                        Instant now);
/// The organisations within which the account holds the role now, as a deputy too.
std::set<std::string> organisations_of(db::Connection& c, const std::string& account, Role role, Instant now);
/// Active people who are administrators now and without an end.
std::int64_t count_lasting_administrators(db::Connection& c, Instant now);

}  // namespace dure::auth
