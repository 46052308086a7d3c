// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/heat_demand.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dure::energy {

std::vector<double> degree_hours(const Weather& weather, const HeatDemand& demand) {
    std::vector<double> made;
    made.reserve(weather.hours.size());
    for (const auto& h : weather.hours) {
        const double below = demand.base_c - h.temperature_c;
        made.push_back((below < 0 ? 0 : below) * demand.day[static_cast<std::size_t>(h.hour)]);
    }
    return made;
}

bool scale_to(std::vector<double>& values, double sum) {
    const auto total = [&] { return std::accumulate(values.begin(), values.end(), 0.0); };
    const double before = total();
    if (!(before > 0)) return false;
    for (double& v : values) v *= sum / before;
    double& greatest = *std::ranges::max_element(values);
    for (int turn = 0; turn < 4; ++turn) greatest += sum - total();
    return true;
}

}  // namespace dure::energy
