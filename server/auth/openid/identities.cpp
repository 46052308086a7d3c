// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/identities.hpp"

#include "server/auth/account_store.hpp"

namespace dure::auth::openid {
namespace {

constexpr std::string_view kFind = "SELECT account FROM account_identity WHERE issuer = $1 AND subject = $2";
constexpr std::string_view kOfAccount =
    "SELECT subject FROM account_identity WHERE account = $1 AND issuer = $2";
constexpr std::string_view kInsert =
    "INSERT INTO account_identity (issuer, subject, account, created, last_used) VALUES ($1, $2, $3, $4, $4)";
constexpr std::string_view kUsed =
    "UPDATE account_identity SET last_used = $3 WHERE issuer = $1 AND subject = $2";
constexpr std::string_view kDrop = "DELETE FROM account_identity WHERE account = $1";

}  // namespace

Expected<Owner> find_owner(db::Connection& c, const Identity& identity) {
    const auto none = [&] { return fail("openid.no_account", {{"email", identity.email.value_or("–")}}); };
    if (const auto row = c.query_one(kFind, identity.issuer, identity.subject)) {
        auto account = find_account(c, row->text(0));
        if (!account || !account->active) return none();
        return Owner{.account = std::move(*account), .linked = true};
    }
    // An address that nobody has verified is whatever its owner typed.
    if (identity.email && !identity.email_verified) return fail("openid.email_unverified");
    auto account = identity.email ? find_account_by_email(c, *identity.email) : std::nullopt;
    if (!account || !account->active) return none();
    if (c.query_one(kOfAccount, account->id, identity.issuer)) return fail("openid.linked_elsewhere");
    return Owner{.account = std::move(*account)};
}

void link(db::Connection& c, const Identity& identity, const std::string& account, Instant now) {
    c.execute(kInsert, identity.issuer, identity.subject, account, now);
}

void note_used(db::Connection& c, const Identity& identity, Instant now) {
    c.execute(kUsed, identity.issuer, identity.subject, now);
}

bool unlink(db::Connection& c, const std::string& account) {
    return c.execute(kDrop, account) > 0;
}

}  // namespace dure::auth::openid
