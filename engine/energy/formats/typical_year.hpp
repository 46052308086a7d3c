// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

namespace dure::energy {

// A synthetic typical year, hour by hour in standard local time (no daylight saving): what it is calibrated
// to is passed in, the rest is shape. It knows no measured weather, and it says so wherever it is used; the
// public holidays are passed in. The same arguments give the same numbers on every machine.

struct Site {
    double latitude_deg = 35.87;  ///< Daegu
    double longitude_deg = 128.60;
    double utc_offset_hours = 9;
};

/// Mean temperature, and half the difference between the warmest and coldest day and hour.
struct Climate {
    double mean_c = 14.5;
    double seasonal_c = 12.5;
    double daily_c = 4.5;
    double weather_c = 3;  ///< standard deviation of the weather's departure from the season
};

/// 8760, or 8784 in a leap year.
int hours_of_year(int year);

/// Season and time of day as cosines (coldest on day 20 and at 5 o'clock), weather as a first-order
/// autoregressive process whose correlation falls to 1/e in four days.
std::vector<double> typical_temperature(int year, const Climate& climate, std::uint64_t seed);

/// MW. A working day's two humps, Saturdays at 0.93, Sundays and the `holidays` at 0.86, plus 1.1 % for each
/// degree below 12 °C and 2.2 % for each above 22 °C; scaled to the year's sum.
std::vector<double> typical_electricity(int year, const std::vector<double>& temperature_c, double annual_mwh,
                                        std::span<const std::chrono::year_month_day> holidays = {});

/// MW. Degree hours below 16 °C of the mean of the last 24 hours with a morning and an evening hump, plus the
/// share of hot water that is the same all year; scaled to the year's sum.
std::vector<double> typical_heat(int year, const std::vector<double>& temperature_c, double annual_mwh,
                                 double hot_water_share);

/// Availability 0…1 of horizontal panels: declination after Cooper (Solar Energy 12, 1969, 333–346), equation
/// of time after Spencer (Search 2, 1971, 172), clear-sky irradiance after Haurwitz (J. Meteorology 2, 1945,
/// 154–166), dimmed by a clearness that changes from day to day; scaled (and cut at 1) to the full-load
/// hours.
std::vector<double> typical_pv(int year, const Site& site, double full_load_hours, std::uint64_t seed);

/// Availability 0…1: hourly wind speeds with a Weibull distribution of shape 2 and a correlation that falls
/// to 1/e in 14 hours, stronger in winter, through a cubic power curve from 3 to 12 m/s; the scale is chosen
/// to give the full-load hours.
std::vector<double> typical_wind(int year, double full_load_hours, std::uint64_t seed);

/// Coefficient of performance of an air-source heat pump after Ruhnau, Hirth and Praktiknjo (Scientific Data
/// 6, 2019, 189): 0.85·(6.08 − 0.09 Δ + 0.0005 Δ²), Δ = sink_c − temperature, not below 1.
std::vector<double> typical_cop(const std::vector<double>& temperature_c, double sink_c);

}  // namespace dure::energy
