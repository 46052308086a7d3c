// SPDX-License-Identifier: Apache-2.0
#include "server/together/days.hpp"

#include "engine/base/utc_text.hpp"

namespace dure::together {
namespace {

constexpr Instant kKorea = 9 * 3600 * kSecond, kDay = 24 * 3600 * kSecond;

}  // namespace

std::string day_of(Instant instant) {
    return utc_text(instant + kKorea).substr(0, 10);
}

Instant begin_of(std::string_view day) {
    return instant_from(std::string(day) + "T00:00:00Z").value() - kKorea;
}

std::string days_later(std::string_view day, int days) {
    return day_of(begin_of(day) + days * kDay);
}

}  // namespace dure::together
