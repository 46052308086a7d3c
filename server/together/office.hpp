// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/people/office.hpp"
#include "server/together/providers.hpp"
#include "server/together/subjects.hpp"

namespace dure::together {

using people::Who;

/// What this folder works with.
struct Office {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
    const Subjects& subjects;
    const std::vector<Waits>& waits;
    const std::vector<Calendar>& calendars;
    std::string public_url;  ///< of links in the calendar feed; empty: none
};

inline Reader reader_of(db::Connection& c, const Office& office, const auth::Actor& actor) {
    return {c, office.subjects, actor, office.clock()};
}

}  // namespace dure::together
