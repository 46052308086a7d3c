// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/heat_pump.hpp"

#include <cmath>

namespace dure::energy {
namespace {

constexpr double kelvin = 273.15;

}  // namespace

double carnot_quality(double cop, double source_c, double sink_c) {
    return cop * (sink_c - source_c) / (sink_c + kelvin);
}

std::vector<double> carnot_cop(const std::vector<double>& source_c, const HeatPump& pump) {
    std::vector<double> cop;
    cop.reserve(source_c.size());
    for (const double source : source_c) {
        const double lift = pump.sink_c - source;
        const double bounded = lift < pump.least_difference_k ? pump.least_difference_k : lift;
        const double value = pump.quality * (pump.sink_c + kelvin) / bounded;
        cop.push_back(value < 1 ? 1 : value > pump.most ? pump.most : value);
    }
    return cop;
}

}  // namespace dure::energy
