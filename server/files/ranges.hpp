// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dure::files {

struct Part {
    std::uint64_t offset = 0, length = 0;
    bool operator==(const Part&) const = default;
};

/// What of `size` bytes a Range header asks for (RFC 9110, section 14). None: the whole (no header, one that
/// is not understood, several ranges). A length of 0: nothing of it is there (416).
std::optional<Part> range_in(std::string_view header, std::uint64_t size);

}  // namespace dure::files
