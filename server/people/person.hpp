// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/people/names.hpp"

namespace dure::people {

/// Where a person works or worked, from a first to a last day; either may be unknown. Schema Employment.
struct Employment {
    std::string organisation;
    std::string job;                                 ///< what they do there
    std::optional<std::string> first_day, last_day;  ///< YYYY-MM-DD

    bool operator==(const Employment&) const = default;
};

/// What is written of a person. Schema PersonContent.
struct PersonContent {
    std::vector<Name> names;
    std::string title;  ///< "Dr.", "교수"
    std::optional<std::string> email, telephone;
    std::vector<std::string> languages;  ///< BCP 47, spoken
    std::vector<Employment> employments;
    std::string note;

    bool operator==(const PersonContent&) const = default;
};

/// As the tables hold it.
struct Person {
    std::string id;
    PersonContent content;
    std::vector<std::string> organisation_names;  ///< of each employment
    std::string owner, owner_name;
    bool fictitious = false;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted, erased;
};

}  // namespace dure::people
