// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/db/database.hpp"
#include "server/mail/compose.hpp"
#include "server/mail/sender.hpp"

/// What people do with mail: the outbox as an administrator reads it, one's own settings, mailings, and the
/// way out of them.
namespace dure::mailroom {

struct Mailroom {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
    mail::House house;
    std::function<mail::SenderState()> sender;
};

/// Who writes to many at once.
inline constexpr auth::RoleSet kMailers = {auth::Role::programme_officer, auth::Role::cluster_manager,
                                           auth::Role::administrator};

}  // namespace dure::mailroom
