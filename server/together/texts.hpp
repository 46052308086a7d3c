// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// What people write, as plain text.
namespace dure::together {

/// No control characters but the end of a line and the tab.
inline bool is_plain(std::string_view text) {
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
    });
}

/// The beginning of a text, cut between characters, with "…" where it goes on. `most` in code points.
inline std::string beginning_of(std::string_view text, std::size_t most) {
    std::size_t at = 0, seen = 0;
    for (; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) continue;
        if (seen++ == most) break;
    }
    return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

}  // namespace dure::together
