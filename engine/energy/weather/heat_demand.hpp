// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "engine/energy/weather/epw.hpp"

namespace dure::energy {

/// Heat of buildings as degree hours below a base temperature times a profile of the day.
struct HeatDemand {
    double annual_mwh = 0;
    double base_c = 18;  ///< of Korea's heating degree days (Korea Meteorological Administration)
    /// Weight of each hour of the day, in local standard time; flat unless the user knows better.
    std::array<double, 24> day{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
};

/// The shape alone, kelvin below the base by the weight of the hour: an hour each of the file and in its
/// order, NaN where temperature is missing.
std::vector<double> degree_hours(const Weather& weather, const HeatDemand& demand);

/// `values` by one factor so that they sum to `sum` in plain summation, to the last bit where doubles allow:
/// what rounding leaves goes to the greatest. False where they sum to nothing.
bool scale_to(std::vector<double>& values, double sum);

}  // namespace dure::energy
