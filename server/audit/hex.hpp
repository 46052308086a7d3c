// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "server/db/database.hpp"

namespace dure::audit {

/// Lower-case hexadecimal digits, two a byte.
inline std::string to_hex(const db::Blob& bytes) {
    constexpr const char* kDigits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += kDigits[std::to_integer<int>(byte) >> 4];
        text += kDigits[std::to_integer<int>(byte) & 15];
    }
    return text;
}

}  // namespace dure::audit
