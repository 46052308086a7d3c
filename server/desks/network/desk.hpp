// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/db/database.hpp"
#include "server/people/office.hpp"

/// The network of clusters: who belongs to it, and how its members are found.
namespace dure::desks::network {

/// What the desk works with.
struct Desk {
    db::Database& database;
    Clock clock;
    IdMaker& ids;

    /// What organisations are changed with.
    people::Office office() const { return {database, clock, ids}; }
};

using people::Who;

}  // namespace dure::desks::network
