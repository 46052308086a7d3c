// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/base/time.hpp"
#include "server/auth/guard.hpp"
#include "server/db/database.hpp"

namespace dure::oversight {

/// The routes of the audit's page. The database outlives them.
std::vector<auth::Operation> operations(db::Database& database, const Clock& clock);

}  // namespace dure::oversight
