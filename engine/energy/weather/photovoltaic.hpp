// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/energy/weather/epw.hpp"
#include "engine/energy/weather/sun.hpp"

namespace dure::energy {

/// A fixed field of panels. The defaults are PVWatts' standard modules on a roof's rack.
struct Panels {
    double tilt_deg = 30;          ///< 0 flat … 90 upright
    double azimuth_deg = 180;      ///< clockwise from north: 180 faces south
    double albedo = 0.2;           ///< share of light that the ground gives back
    double losses = 0.14;          ///< dirt, shade, wiring, mismatch, downtime together
    double power_per_k = -0.0047;  ///< change of power for each kelvin above 25 °C in the cell
    double inverter_efficiency = 0.96;
    double dc_ac_ratio = 1.1;  ///< panels' peak over the inverter's; the inverter cuts what is above its own
};

struct Irradiance {
    double global, direct_normal, diffuse;  ///< W/m²; global and diffuse on the flat
};

struct PlaneIrradiance {
    double beam = 0, sky = 0, ground = 0;  ///< W/m² on the panel
    double total() const { return beam + sky + ground; }
};

/// Share of the global irradiance that is diffuse, by the clearness 0…1, after Erbs, Klein and Duffie (Solar
/// Energy 28, 1982, 293–302).
double diffuse_share(double clearness);

/// Onto a tilted plane after Hay and Davies (First Canadian Solar Radiation Data Workshop, 1980, 59–72): the
/// share of the diffuse light round the sun goes the way of the beam, the rest comes evenly from the sky.
PlaneIrradiance on_plane(const Irradiance& light, const SunPosition& sun, double extraterrestrial,
                         const Panels& panels);

/// °C, after Faiman (Progress in Photovoltaics 16, 2008, 307–315) with his means of 25.0 and 6.84.
double cell_temperature_c(double plane_w_m2, double temperature_c, double wind_m_s);

/// AC power by DC power, both as shares of the inverter's DC rating: part-load curve of PVWatts 5 (Dobos,
/// NREL/TP-6A20-62641, 2014), cut at `efficiency`.
double inverter(double dc_share, double efficiency);

/// AC power for each unit of the panels' peak, an hour each of the file and in its order. Panel glass by the
/// ASHRAE form 1 − 0.05 (1/cos θ − 1) (Souka and Safwat, Solar Energy 10, 1966, 170–174) on the beam. The sun
/// is taken at the half of each hour. NaN where global irradiance or temperature is missing; where only
/// direct or diffuse is, both are split from the global one by `diffuse_share`; where wind is, 1 m/s is
/// taken.
std::vector<double> photovoltaic(const Weather& weather, const Panels& panels);

}  // namespace dure::energy
