// SPDX-License-Identifier: Apache-2.0
#include "server/audit/audit.hpp"
#include "server/desks/network/cluster_service.hpp"
#include "server/desks/network/membership_codec.hpp"
#include "server/desks/network/membership_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/organisation_store.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::network {
namespace {

void record(db::Connection& c, const Membership& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after, Instant now) {
    audit::record(c, {.at = now,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kMembership),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, "member", one.organisation, now);
}

bool meet(const MembershipDays& a, const MembershipDays& b) {
    const bool a_ends_first = a.until && b.from && *a.until <= *b.from;
    const bool b_ends_first = b.until && a.from && *b.until <= *a.from;
    return !a_ends_first && !b_ends_first;
}

void check(db::Connection& c, const Membership& one) {
    if (one.days.from && one.days.until && *one.days.until <= *one.days.from)
        http::refuse_fields({{.code = "membership.order", .pointer = "/until"}});
    for (const Membership& other : memberships_of(c, one.cluster, one.organisation))
        if (other.id != one.id && meet(other.days, one.days)) http::refuse(409, "membership.overlap");
}

}  // namespace

ListedMembership add_membership(db::Connection& c, const Desk& desk, const std::string& cluster,
                                const std::string& organisation, const MembershipDays& days, const Who& who) {
    const auto member = people::find_organisation(c, organisation);
    if (!member || member->deleted || organisation == cluster)
        http::refuse_fields({{.code = "membership.no_organisation", .pointer = "/organisation"}});
    const Instant now = desk.clock();
    const Membership one{.id = desk.ids.next(),
                         .cluster = cluster,
                         .organisation = organisation,
                         .days = days,
                         .created = now,
                         .updated = now};
    check(c, one);
    insert_membership(c, one);
    record(c, one, who, "add_cluster_member", std::nullopt, encode(one), now);
    return find_membership(c, cluster, one.id).value();
}

ListedMembership change_membership(db::Connection& c, const Desk& desk, Membership one,
                                   const MembershipDays& days, const Who& who) {
    if (one.days == days) return find_membership(c, one.cluster, one.id).value();
    const std::string before = encode(one);
    one.days = days;
    one.updated = desk.clock();
    check(c, one);
    if (!update_membership(c, one)) http::refuse(412, "http.stale");
    record(c, one, who, "change_cluster_member", before, encode(one), one.updated);
    return find_membership(c, one.cluster, one.id).value();
}

void remove_membership(db::Connection& c, const Desk& desk, const Membership& one, const Who& who) {
    if (!remove_membership(c, one)) http::refuse(412, "http.stale");
    record(c, one, who, "remove_cluster_member", encode(one), std::nullopt, desk.clock());
}

}  // namespace dure::desks::network
