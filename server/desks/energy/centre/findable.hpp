// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/finder/kind.hpp"

namespace dure::desks::energy {

/// Measures, programmes, the centre's years and forecasts in the one search box.
std::vector<finder::Kind> findable_centre();

}  // namespace dure::desks::energy
