// SPDX-License-Identifier: Apache-2.0
#include "server/auth/session_answers.hpp"

#include <algorithm>

#include "engine/base/utc_text.hpp"
#include "server/auth/account_access.hpp"
#include "server/auth/identity.hpp"
#include "server/auth/presenter.hpp"
#include "server/auth/role_store.hpp"

namespace dure::auth {

SessionView SessionAnswers::view(const Account& account, std::span<const Deputy> stands_in_for,
                                 const Actor& actor, Instant expires) const {
    SessionView view{.account = present(account, actor.roles, actor),
                     .actions = installation_.permitted(actor),
                     .expires = utc_text(expires),
                     .second_factor = second_factor_state(account, actor)};
    for (const Deputy& deputy : stands_in_for)
        view.deputy_for.push_back(present(deputy, account, {}, clock_()));
    return view;
}

http::Response SessionAnswers::signed_in(const http::Request& request, const Accounts::SignedIn& signed_in,
                                         int status) const {
    const SessionLife life = accounts_.sessions().life();
    const Account& account = signed_in.account;
    const SessionView shown = database_.read([&](db::Connection& c) {
        Actor actor{.account = account.id,
                    .name = account.name,
                    .roles = in_force(held_roles(c, account.id, clock_()), clock_())};
        Sessions::withhold(actor, account.second_factor || account.example);
        return view(account, deputised_by(c, account.id, clock_()), actor,
                    clock_() + std::min(life.idle, life.absolute));
    });
    return std::move(http::json_text(encode(shown), status)
                         .with("Set-Cookie", session_cookie(request, signed_in.session, life.absolute)));
}

}  // namespace dure::auth
