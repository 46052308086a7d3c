// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/desk.hpp"
#include "server/desks/network/member_index.hpp"
#include "server/figures/office.hpp"
#include "server/imports/resource.hpp"
#include "server/people/office.hpp"

namespace dure::app {

/// All that tables can be imported into: a line for each desk's resource. What it is given outlives it.
imports::Registry importables(const people::Office& office, const desks::network::Desk& network,
                              const std::shared_ptr<desks::network::MemberIndex>& members,
                              const figures::Office& figures);

}  // namespace dure::app
