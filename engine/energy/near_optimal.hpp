// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/energy/plan.hpp"

namespace dure::energy {

/// The least and the most of a technology that plans have which cost at most (1 + slack) times the optimum:
/// what must be built, and what may be left, when the last percent of cost does not count.
struct NearOptimal {
    std::string kind, name;
    std::string unit;  ///< "MW", or "MWh" of a store's energy
    double slack = 0, least = 0, most = 0;
    bool proved = true;  ///< both ends are certified optima
};

/// Ranges for every capacity that may be chosen, at each slack (> 0, a share of cost), by minimising and
/// maximising it under a bound on cost (Neumann, Brown, Electric Power Systems Research 190, 2021). One
/// program a range's end. `found` hears of each as it comes. Errors: those of plan(); `ensemble.no_optimum`
/// when there is no plan to start from. Ends that were cancelled are left out.
Checked<std::vector<NearOptimal>> near_optimal(const Network& network, const SeriesValues& series,
                                               std::span<const double> slacks, const lp::Options& options,
                                               const std::function<void(const NearOptimal&)>& found = {});

}  // namespace dure::energy
