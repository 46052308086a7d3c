// SPDX-License-Identifier: Apache-2.0
#include "server/auth/actor_of.hpp"

#include "server/auth/role_store.hpp"
#include "server/auth/second_factor.hpp"
#include "server/auth/sessions.hpp"

namespace dure::auth {
namespace {

constexpr std::string_view kAccount = "SELECT name, example FROM account WHERE id = $1 AND active = 1";

}  // namespace

std::optional<Actor> actor_of(db::Connection& c, const std::string& account, Instant now) {
    const auto row = c.query_one(kAccount, account);
    if (!row) return std::nullopt;
    Actor actor{
        .account = account, .name = row->text(0), .roles = in_force(held_roles(c, account, now), now)};
    Sessions::withhold(actor,
                       row->boolean(1) || second_factor_standing(c, account) == FactorStanding::confirmed);
    return actor;
}

}  // namespace dure::auth
