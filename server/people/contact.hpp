// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

namespace dure::people {

enum class ContactKind { call, visit, mail, meeting };

/// What is written of a call, a visit, a mail or a meeting. Schema ContactContent.
struct ContactContent {
    ContactKind kind = ContactKind::call;
    std::string at;  ///< RFC 3339
    std::optional<std::string> organisation;
    std::vector<std::string> persons, accounts;  ///< ids: theirs and ours
    std::string summary, next_step;
    std::optional<std::string> due;  ///< YYYY-MM-DD
    bool done = false;               ///< the next step was taken

    bool operator==(const ContactContent&) const = default;
};

struct Contact {
    std::string id;
    ContactContent content;
    std::optional<std::string> organisation_name;
    std::vector<std::string> person_names, account_names;
    std::string owner, owner_name;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

}  // namespace dure::people
