// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>
#include <limits>

#include "engine/base/text.hpp"
#include "server/imports/value.hpp"

namespace dure::imports {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool take(std::string& text, std::string_view front) {
    if (!text.starts_with(front)) return false;
    text.erase(0, front.size());
    return true;
}

/// "1,234,567.8" without its commas; empty where they do not part thousands.
std::string without_commas(std::string_view text) {
    std::string out;
    const auto end_of_whole = std::min(text.find('.'), text.size());
    const auto whole = text.substr(0, end_of_whole);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (whole[i] != ',') {
            out += whole[i];
            continue;
        }
        const bool parts =
            i > 0 && (whole.size() - i) % 4 == 0 && whole.find_first_not_of("0123456789", i + 1) >= i + 4;
        if (!parts) return {};
    }
    return out + std::string(text.substr(end_of_whole));
}

}  // namespace

double number_in(std::string_view cell, std::string_view unit) {
    std::string text;
    for (const char c : folded(cell))
        if (c != ' ') text += c;
    const std::string ending = folded(unit);
    if (!ending.empty() && text.ends_with(ending)) text.resize(text.size() - ending.size());
    for (const std::string_view sign : {"₩", "￦", "\\"}) take(text, sign);
    bool negative = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        negative = true;
        text = text.substr(1, text.size() - 2);
    }
    for (const std::string_view minus : {"△", "▲", "-", "\xE2\x88\x92"})
        if (!negative && take(text, minus)) negative = true;
    if (!negative) take(text, "+");
    if (text.empty() || !(is_digit(text[0]) || text[0] == '.')) return kNone;
    text = without_commas(text);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(number))
        return kNone;
    return negative ? -number : number;
}

}  // namespace dure::imports
