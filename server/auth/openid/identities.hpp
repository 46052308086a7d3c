// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "server/auth/account.hpp"
#include "server/auth/openid/id_token.hpp"
#include "server/db/database.hpp"

namespace dure::auth::openid {

/// Whose sign-in at the provider it is (docs/adr/0023): the account that is linked with it, or else the one
/// whose e-mail address the provider has verified and that is not linked with another sign-in there.
struct Owner {
    Account account;
    bool linked = false;  ///< false: to be linked when they have signed in
};

/// Errors: openid.no_account {email}, openid.email_unverified, openid.linked_elsewhere.
Expected<Owner> find_owner(db::Connection& c, const Identity& identity);

/// Throws db::Error{unique} when the account or the sign-in is linked already.
void link(db::Connection& c, const Identity& identity, const std::string& account, Instant now);
void note_used(db::Connection& c, const Identity& identity, Instant now);
/// Whether there was one.
bool unlink(db::Connection& c, const std::string& account);

}  // namespace dure::auth::openid
