// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/axis.hpp"

#include <algorithm>
#include <cmath>

namespace dure::energy {
namespace {

std::chrono::seconds standard_offset(const Weather& weather) {
    return std::chrono::seconds(std::lround(3600 * weather.place.utc_offset_hours));
}

/// The place in the file of the hour that holds `local`.
std::size_t hour_in_file(const Weather& weather, std::chrono::sys_seconds local) {
    using namespace std::chrono;
    const auto midnight = floor<days>(local);
    const year_month_day date(midnight);
    const bool leap_file = weather.hours.size() == 8784;
    const bool leap_day = date.month() == February && date.day() == day(29);
    const auto like =
        year(leap_file ? 2028 : 2027) / date.month() / (leap_day && !leap_file ? day(28) : date.day());
    const auto days_before = (sys_days(like) - sys_days(like.year() / January / 1)).count();
    return static_cast<std::size_t>(days_before * 24 + floor<std::chrono::hours>(local - midnight).count());
}

}  // namespace

WeatherAxis year_of(const Weather& weather, int y) {
    using namespace std::chrono;
    const sys_days first(year(y) / January / 1), next(year(y + 1) / January / 1);
    return {sys_seconds(first) - standard_offset(weather), static_cast<int>((next - first).count()) * 24, 1};
}

WeatherAxis whole_year(const Weather& weather, const WeatherAxis& axis) {
    using namespace std::chrono;
    const sys_seconds local = axis.start + standard_offset(weather);
    const auto midnight = floor<days>(local);
    auto then = year_month_day(midnight) + years(1);
    if (!then.ok()) then = then.year() / March / 1;  // from a 29 February on
    return {axis.start, static_cast<int>((sys_days(then) - midnight).count()) * 24, 1};
}

std::vector<double> on_axis(const Weather& weather, const std::vector<double>& hourly,
                            const WeatherAxis& axis) {
    using namespace std::chrono;
    const auto length = seconds(std::lround(3600 * axis.hours_per_period));
    std::vector<double> made;
    made.reserve(static_cast<std::size_t>(std::max(0, axis.periods)));
    for (int p = 0; p < axis.periods; ++p) {
        const sys_seconds from = axis.start + standard_offset(weather) + p * length, to = from + length;
        double sum = 0;
        for (auto at = from; at < to;) {
            const auto hour_end = floor<std::chrono::hours>(at) + std::chrono::hours(1);
            const sys_seconds end = std::min<sys_seconds>(to, hour_end);
            sum += hourly[hour_in_file(weather, at)] * static_cast<double>((end - at).count());
            at = end;
        }
        made.push_back(sum / static_cast<double>(length.count()));
    }
    return made;
}

}  // namespace dure::energy
