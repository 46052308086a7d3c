// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/energy/plan.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/desks/energy/views.hpp"

namespace dure::desks::energy {

/// The hourly results of a plan as they are kept: flows with their carriers, then the price of every bus.
std::vector<RunSeries> flows_of(const dure::energy::Plan& plan, const dure::energy::Network& network);

struct Window {
    std::int64_t from = 0, to = 0, step = 1;  ///< 0 ≤ from < to ≤ periods
};
/// The flows at one bus, each point the mean of `step` periods (the last of what is left).
Dispatch dispatch_of(const std::string& bus, const std::vector<RunSeries>& at_bus,
                     const dure::energy::Network& network, const Window& window);

/// Load, load less renewable generation, and price at the bus, each sorted descending by itself and thinned
/// to at most `points`; hours count from the first.
Duration duration_of(const std::string& bus, const std::vector<RunSeries>& at_bus,
                     const dure::energy::Network& network, std::size_t points = 1000);

}  // namespace dure::desks::energy
