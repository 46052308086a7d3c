// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/approvals/kinds.hpp"
#include "server/auth/guard.hpp"

namespace dure::approvals {

/// All routes of approvals and their lines. What `office` refers to outlives them.
std::vector<auth::Operation> operations(const Office& office);

}  // namespace dure::approvals
