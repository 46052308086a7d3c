// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/time.hpp"

namespace dure::together {

/// What somebody is to do, about a record or about none.
struct Task {
    std::string id;
    std::optional<std::string> subject_kind, subject_id;
    std::string title, note;
    std::string creator, creator_name;
    std::string owner, owner_name;   ///< answers for it
    std::optional<std::string> due;  ///< the last day: "2026-11-30"
    std::optional<Instant> done;
    std::optional<std::string> done_by, done_by_name;
    std::optional<Instant> deleted;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;

    bool overdue(const std::string& today) const { return !done && due && *due < today; }
};

}  // namespace dure::together
