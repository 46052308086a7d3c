// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/days.hpp"

#include <date/date.h>

#include <charconv>

#include "engine/base/utc_text.hpp"

namespace dure::desks::network {
namespace {

constexpr Instant kKorea = 9 * 3600 * kSecond;  // no summer time since 1988

int number(std::string_view digits) {
    int n = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
}

date::year_month_day read(std::string_view day) {
    return date::year(number(day.substr(0, 4))) / number(day.substr(5, 2)) / number(day.substr(8, 2));
}

std::string write(date::sys_days day) {
    return date::format("%F", day);
}

}  // namespace

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
        if (text[i] < '0' || text[i] > '9') return false;
    const auto day = read(text);
    return day.ok() && day.year() >= date::year(1900) && day.year() < date::year(3000);
}

bool is_part_of_day(std::string_view text) {
    if (text.size() == 4) return is_day(std::string(text) + "-01-01");
    if (text.size() == 7) return is_day(std::string(text) + "-01");
    return is_day(text);
}

std::string day_of(Instant instant) {
    return utc_text(instant + kKorea).substr(0, 10);
}

Instant end_of_day(std::string_view day) {
    const auto next = date::sys_days(read(day)) + date::days(1);
    return std::chrono::duration_cast<std::chrono::microseconds>(next.time_since_epoch()).count() - kKorea;
}

std::string days_later(std::string_view day, int days) {
    return write(date::sys_days(read(day)) + date::days(days));
}

}  // namespace dure::desks::network
