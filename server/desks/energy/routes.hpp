// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/energy/desk.hpp"

namespace dure::desks::energy {

/// All routes of the desk. What `desk` refers to outlives them.
std::vector<auth::Operation> operations(const Desk& desk);

}  // namespace dure::desks::energy
