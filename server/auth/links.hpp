// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "server/auth/account.hpp"
#include "server/db/database.hpp"

namespace dure::auth {

enum class LinkKind { invitation, reset };

constexpr Instant kInvitationLife = 7 * 24 * 3600 * kSecond;
constexpr Instant kResetLife = 24 * 3600 * kSecond;

/// A link by which a person chooses a password, once: an invitation for who has none yet, else a reset.
struct Link {
    std::string account;
    LinkKind kind = LinkKind::invitation;
    Instant expires = 0;
};

/// Makes the account's one link, so that an earlier one is worth nothing, and returns its token: only its
/// digest is kept.
std::string make_link(db::Connection& c, const Link& link, Instant now);
/// The link of a token that has not expired, of an active account.
std::optional<Link> find_link(db::Connection& c, std::string_view token, Instant now);
void drop_links(db::Connection& c, const std::string& account);

}  // namespace dure::auth
