// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server/desks/network/desk.hpp"
#include "server/desks/network/member_index.hpp"
#include "server/imports/resource.hpp"

namespace dure::desks::network {

/// Members as something that tables are imported into: each with its organisation, which is found by its
/// number or name where it is there already. Nothing is shown of them before somebody consents. What `desk`
/// refers to outlives it.
imports::Resource member_resource(const Desk& desk, const std::shared_ptr<MemberIndex>& members);

}  // namespace dure::desks::network
