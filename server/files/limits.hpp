// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/db/database.hpp"

namespace dure::files {

/// What the settings allow, in bytes.
struct Limits {
    std::int64_t file = 0, record = 0, person = 0, total = 0;
    std::vector<std::string> extensions;
    std::int64_t grace_days = 30;  ///< how long what was put away is kept

    bool allows(std::string_view extension) const;
};
Limits read_limits(db::Connection& c);

/// A PATCH of an upload carries at most this.
inline constexpr std::size_t kChunk = std::size_t{8} << 20;

}  // namespace dure::files
