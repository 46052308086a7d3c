// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/approval_service.hpp"
#include "server/auth/role_store.hpp"
#include "server/auth/views.hpp"

namespace dure::approvals {
namespace {

constexpr std::string_view kHeldNow =
    "SELECT g.account, g.role FROM role_grant g JOIN account a ON a.id = g.account WHERE a.active = 1"
    " AND g.valid_from <= $1 AND (g.valid_until IS NULL OR g.valid_until > $1)";

}  // namespace

Holders holders(db::Connection& c, Instant now) {
    Holders found;
    for (const db::Row& row : c.query(kHeldNow, now)) found[row.text(0)].add(auth::role_from(row.text(1)));
    std::erase_if(found, [](const auto& one) { return !one.second.meets(kStaff); });
    return found;
}

Reader reader_of(db::Connection& c, const Office& office, const Actor& actor) {
    Reader reader{.actor = actor};
    for (const auth::Deputy& one : auth::deputised_by(c, actor.account, office.clock()))
        reader.stands_in_for.push_back({.account = one.account, .name = one.account_name});
    return reader;
}

}  // namespace dure::approvals
