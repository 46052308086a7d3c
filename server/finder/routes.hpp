// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/finder/box.hpp"

namespace dure::finder {

/// `database` outlives them.
std::vector<auth::Operation> operations(db::Database& database, std::shared_ptr<Box> box);

}  // namespace dure::finder
