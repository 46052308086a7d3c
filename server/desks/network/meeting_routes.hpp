// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/network/desk.hpp"

namespace dure::desks::network {

/// The routes of the meetings of the network's bodies.
std::vector<auth::Operation> meeting_operations(const Desk& desk);

}  // namespace dure::desks::network
