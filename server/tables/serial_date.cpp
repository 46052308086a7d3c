// SPDX-License-Identifier: Apache-2.0
#include "server/tables/serial_date.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

namespace dure::tables {
namespace {

constexpr double kLastDay = 2'958'465;  // 9999-12-31
constexpr int kDaysBetweenEras = 1'462;
constexpr int kMinutesOfDay = 24 * 60;

}  // namespace

bool shows_date(std::string_view format) {
    char closing = '\0';
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (closing != '\0') {
            if (c == closing) closing = '\0';
        } else if (c == '"') {
            closing = '"';
        } else if (c == '[') {
            // "[h]" counts hours: a number of them, not a time of the day.
            closing = ']';
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (std::string_view("yYdDhHsSmM").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool shows_date(int format) {
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
           (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

std::string date_text(double serial, bool from_1904) {
    if (!(serial >= 0 && serial <= kLastDay)) return number_text(serial);
    auto days = static_cast<long>(std::floor(serial));
    auto minutes = std::lround((serial - std::floor(serial)) * kMinutesOfDay);
    if (minutes == kMinutesOfDay) {
        ++days;
        minutes = 0;
    }
    const std::string time = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    if (days == 0 && !from_1904) return time;
    if (from_1904)
        days += kDaysBetweenEras;
    else if (days < 60)
        ++days;  // spreadsheets believe in a 29 February 1900
    using namespace std::chrono;
    const year_month_day day{sys_days{year{1899} / 12 / 30} + std::chrono::days{days}};
    std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                                   static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return minutes == 0 ? text : text + ' ' + time;
}

std::string number_text(double number) {
    if (!std::isfinite(number)) return {};
    if (number == 0) return "0";
    const std::string fifteen = fmt::format("{:.15g}", number);
    double rounded = number;
    std::from_chars(fifteen.data(), fifteen.data() + fifteen.size(), rounded);
    char digits[400];
    const double size = std::abs(rounded);
    const auto form = size >= 1e-7 && size < 1e21 ? std::chars_format::fixed : std::chars_format::general;
    return {digits, std::to_chars(digits, digits + sizeof digits, rounded, form).ptr};
}

}  // namespace dure::tables
