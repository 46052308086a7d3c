// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/files/kinds.hpp"

namespace dure::desks::energy {

/// Files of plans: seen and changed by whoever sees and changes the plan.
files::Kind attachable_plans();

}  // namespace dure::desks::energy
