// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/db/database.hpp"
#include "server/jobs/queue.hpp"

namespace dure::desks::energy {

/// What the desk works with.
struct Desk {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
    jobs::Queue& queue;
    int most_waiting_live =
        2;  ///< people who may wait for the live lane; each holds one of the server's workers
};

/// Who does something, in which request: for the audit entry.
struct Who {
    const auth::Actor& actor;
    std::string request_id;
};

}  // namespace dure::desks::energy
