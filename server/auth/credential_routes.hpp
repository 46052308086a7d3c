// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/accounts.hpp"
#include "server/auth/guard.hpp"

namespace dure::auth {

/// Operations of links, second factors, and the sessions and tokens of an account. `accounts` and `database`
/// outlive them. `sends_mails`: a mail server is set, so that a link reaches its person.
std::vector<Operation> credential_operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                             bool sends_mails);

}  // namespace dure::auth
