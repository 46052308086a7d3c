// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/people/office.hpp"

namespace dure::people {

/// All routes of organisations and persons. What `office` refers to outlives them.
std::vector<auth::Operation> operations(const Office& office);

}  // namespace dure::people
