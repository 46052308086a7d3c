// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "engine/base/id.hpp"
#include "server/imports/resource.hpp"
#include "server/jobs/queue.hpp"

namespace dure::imports {

/// What this folder works with; outlives all that is made from it.
struct Context {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
    jobs::Queue& queue;
    const Registry& registry;
};

}  // namespace dure::imports
