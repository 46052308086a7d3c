// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/id.hpp"
#include "server/auth/account.hpp"
#include "server/auth/origin.hpp"
#include "server/auth/role_grant.hpp"
#include "server/auth/views.hpp"
#include "server/db/database.hpp"

namespace dure::auth {

/// Gives and ends roles and deputies, each with its audit entry in the transaction it is given. Refusals are
/// thrown as http::ProblemException: 422 period.ends_before_it_begins, period.over, deputy.oneself,
/// account.unknown_id; 409 account.last_administrator, period.over; 412 http.stale. After the commit call
/// Sessions::forget().
class Roles {
  public:
    Roles(Clock clock, IdMaker& ids) : clock_(std::move(clock)), ids_(ids) {}

    RoleGrant give(db::Connection& c, const std::string& account, const NewRole& wanted, const Actor& actor,
                   const Origin& origin);
    /// From now on; one that has not begun never does.
    RoleGrant end(db::Connection& c, RoleGrant grant, const Actor& actor, const Origin& origin);

    Deputy appoint(db::Connection& c, const Account& account, const NewDeputy& wanted, const Actor& actor,
                   const Origin& origin);
    Deputy end(db::Connection& c, Deputy deputy, const Actor& actor, const Origin& origin);

    Instant now() const { return clock_(); }

  private:
    Period period(const std::optional<std::string>& from, const std::optional<std::string>& until) const;

    Clock clock_;
    IdMaker& ids_;
};

}  // namespace dure::auth
