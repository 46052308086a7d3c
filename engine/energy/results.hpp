// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.hpp"
#include "engine/energy/build.hpp"
#include "engine/energy/plan.hpp"
#include "engine/lp/solver.hpp"

namespace dure::energy {

/// The plan that a solved model stands for. Status, method, sizes and seconds are copied; all else is
/// computed from the point, and only when the solution is optimal. Every flow is read back through the
/// network, not through the program's matrix, so that the balances check the program as well.
///
/// Error: `energy.balance_failed` (bus, period, imbalance_mw, peak_mw) when a bus misses its balance by more
/// than 1e-6 of its peak.
Expected<Plan> read_plan(const Indexed& network, const Program& model, const lp::Solution& solution);

}  // namespace dure::energy
