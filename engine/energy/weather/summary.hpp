// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "engine/energy/weather/epw.hpp"

namespace dure::energy {

struct WeatherMonth {
    std::optional<double> temperature_c, wind_m_s;  ///< means of what is given; none: nothing is
    std::optional<double> global_kwh_m2_day;        ///< mean of a day
    int hours = 0;
};

/// What a person looks at before a file is used.
struct WeatherSummary {
    std::array<WeatherMonth, 12> months;
    WeatherMonth year;
    double coldest_c = 0, warmest_c = 0;
    int first_year = 0, last_year = 0;  ///< of the rows; a typical year is put together from several
};

WeatherSummary summarise(const Weather& weather);

}  // namespace dure::energy
