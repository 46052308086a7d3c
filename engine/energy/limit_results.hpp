// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/energy/indexed.hpp"
#include "engine/energy/layout.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy {

/// Fills self-sufficiency, renewable share (of electricity, where there is demand of it) and the active
/// limits of a plan whose CO2 and investment are known, from the point x and the rows' prices y.
void read_shares_and_limits(const Indexed& network, const Layout& layout, const std::vector<double>& x,
                            const std::vector<double>& y, Plan& plan);

}  // namespace dure::energy
