// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/finder/kind.hpp"

namespace dure::approvals {

/// What the search box finds of approvals: one's own, and those in whose lines or readers one is. `office`
/// outlives it.
finder::Kind findable_approvals(const Office& office);

}  // namespace dure::approvals
