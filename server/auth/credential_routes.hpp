// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/accounts.hpp"
#include "server/auth/guard.hpp"

namespace dure::auth {

/// Operations of links, second factors, and the sessions and tokens of an account. `accounts` and `database`
/// outlive them.
std::vector<Operation> credential_operations(Accounts& accounts, db::Database& database, const Clock& clock);

}  // namespace dure::auth
