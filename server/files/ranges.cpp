// SPDX-License-Identifier: Apache-2.0
#include "server/files/ranges.hpp"

#include <algorithm>

#include "server/files/tus.hpp"

namespace dure::files {

std::optional<Part> range_in(std::string_view header, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit)) return std::nullopt;
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == std::string_view::npos || header.find(',') != std::string_view::npos) return std::nullopt;
    const auto first = whole_number(header.substr(0, dash)), last = whole_number(header.substr(dash + 1));
    if (dash == 0) {
        if (!last) return std::nullopt;
        const std::uint64_t length = std::min(*last, size);
        return Part{size - length, length};
    }
    if (!first || (!last && dash + 1 < header.size()) || (last && *last < *first)) return std::nullopt;
    if (*first >= size) return Part{};
    return Part{*first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
}

}  // namespace dure::files
