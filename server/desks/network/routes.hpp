// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/network/desk.hpp"

namespace dure::desks::network {

/// All routes of the desk. What `desk` refers to outlives them.
std::vector<auth::Operation> operations(const Desk& desk);

}  // namespace dure::desks::network
