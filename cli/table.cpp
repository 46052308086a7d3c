// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <algorithm>
#include <string_view>

namespace dure::cli {
namespace {

/// Cells of a terminal that a UTF-8 text takes: letters from Hangul Jamo on (first byte E1 84 and above) take
/// two.
std::size_t cells(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue;
        count += byte >= 0xE3 ? 2 : 1;
    }
    return count;
}

}  // namespace

std::string as_columns(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], cells(row[c]));
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string padding(widths[c] - cells(row[c]), ' ');
            text += c == 0 ? row[c] + padding : "  " + padding + row[c];
        }
        text += '\n';
    }
    return text;
}

}  // namespace dure::cli
