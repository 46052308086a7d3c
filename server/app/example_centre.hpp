// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/desks/energy/desk.hpp"

namespace dure::app {

/// Measures, programmes, a year plan and a forecast of the energy centre from the folder `centre` beside the
/// example's. What is invented in them is marked fictitious; what was read says its source. Once only.
void seed_example_centre(const std::filesystem::path& folder, const desks::energy::Desk& desk);

}  // namespace dure::app
