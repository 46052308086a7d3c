// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/session_answers.hpp"

namespace dure::auth {

/// Operations of setup, sessions, accounts and rights. `accounts`, `database` and `installation` outlive
/// them.
std::vector<Operation> account_operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                          const Installation& installation);

}  // namespace dure::auth
