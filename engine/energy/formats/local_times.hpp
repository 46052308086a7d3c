// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/energy/network.hpp"

namespace dure::energy {

/// The local time at which each period begins, with its offset: "2030-01-01T00:00+09:00". Empty when the time
/// does not pass check().
std::vector<std::string> local_times(const Time& time);

}  // namespace dure::energy
