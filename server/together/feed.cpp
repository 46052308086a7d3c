// SPDX-License-Identifier: Apache-2.0
#include "server/together/feed.hpp"

#include "server/auth/secrets.hpp"

namespace dure::together {
namespace {

constexpr std::string_view kFind = "SELECT last_read, created FROM calendar_feed WHERE account = $1";
constexpr std::string_view kRenew =
    "INSERT INTO calendar_feed (account, token_digest, last_read, created) VALUES ($1, $2, NULL, $3)"
    " ON CONFLICT (account) DO UPDATE SET token_digest = $2, last_read = NULL, created = $3";
constexpr std::string_view kRevoke = "DELETE FROM calendar_feed WHERE account = $1";
constexpr std::string_view kAccount = "SELECT account FROM calendar_feed WHERE token_digest = $1";
constexpr std::string_view kRead = "UPDATE calendar_feed SET last_read = $2 WHERE account = $1";

}  // namespace

std::optional<Feed> find_feed(db::Connection& c, const std::string& account) {
    const auto row = c.query_one(kFind, account);
    if (!row) return std::nullopt;
    return Feed{.last_read = row->optional_integer(0), .created = row->integer(1)};
}

std::string renew_feed(db::Connection& c, const std::string& account, Instant now) {
    std::string token = auth::random_token();
    c.execute(kRenew, account, auth::digest(token), now);
    return token;
}

bool revoke_feed(db::Connection& c, const std::string& account) {
    return c.execute(kRevoke, account) == 1;
}

std::optional<std::string> account_of_feed(db::Connection& c, const std::string& token) {
    const auto row = c.query_one(kAccount, auth::digest(token));
    return row ? std::optional(row->text(0)) : std::nullopt;
}

void note_feed_read(db::Connection& c, const std::string& account, Instant now) {
    c.execute(kRead, account, now);
}

}  // namespace dure::together
