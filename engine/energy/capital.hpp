// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/network.hpp"

namespace dure::energy {

/// The yearly payment that repays 1 over `lifetime_years` at the discount rate r: r / (1 − (1+r)^−n), and 1/n
/// for r = 0.
double annuity(double lifetime_years, double discount_rate);

/// Currency per unit of capacity and year.
double annual_cost(const CapitalCost& cost, double network_discount_rate);

}  // namespace dure::energy
