// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/db/database.hpp"

namespace dure::auth {

/// What a person may do now, without a request of theirs: whether they may be told of a record. Roles that
/// need a second factor count only where there is one, as in a session. None: no such active account.
std::optional<Actor> actor_of(db::Connection& c, const std::string& account, Instant now);

}  // namespace dure::auth
