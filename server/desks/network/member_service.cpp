// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_service.hpp"

#include "server/audit/audit.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/member_codec.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/organisation_service.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::network {
namespace {

void record(db::Connection& c, const Member& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kMember),
                      .record_id = one.id(),
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, kMemberChange, one.id(), one.updated);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

Member move(db::Connection& c, const Desk& desk, Member one, const Who& who, bool away) {
    one.updated = desk.clock();
    require_saved(set_member_deleted(c, one, away ? std::optional(one.updated) : std::nullopt));
    const std::string text = encode(one.profile);
    if (away)
        record(c, one, who, "delete_member", text, std::nullopt);
    else
        record(c, one, who, "restore_member", std::nullopt, text);
    return find_member(c, one.id(), day_of(one.updated)).value();
}

}  // namespace

people::OrganisationContent organisation_of(const MemberContent& content, std::string note) {
    return {.names = content.names,
            .kind = content.kind,
            .country = content.country,
            .registration_number = content.registration_number,
            .address = content.address,
            .web = content.web,
            .note = std::move(note)};
}

MemberContent content_of(const Member& one) {
    const auto& own = one.organisation.content;
    return {{one.profile}, own.names, own.kind, own.country, own.registration_number, own.address, own.web};
}

Member create_member(db::Connection& c, const Desk& desk, people::Organisation organisation,
                     const MemberProfile& profile, const Who& who) {
    const Instant now = desk.clock();
    if (find_member(c, organisation.id, day_of(now))) http::refuse(409, "member.exists");
    Member one;
    one.organisation = std::move(organisation);
    one.profile = profile;
    one.owner = who.actor.account;
    one.created = one.updated = now;
    insert_member(c, one);
    record(c, one, who, "create_member", std::nullopt, encode(profile));
    return find_member(c, one.id(), day_of(now)).value();
}

Member replace_member(db::Connection& c, const Desk& desk, Member one, const MemberContent& content,
                      const Who& who) {
    const auto wanted = organisation_of(content, one.organisation.content.note);
    const bool same = wanted == one.organisation.content;
    if (same && one.profile == content) return one;
    one.organisation = people::replace_organisation(c, desk.office(), one.organisation, wanted, who);
    // Also where the profile is the same: how complete it is depends on the organisation's data too.
    const std::string before = encode(one.profile);
    one.profile = content;
    one.updated = desk.clock();
    require_saved(update_member(c, one));
    record(c, one, who, "replace_member", before, encode(one.profile));
    return find_member(c, one.id(), day_of(one.updated)).value();
}

Member remove_member(db::Connection& c, const Desk& desk, Member one, const Who& who) {
    return move(c, desk, std::move(one), who, true);
}

Member restore_member(db::Connection& c, const Desk& desk, Member one, const Who& who) {
    return move(c, desk, std::move(one), who, false);
}

}  // namespace dure::desks::network
