// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/together/subjects.hpp"

namespace dure::together {

/// That somebody changed a record which the reader may read.
struct RecentChange {
    Instant at = 0;  ///< the last time
    std::string action;
    std::optional<std::string> actor_name;  ///< none: the program itself
    std::int64_t times = 1;                 ///< the same by the same, one behind the other
    Subject subject;
};

struct RecentPage {
    std::vector<RecentChange> items;
    std::optional<std::int64_t> next;  ///< where it goes on
};

/// From the audit, the latest first. What a change said is not told, only that it was.
RecentPage recent_changes(Reader& reader, const Subjects& subjects, const std::optional<std::string>& kind,
                          std::optional<std::int64_t> below, int limit);

}  // namespace dure::together
