// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/network/desk.hpp"

namespace dure::desks::network {

/// Clusters, who belongs to them, the rule, the network's growth and the small registers.
std::vector<auth::Operation> cluster_operations(const Desk& desk);

}  // namespace dure::desks::network
