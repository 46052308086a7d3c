// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/energy/build.hpp"
#include "engine/lp/solver.hpp"

namespace dure::energy {

/// Why an infeasible network has no solution, as JSON pointers; empty where it cannot be told (also when
/// stopped).
///
/// First the limits may be missed at a penalty and costs are left out. If that can be solved, those that are
/// missed or whose price is not zero conflict, together with the capacities whose maximum has a price. If it
/// cannot, the balances may be missed as well; the buses that miss them are named, again with the capacities
/// that hold them back.
std::vector<std::string> find_conflicts(const Indexed& network, const Program& model,
                                        const lp::Options& options);

}  // namespace dure::energy
