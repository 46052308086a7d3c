// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/account_store.hpp"
#include "server/auth/policy.hpp"
#include "server/auth/views.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {

/// The account of the request's {account_id}: 404 when there is none, or it is not the actor's to know of.
inline Account readable_account(db::Connection& c, const http::Request& request, const Actor& actor) {
    auto account = find_account(c, request.parameters.at("account_id"));
    if (!account || !can(actor, AccountAction::read, *account)) http::refuse(404, "http.not_found");
    return std::move(*account);
}

/// A password never travels over a network in the clear.
inline void require_private_line(const http::Request& request) {
    if (!request.secure && !request.loopback) http::refuse(403, "auth.https_needed");
}

/// How the second factor of the actor's own account stands.
inline SecondFactorState second_factor_state(const Account& account, const Actor& actor) {
    if (account.second_factor) return SecondFactorState::on;
    if (account.example) return SecondFactorState::exempt;
    return actor.withheld.empty() ? SecondFactorState::off : SecondFactorState::needed;
}

}  // namespace dure::auth
