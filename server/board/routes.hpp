// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/approvals/kinds.hpp"
#include "server/auth/guard.hpp"

namespace dure::board {

/// All routes of the board. What `office` refers to outlives them.
std::vector<auth::Operation> operations(const approvals::Office& office);

}  // namespace dure::board
