// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/people/office.hpp"

namespace dure::figures {

/// What this folder works with.
struct Office {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
};

using people::Who;

}  // namespace dure::figures
