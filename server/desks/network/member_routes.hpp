// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/network/desk.hpp"
#include "server/desks/network/member_index.hpp"

namespace dure::desks::network {

/// Members, their search and the open data.
std::vector<auth::Operation> member_operations(const Desk& desk, std::shared_ptr<MemberIndex> members);

}  // namespace dure::desks::network
