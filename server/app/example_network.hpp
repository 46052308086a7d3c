// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/desks/network/desk.hpp"

namespace dure::app {

/// Puts the network's example, `network/*.json` beside the example's folder, into the database once: clusters
/// that sources name, invented ones that say so, figures of growth with their sources, HS codes, bodies and
/// their meetings; the example's partner account gets the first invented cluster. Nothing where there is no
/// such folder.
void seed_example_network(const std::filesystem::path& folder, const desks::network::Desk& desk);

}  // namespace dure::app
