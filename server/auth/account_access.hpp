// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/account_store.hpp"
#include "server/auth/policy.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {

/// The account of the request's {account_id}: 404 when there is none, or it is not the actor's to know of.
inline Account readable_account(db::Connection& c, const http::Request& request, const Actor& actor) {
    auto account = find_account(c, request.parameters.at("account_id"));
    if (!account || !can(actor, AccountAction::read, *account)) http::refuse(404, "http.not_found");
    return std::move(*account);
}

}  // namespace dure::auth
