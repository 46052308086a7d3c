// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/period_clock.hpp"

#include <date/tz.h>

#include <chrono>
#include <sstream>
#include <stdexcept>

namespace dure::desks::energy {

using std::chrono::microseconds;

PeriodClock::PeriodClock(const dure::energy::Time& time)
    : period_(static_cast<Instant>(time.hours_per_period * 3600 * kSecond)), zone_(time.time_zone) {
    std::istringstream text(time.start);
    date::local_seconds local;
    if (!(text >> date::parse("%Y-%m-%dT%H:%M", local)))
        throw std::runtime_error("not a local time: " + time.start);
    const auto start = date::locate_zone(zone_)->to_sys(local, date::choose::earliest);
    start_ = std::chrono::duration_cast<microseconds>(start.time_since_epoch()).count();
}

Instant PeriodClock::start_of(std::int64_t period) const {
    return start_ + period * period_;
}

std::string PeriodClock::local_text(std::int64_t period) const {
    const auto instant = std::chrono::floor<std::chrono::minutes>(
        date::sys_time<microseconds>(microseconds(start_of(period))));
    return date::format("%Y-%m-%d %H:%M", date::locate_zone(zone_)->to_local(instant));
}

}  // namespace dure::desks::energy
