// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dure::db {

/// The pattern that finds `part` anywhere, for LIKE $1 ESCAPE '!'. Case is the caller's: fold both sides.
inline std::string containing(std::string_view part) {
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

}  // namespace dure::db
