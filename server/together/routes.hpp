// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/together/office.hpp"

namespace dure::together {

/// What `office` refers to outlives them.
std::vector<auth::Operation> operations(const Office& office);

}  // namespace dure::together
