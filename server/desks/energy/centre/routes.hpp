// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/desks/energy/desk.hpp"

namespace dure::desks::energy {

/// Operations of measures, programmes, the centre's years and forecasts, and of what they say together.
std::vector<auth::Operation> centre_operations(const Desk& desk);

}  // namespace dure::desks::energy
