// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace dure::energy {

/// A heat pump as a share of Carnot's: COP = quality · T_sink / (T_sink − T_source), temperatures in kelvin.
/// The bound is Carnot's (Réflexions sur la puissance motrice du feu, 1824); `quality` is the machine's own,
/// from one measured point by `carnot_quality`. A share of Carnot's alone grows without bound in mild hours,
/// where a real machine does not: the regression of Staffell, Brett, Brandon and Hawkes over air-source pumps
/// (Energy & Environmental Science 5, 2012, 9291–9306), COP = 6.81 − 0.121 Δ + 0.00063 Δ², is fitted for
/// lifts Δ of 15 to 60 K. So the lift counts as 15 K at least, and the COP as no more than that curve's value
/// there.
struct HeatPump {
    double sink_c = 55;
    double quality = 0.4;            ///< 0…1, an assumption unless fitted to a data sheet
    double least_difference_k = 15;  ///< below this lift the COP stays as it is there
    double most = 5.14;              ///< 6.81 − 0.121 · 15 + 0.00063 · 15²
};

/// The quality of a machine from one point of its data sheet.
double carnot_quality(double cop, double source_c, double sink_c);

/// An hour each of the source's temperatures, not below 1 (the element that heats directly)
/// nor above `most`; NaN stays NaN.
std::vector<double> carnot_cop(const std::vector<double>& source_c, const HeatPump& pump);

}  // namespace dure::energy
