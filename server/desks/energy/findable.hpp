// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/finder/kind.hpp"

namespace dure::desks::energy {

/// What the search box finds of plans.
finder::Kind findable_plans();

}  // namespace dure::desks::energy
