// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

namespace dure::together {

struct Person {
    std::string account, name;
};

/// What somebody said of a record: plain text in its language.
struct Comment {
    std::string id, subject_kind, subject_id;
    std::string author, author_name, language, text;
    bool shared = false;  ///< read by those outside to whom the record belongs, too
    std::vector<Person> mentions;
    std::optional<Instant> edited, deleted;
    std::optional<std::string> deleted_by;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

}  // namespace dure::together
