// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/network/desk.hpp"
#include "server/desks/network/member_index.hpp"

namespace dure::desks::network {

/// All routes of the desk. What `desk` refers to outlives them.
std::vector<auth::Operation> operations(const Desk& desk, const std::shared_ptr<MemberIndex>& members);

}  // namespace dure::desks::network
