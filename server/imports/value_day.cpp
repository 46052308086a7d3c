// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "engine/base/text.hpp"
#include "server/imports/value.hpp"

namespace dure::imports {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A time of the day at the end: " 13:05", "t13:05:00z".
std::string without_time(std::string text) {
    const auto colon = text.find(':');
    if (colon == std::string::npos || colon < 3) return text;
    auto begin = colon;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == 't')) --begin;
    return text.substr(0, begin);
}

std::string iso(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (year < 1000 || year > 9999 || !date.ok()) return {};
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

struct Groups {
    std::vector<std::string> digits;
    bool only_signs = true;  ///< between them stand only the signs that part a date
};

Groups groups_of(const std::string& text) {
    Groups groups;
    std::string between;
    bool in_group = false;
    const auto judge = [&] {
        for (const std::string_view sign :
             {"", ".", "-", "/", " ", ". ", "년 ", "년", "월 ", "월", "일", "年", "月", "日"})
            if (between == sign) return;
        groups.only_signs = false;
    };
    for (const char c : text) {
        if (!is_digit(c)) {
            between += c;
            in_group = false;
            continue;
        }
        if (!in_group) {
            judge();
            if (groups.digits.empty() && !between.empty()) groups.only_signs = false;
            between.clear();
            groups.digits.emplace_back();
        }
        in_group = true;
        if (groups.digits.back().size() < 9) groups.digits.back() += c;
    }
    judge();
    return groups;
}

/// What a day written in another order could mean, if only one thing.
std::string other_order(int a, int b, int year) {
    if (a > 12) return iso(year, b, a);
    if (b > 12) return iso(year, a, b);
    return {};
}

}  // namespace

Day day_in(std::string_view cell) {
    const Groups groups = groups_of(without_time(folded(cell)));
    const auto& digits = groups.digits;
    const auto number = [&](std::size_t i) { return std::stoi(digits[i]); };
    if (digits.size() == 1 && digits[0].size() == 8 && groups.only_signs) {
        const int whole = number(0);
        std::string text = iso(whole / 10'000, whole / 100 % 100, whole % 100);
        return {.text = text, .no_such_day = text.empty()};
    }
    if (digits.size() == 2 && digits[0].size() == 4) return {.instead = iso(number(0), number(1), 1)};
    if (digits.size() != 3) return {};
    for (const auto& part : digits)
        if (part.size() > 4) return {};
    if (digits[0].size() == 4) {
        std::string text = iso(number(0), number(1), number(2));
        if (!groups.only_signs) return {.instead = text};
        return {.text = text, .no_such_day = text.empty()};
    }
    if (digits[2].size() == 4) return {.instead = other_order(number(0), number(1), number(2))};
    if (digits[0].size() == 2) return {.instead = iso(2000 + number(0), number(1), number(2))};
    return {};
}

}  // namespace dure::imports
