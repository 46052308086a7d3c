// SPDX-License-Identifier: Apache-2.0
#include "server/search/segments.hpp"

#include <algorithm>

namespace dure::search {
namespace {

/// The nearest place at or before `at` where a letter begins.
std::size_t letter_start(const std::string& text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

/// Behind the blank before `at`, if one is near.
std::size_t word_start(const std::string& text, std::size_t at) {
    const std::size_t blank = text.rfind(' ', at);
    return blank != std::string::npos && at - blank < 30 ? blank + 1 : letter_start(text, at);
}

}  // namespace

std::vector<Segment> segments_of(const std::string& text, const std::vector<Mark>& marks, std::size_t most) {
    std::size_t begin = 0, end = text.size();
    if (end > most) {
        const std::size_t first = marks.empty() ? 0 : marks.front().begin;
        if (first > most / 2) begin = word_start(text, first - most / 3);
        end = std::min(text.size(), begin + most);
        if (end < text.size()) end = std::max(word_start(text, end), begin + most / 2);
        end = letter_start(text, end);
        if (end < text.size() && end > begin && text[end - 1] == ' ') --end;
    }
    std::vector<Segment> made;
    const auto add = [&](std::size_t from, std::size_t to, bool marked) {
        if (from < to) made.push_back({text.substr(from, to - from), marked});
    };
    if (begin > 0) made.push_back({"… ", false});
    std::size_t at = begin;
    for (const Mark& mark : marks) {
        if (mark.end <= begin || mark.begin < at || mark.end > end) continue;
        add(at, mark.begin, false);
        add(mark.begin, mark.end, true);
        at = mark.end;
    }
    add(at, end, false);
    if (end < text.size()) made.push_back({" …", false});
    return made;
}

}  // namespace dure::search
