// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/together/subjects.hpp"

/// What desks tell the pages that gather from all of them. Everything told is the reader's to know.
namespace dure::together {

/// One thing that waits for a person, or a number of the same. Sentence: waiting.kind.<kind>.
struct Wait {
    std::string kind;                   ///< "approval", "vote", "task", …
    std::optional<std::string> title;   ///< of the record
    std::string path;                   ///< of the page where it is done
    std::optional<std::int64_t> count;  ///< so many of them behind the path
    std::optional<std::string> due;     ///< day
    bool overdue = false;
};

struct Waits {
    std::string name;
    std::function<std::vector<Wait>(Reader&, Instant now)> find;
};

/// Something on a day, or at an hour of it.
struct Occasion {
    std::string kind;  ///< "task", "approval", …; sentence: calendar.kind.<kind>
    std::string id;    ///< with the kind the same for ever
    std::string title, path;
    std::string day;  ///< "2026-11-30", in Korea
    std::optional<Instant> begins;
    std::string place = {};
    bool done = false;
    Instant updated = 0;
};

struct Days {
    std::string from, until;  ///< both within
};

struct Calendar {
    std::string name;
    std::function<std::vector<Occasion>(Reader&, const Days&, Instant now)> find;
};

}  // namespace dure::together
