// SPDX-License-Identifier: Apache-2.0
#include "server/auth/links.hpp"

#include "server/auth/secrets.hpp"

namespace dure::auth {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO account_link (token_hash, account, kind, expires, created) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view kFind =
    "SELECT l.account, l.kind, l.expires FROM account_link l JOIN account a ON a.id = l.account WHERE "
    "l.token_hash = $1 AND l.expires > $2 AND a.active = 1";
constexpr std::string_view kDrop = "DELETE FROM account_link WHERE account = $1";
constexpr std::string_view kDropExpired = "DELETE FROM account_link WHERE expires <= $1";

}  // namespace

std::string make_link(db::Connection& c, const Link& link, Instant now) {
    c.execute(kDropExpired, now);
    drop_links(c, link.account);
    std::string token = random_token();
    c.execute(kInsert, digest(token), link.account,
              link.kind == LinkKind::invitation ? "invitation" : "reset", link.expires, now);
    return token;
}

std::optional<Link> find_link(db::Connection& c, std::string_view token, Instant now) {
    const auto row = c.query_one(kFind, digest(token), now);
    if (!row) return std::nullopt;
    return Link{.account = row->text(0),
                .kind = row->text(1) == "invitation" ? LinkKind::invitation : LinkKind::reset,
                .expires = row->integer(2)};
}

void drop_links(db::Connection& c, const std::string& account) {
    c.execute(kDrop, account);
}

}  // namespace dure::auth
