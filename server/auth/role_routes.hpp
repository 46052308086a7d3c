// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "server/auth/accounts.hpp"
#include "server/auth/guard.hpp"

namespace dure::auth {

/// Operations of roles and deputies. `accounts` and `database` outlive them.
std::vector<Operation> role_operations(Accounts& accounts, db::Database& database);

/// What the table of operations says: which roles may try which of them.
RightsView rights_of(std::span<const Operation> operations);

}  // namespace dure::auth
