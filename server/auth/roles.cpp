// SPDX-License-Identifier: Apache-2.0
#include "server/auth/roles.hpp"

#include <algorithm>

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/account_store.hpp"
#include "server/auth/presenter.hpp"
#include "server/auth/role_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {
namespace {

[[noreturn]] void refuse_field(std::string pointer, std::string code) {
    http::refuse_fields({{.code = std::move(code), .pointer = std::move(pointer)}});
}

/// An end from now on, or none at all of what has not begun.
void cut(Period& period, Instant now) {
    if (period.until && *period.until <= std::max(now, period.from)) http::refuse(409, "period.over");
    period.until = std::max(now, period.from);
}

std::string json_of(const RoleGrant& grant, Instant now) {
    return encode(present(grant, {}, {}, now));
}
std::string json_of(const Deputy& deputy, Instant now) {
    return encode(present(deputy, {}, {}, now));
}

}  // namespace

Period Roles::period(const std::optional<std::string>& from, const std::optional<std::string>& until) const {
    const Instant now = clock_();
    Period period{.from = now};
    if (from) period.from = instant_from(*from).value_or(now);
    if (until) period.until = instant_from(*until);
    if (period.until && *period.until <= period.from)
        refuse_field("/valid_until", "period.ends_before_it_begins");
    if (period.until && *period.until <= now) refuse_field("/valid_until", "period.over");
    return period;
}

RoleGrant Roles::give(db::Connection& c, const std::string& account, const NewRole& wanted,
                      const Actor& actor, const Origin& origin) {
    const Instant now = clock_();
    const RoleGrant grant{.id = ids_.next(),
                          .account = account,
                          .role = wanted.role,
                          .organisation = wanted.organisation,
                          .period = period(wanted.valid_from, wanted.valid_until),
                          .created = now,
                          .updated = now};
    insert_grant(c, grant);
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = "give_role",
                      .record_kind = "account",
                      .record_id = account,
                      .after = json_of(grant, now),
                      .request_id = origin.request_id});
    return grant;
}

RoleGrant Roles::end(db::Connection& c, RoleGrant grant, const Actor& actor, const Origin& origin) {
    const Instant now = clock_();
    const std::string before = json_of(grant, now);
    const bool administrated = count_lasting_administrators(c, now) > 0;
    cut(grant.period, now);
    grant.updated = now;
    if (!update_grant(c, grant)) http::refuse(412, "http.stale");
    ++grant.version;
    if (administrated && count_lasting_administrators(c, now) == 0)
        http::refuse(409, "account.last_administrator");
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = "end_role",
                      .record_kind = "account",
                      .record_id = grant.account,
                      .before = before,
                      .after = json_of(grant, now),
                      .request_id = origin.request_id});
    return grant;
}

Deputy Roles::appoint(db::Connection& c, const Account& account, const NewDeputy& wanted, const Actor& actor,
                      const Origin& origin) {
    if (wanted.deputy == account.id) refuse_field("/deputy", "deputy.oneself");
    const auto deputy = find_account(c, wanted.deputy);
    if (!deputy || !deputy->active) refuse_field("/deputy", "account.unknown_id");
    const Instant now = clock_();
    const Deputy made{.id = ids_.next(),
                      .account = account.id,
                      .deputy = deputy->id,
                      .account_name = account.name,
                      .deputy_name = deputy->name,
                      .period = period(wanted.valid_from, wanted.valid_until),
                      .created = now,
                      .updated = now};
    insert_deputy(c, made);
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = "appoint_deputy",
                      .record_kind = "account",
                      .record_id = account.id,
                      .after = json_of(made, now),
                      .request_id = origin.request_id});
    return made;
}

Deputy Roles::end(db::Connection& c, Deputy deputy, const Actor& actor, const Origin& origin) {
    const Instant now = clock_();
    const std::string before = json_of(deputy, now);
    cut(deputy.period, now);
    deputy.updated = now;
    if (!update_deputy(c, deputy)) http::refuse(412, "http.stale");
    ++deputy.version;
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = "end_deputy",
                      .record_kind = "account",
                      .record_id = deputy.account,
                      .before = before,
                      .after = json_of(deputy, now),
                      .request_id = origin.request_id});
    return deputy;
}

}  // namespace dure::auth
