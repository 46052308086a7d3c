// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <vector>

#include "engine/energy/weather/epw.hpp"

namespace dure::energy {

/// Periods of equal length from an instant on, as a plan has them.
struct WeatherAxis {
    std::chrono::sys_seconds start;
    int periods = 8760;
    double hours_per_period = 1;
};

/// The calendar year in the file's own local standard time, hour by hour.
WeatherAxis year_of(const Weather& weather, int year);

/// The year that begins where `axis` does, hour by hour in the file's standard time: to 8784 hours where it
/// holds a 29 February.
WeatherAxis whole_year(const Weather& weather, const WeatherAxis& axis);

/// Values of the file's hours on the periods of `axis`: each is the mean over the period, month, day and hour
/// taken in the file's local standard time and the year as a ring. A 29 February that the file lacks is its
/// 28th once more; one that the axis lacks is left out. NaN where a missing value has a part in the mean.
std::vector<double> on_axis(const Weather& weather, const std::vector<double>& hourly,
                            const WeatherAxis& axis);

}  // namespace dure::energy
