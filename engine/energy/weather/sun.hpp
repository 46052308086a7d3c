// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace dure::energy {

struct SunPosition {
    double zenith_deg;   ///< 0 overhead, 90 at the horizon; without refraction
    double azimuth_deg;  ///< clockwise from north, 0 ≤ azimuth < 360
};

/// Where the sun stands, after Blanco, Milidonis and Bonanos, "Updating the PSA sun position algorithm",
/// Solar Energy 212 (2020) 339–341: within 0.01° for 2020–2050, and near it some decades before and after.
SunPosition sun_position(std::chrono::sys_seconds utc, double latitude_deg, double longitude_deg);

/// What the air lifts the sun by, in degrees, after Sæmundsson (Sky and Telescope 72, 1986, 70) as NREL's SPA
/// uses it (Reda and Andreas, Solar Energy 76, 2004, 577–589); 0 below the horizon.
double refraction_deg(double elevation_deg, double pressure_pa, double temperature_c);

/// W/m² outside the atmosphere, facing the sun: 1361.1 W/m² (Gueymard, Solar Energy 168, 2018, 2–17) by the
/// distance of the day after Spencer (Search 2, 1971, 172).
double extraterrestrial_w_m2(int day_of_year);

}  // namespace dure::energy
