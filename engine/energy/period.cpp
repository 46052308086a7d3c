// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/period.hpp"

#include <charconv>

#include <fmt/format.h>

namespace dure::energy {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2199;
constexpr std::string_view kUndated = "undated";

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
    return value;
}

std::optional<int> year_in(std::string_view text) {
    if (text.size() != 4) return std::nullopt;
    const auto year = digits(text);
    if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
    return year;
}

std::optional<int> month_in(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const auto year = year_in(text.substr(0, 4)), month = digits(text.substr(5));
    if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
    return *year * 12 + *month - 1;
}

/// "2018-Q3", "2018-H2".
std::optional<Period> part_of_year(std::string_view text) {
    if (text.size() != 7 || text[4] != '-' || (text[5] != 'Q' && text[5] != 'H')) return std::nullopt;
    const auto year = year_in(text.substr(0, 4));
    const int length = text[5] == 'Q' ? 3 : 6, number = text[6] - '0';
    if (!year || number < 1 || number > 12 / length) return std::nullopt;
    const int first = *year * 12 + (number - 1) * length;
    return Period{first, first + length - 1};
}

std::string month_text(int month) {
    return fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
}

}  // namespace

std::optional<int> Period::year() const {
    if (!dated() || first / 12 != last / 12) return std::nullopt;
    return first / 12;
}

std::optional<Period> read_period(std::string_view text) {
    if (text == kUndated) return Period{};
    if (const auto year = year_in(text)) return Period{*year * 12, *year * 12 + 11};
    if (const auto month = month_in(text)) return Period{*month, *month};
    if (const auto part = part_of_year(text)) return part;
    if (text.size() != 15 || text[7] != '/') return std::nullopt;
    const auto first = month_in(text.substr(0, 7)), last = month_in(text.substr(8));
    if (!first || !last || *last < *first) return std::nullopt;
    return Period{*first, *last};
}

std::string text_of(const Period& period) {
    if (!period.dated()) return std::string(kUndated);
    const int start = period.first % 12, year = period.first / 12;
    if (period.is_year()) return fmt::format("{:04}", year);
    if (period.months() == 1) return month_text(period.first);
    if (period.months() == 3 && start % 3 == 0) return fmt::format("{:04}-Q{}", year, start / 3 + 1);
    if (period.months() == 6 && start % 6 == 0) return fmt::format("{:04}-H{}", year, start / 6 + 1);
    return month_text(period.first) + '/' + month_text(period.last);
}

std::string key_of(const Period& period) {
    if (!period.dated()) return {};
    return month_text(period.first) + '/' + month_text(period.last);
}

}  // namespace dure::energy
