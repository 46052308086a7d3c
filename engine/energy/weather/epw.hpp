// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::energy {

// Weather files in EnergyPlus's EPW format (Crawley, Hand and Lawrie, Building Simulation 1999; EnergyPlus,
// Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary"): eight header lines, then a row an
// hour in local standard time, named by the hour in which it ends (1…24). Irradiance is the mean over that
// hour, temperature and wind stand for it.

struct WeatherPlace {
    std::string city, region, country, source, station;
    double latitude_deg = 0, longitude_deg = 0, utc_offset_hours = 0, elevation_m = 0;
};

enum class WeatherColumn { temperature, pressure, global, direct, diffuse, wind };

/// As errors name it: "dry_bulb", "pressure", "global_horizontal", …
std::string_view name_of(WeatherColumn column);

/// A value that the file does not give, by the format's own sign for it (9999 for irradiance and so on).
struct WeatherGap {
    WeatherColumn column;
    int hour;  ///< 0-based hour of the year
    int line;  ///< 1-based line of the file
    bool operator==(const WeatherGap&) const = default;
};

struct WeatherHour {
    int year, month, day, hour;  ///< as written; the hour 0…23 is the one that begins then
    double temperature_c, pressure_pa, global_w_m2, direct_normal_w_m2, diffuse_w_m2, wind_m_s;
};

struct Weather {
    WeatherPlace place;
    std::string location_line;       ///< the file's first line, for the source of what is made of it
    std::vector<WeatherHour> hours;  ///< 8760, or 8784 with 29 February; missing values are NaN
    std::vector<WeatherGap> gaps;    ///< each of those, in order of the file
};

/// Errors, every one at once with its line: epw.no_location, epw.no_data_periods, epw.few_fields {needed,
/// found}, epw.bad_number {column, text}, epw.not_whole {column, text} (a year,
/// month, day or hour), epw.out_of_range {column, text, from, to}, epw.wrong_hour
/// {expected, found}, epw.wrong_rows {found}, epw.more_errors {count} after the first hundred.
Checked<Weather> read_epw(std::string_view text, std::string_view file);

}  // namespace dure::energy
