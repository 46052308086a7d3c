// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace dure::lp {

/// The fields of one MPS data line by their meaning; absent ones are empty. `first` is the row's or bound's
/// type, `head` the column's or the set's name, then up to two pairs of name and number.
struct MpsFields {
    std::string_view first, head;
    std::array<std::string_view, 2> name, number;
    bool too_many = false;
};

/// Up to seven words of a line; `count` tells how many there are (8: more).
struct MpsWords {
    std::array<std::string_view, 8> word;
    std::size_t count = 0;
};

inline bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

inline MpsWords split_words(std::string_view line) {
    MpsWords w;
    const char* p = line.data();
    const char* end = p + line.size();
    for (;;) {
        while (p != end && is_blank(*p)) ++p;
        if (p == end || w.count == w.word.size()) break;
        const char* begin = p;
        while (p != end && !is_blank(*p)) ++p;
        w.word[w.count++] = {begin, static_cast<std::size_t>(p - begin)};
    }
    return w;
}

inline std::string_view trimmed(std::string_view s) {
    while (!s.empty() && is_blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
    return s;
}

/// Fixed format: columns 2–3, 5–12, 15–22, 25–36, 40–47, 50–61 (from 1).
inline MpsFields split_columns(std::string_view line) {
    const auto field = [line](std::size_t from, std::size_t length) {
        return from < line.size() ? trimmed(line.substr(from, length)) : std::string_view{};
    };
    MpsFields f{field(1, 2), field(4, 8), {field(14, 8), field(39, 8)}, {field(24, 12), field(49, 12)}};
    f.too_many = !field(61, line.size()).empty();
    return f;
}

}  // namespace dure::lp
