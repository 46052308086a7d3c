// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/base/id.hpp"
#include "server/auth/guard.hpp"
#include "server/db/database.hpp"

namespace dure::lists {

/// Operations of saved views: each person has their own. What is passed outlives them.
std::vector<auth::Operation> operations(db::Database& database, const Clock& clock, IdMaker& ids);

}  // namespace dure::lists
