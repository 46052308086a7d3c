// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/db/database.hpp"
#include "server/people/references.hpp"

/// Organisations and persons: what every desk refers to, kept once.
namespace dure::people {

/// What this folder works with.
struct Office {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
    std::vector<Reference> references = {};  ///< to organisations, from outside of this folder
    RandomBytes random = {};                 ///< for what erasing leaves in the audit
};

/// Who does something, in which request: for the audit entry.
struct Who {
    const auth::Actor& actor;
    std::string request_id;
};

}  // namespace dure::people
