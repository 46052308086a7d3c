// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utc_text.hpp"

#include <fmt/format.h>

#include <chrono>

namespace dure {

std::string utc_text(Instant instant) {
    using namespace std::chrono;
    const sys_time<microseconds> time{microseconds(instant)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

}  // namespace dure
