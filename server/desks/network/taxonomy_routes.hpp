// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/network/desk.hpp"
#include "server/http/message.hpp"

namespace dure::desks::network {

/// The taxonomy's routes.
std::vector<auth::Operation> taxonomy_operations(const Desk& desk);

}  // namespace dure::desks::network
