// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/auth/accounts.hpp"
#include "server/auth/guard.hpp"

namespace dure::auth {

/// What the operations of accounts need to know of the installation.
struct Installation {
    std::string version;
    std::vector<ExampleAccount> example;  ///< their passwords are told to loopback addresses
    /// The operations that a person may try, of every desk.
    std::function<std::vector<std::string>(const Actor&)> permitted;
    std::function<RightsView()> rights;  ///< of the same operations
};

/// Operations of setup, sessions, accounts and rights. `accounts`, `database` and `installation` outlive
/// them.
std::vector<Operation> account_operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                          const Installation& installation);

}  // namespace dure::auth
