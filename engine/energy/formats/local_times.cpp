// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/local_times.hpp"

#include <date/tz.h>

#include <cmath>
#include <sstream>

namespace dure::energy {

std::vector<std::string> local_times(const Time& time) {
    std::istringstream text(time.start);
    date::local_seconds start;
    if (!(text >> date::parse("%FT%H:%M", start))) return {};
    const date::time_zone* zone = nullptr;
    try {
        zone = date::locate_zone(time.time_zone);
    } catch (const std::runtime_error&) {
        return {};
    }
    const auto first = zone->to_sys(start, date::choose::earliest);
    std::vector<std::string> times;
    for (int p = 0; p < time.periods; ++p) {
        const auto after = std::chrono::seconds(std::llround(3600 * time.hours_per_period * p));
        times.push_back(date::format("%FT%H:%M%Ez", date::make_zoned(zone, first + after)));
    }
    return times;
}

}  // namespace dure::energy
