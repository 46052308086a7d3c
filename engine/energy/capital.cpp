// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/capital.hpp"

#include <cmath>

namespace dure::energy {

double annuity(double lifetime_years, double discount_rate) {
    // expm1 and log1p keep the digits that 1 − (1+r)^−n would lose for small rates.
    if (discount_rate == 0) return 1 / lifetime_years;
    return discount_rate / -std::expm1(-lifetime_years * std::log1p(discount_rate));
}

double annual_cost(const CapitalCost& cost, double network_discount_rate) {
    if (cost.annual) return *cost.annual;
    if (!cost.investment) return 0;
    const double rate = cost.discount_rate.value_or(network_discount_rate);
    return *cost.investment * (annuity(cost.lifetime_years.value(), rate) + cost.fixed_om_share);
}

}  // namespace dure::energy
