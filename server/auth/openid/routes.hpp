// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/openid/provider.hpp"
#include "server/auth/session_answers.hpp"

namespace dure::auth::openid {

/// Operations of signing in with the provider. What they are given outlives them.
std::vector<Operation> operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                  Provider& provider, const Installation& installation);

}  // namespace dure::auth::openid
