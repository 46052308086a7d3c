// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/energy/weather/epw.hpp"

namespace dure::energy {

struct PowerPoint {
    double wind_m_s;
    double share;  ///< of the rated power, 0…1
    bool operator==(const PowerPoint&) const = default;
};

/// The reference turbine of NREL with 5 MW (Jonkman, Butterfield, Musial and Scott, NREL/TP-500-38060, 2009),
/// a pitch-controlled one of 126 m from 3 to 25 m/s that is rated at 11.4 m/s: its power in steps of 1 m/s as
/// NREL's turbine archive has it (github.com/NREL/turbine-models, NREL_Reference_5MW_126).
const std::vector<PowerPoint>& reference_power_curve();

struct Turbine {
    double hub_m = 90;
    double measured_m = 10;  ///< height of the file's wind: EPW's is 10 m
    double shear = 1.0 / 7;  ///< of the power law; 1/7 is the usual value over open, flat land
    double losses = 0.1;     ///< wake, wiring, downtime together: an assumption
    bool density = true;     ///< correct the wind by the density of the air
    std::vector<PowerPoint> curve = reference_power_curve();
};

/// The wind at the hub by the power law, v (hub/measured)^shear (Justus and Mikhail, Geophysical Research
/// Letters 3, 1976, 261–264).
double wind_at_hub(double wind_m_s, const Turbine& turbine);

/// kg/m³ of dry air, p / (287.05 T).
double air_density(double pressure_pa, double temperature_c);

/// Pa of the standard atmosphere (ISO 2533:1975) at a height up to 11 km.
double standard_pressure_pa(double elevation_m);

/// Share of the rated power, linear between the curve's points, 0 outside them.
double power_share(const std::vector<PowerPoint>& curve, double wind_m_s);

/// Errors: weather.curve_short (fewer than two points), weather.curve_order {line} (speeds must rise from 0),
/// weather.curve_share {line} (shares lie in 0…1); `line` is the 1-based place in the table.
Checked<void> check_power_curve(const std::vector<PowerPoint>& curve);

/// A table "wind_m_s,share" with or without a heading. As above, and weather.curve_number {text} with the
/// line.
Checked<std::vector<PowerPoint>> read_power_curve(std::string_view csv, std::string_view file);

/// Power for each unit of the rated one, an hour each of the file and in its order. The curve holds at
/// 1.225 kg/m³; other air moves the wind by the third root of its density (IEC 61400-12-1:2017, for turbines
/// that turn their blades). NaN where wind is missing, and with `density` where temperature is; where
/// pressure is, the standard atmosphere's at the place's height is taken.
std::vector<double> wind_power(const Weather& weather, const Turbine& turbine);

}  // namespace dure::energy
