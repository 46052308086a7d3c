// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace dure::energy {

/// A heat pump as a share of Carnot's: COP = quality · T_sink / (T_sink − T_source), temperatures in kelvin.
/// The bound is Carnot's (Réflexions sur la puissance motrice du feu, 1824); `quality` is the machine's own,
/// from one measured point by `carnot_quality`.
struct HeatPump {
    double sink_c = 55;
    double quality = 0.4;            ///< 0…1, an assumption unless fitted to a data sheet
    double least_difference_k = 10;  ///< below this lift the COP stays as it is there
};

/// The quality of a machine from one point of its data sheet.
double carnot_quality(double cop, double source_c, double sink_c);

/// An hour each of the source's temperatures, not below 1 (the element that heats directly); NaN stays NaN.
std::vector<double> carnot_cop(const std::vector<double>& source_c, const HeatPump& pump);

}  // namespace dure::energy
