// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/disclosure.hpp"

#include <algorithm>

#include "server/auth/role_store.hpp"
#include "server/desks/network/days.hpp"

namespace dure::desks::network {
namespace {

/// Who is in the network, in the institute or in a member or cluster.
constexpr auth::RoleSet kNetwork =
    auth::kInstitute | auth::RoleSet{auth::Role::company, auth::Role::partner_cluster};

bool reaches(ShownTo shown_to, Sight sight) {
    switch (sight) {
        case Sight::everyone:
            return shown_to == ShownTo::everyone;
        case Sight::network:
            return shown_to != ShownTo::nobody;
        case Sight::own:
            return true;
    }
    return false;
}

bool works_for_cluster_of(const Viewer& viewer, const Member& one) {
    return std::ranges::any_of(one.clusters,
                               [&](const ClusterLink& link) { return viewer.clusters.contains(link.id); });
}

}  // namespace

Viewer viewer_of(db::Connection& c, const auth::Actor& actor, Instant now) {
    Viewer viewer{.actor = actor,
                  .secretary = actor.has_any(kSecretary),
                  .companies = {},
                  .clusters = {},
                  .today = day_of(now)};
    if (actor.has(auth::Role::company))
        viewer.companies = auth::organisations_of(c, actor.account, auth::Role::company, now);
    if (actor.has(auth::Role::partner_cluster))
        viewer.clusters = auth::organisations_of(c, actor.account, auth::Role::partner_cluster, now);
    return viewer;
}

Sight Viewer::general() const {
    if (secretary) return Sight::own;
    return actor.has_any(kNetwork) ? Sight::network : Sight::everyone;
}

Sight Viewer::sight(const Member& one) const {
    if (companies.contains(one.id()) || works_for_cluster_of(*this, one)) return Sight::own;
    return general();
}

bool Viewer::may_remove(const Member& one) const {
    return secretary || works_for_cluster_of(*this, one);
}

Groups groups_of(const Member& one, Sight sight, const std::string& today) {
    if (sight == Sight::own) return {true, true, true, true};
    const Consent& consent = one.profile.consent;
    const bool ended = consent.valid_until && *consent.valid_until < today;
    if (one.deleted || ended || !reaches(consent.listing, sight)) return {};
    return {true, reaches(consent.business, sight), reaches(consent.certificates, sight),
            reaches(consent.contact, sight)};
}

std::optional<Member> disclosed(const Member& one, Sight sight, const std::string& today) {
    const Groups groups = groups_of(one, sight, today);
    if (!groups.listing) return std::nullopt;
    Member shown = one;
    shown.organisation.content.note.clear();
    if (sight == Sight::own) return shown;
    shown.organisation.content.registration_number.reset();
    shown.organisation.owner.clear();
    shown.organisation.owner_name.clear();
    shown.owner.clear();
    shown.profile.consent = {};
    if (!groups.contact) {
        shown.profile.contact.reset();
        shown.organisation.content.address.clear();
    }
    if (!groups.certificates) shown.profile.certificates.clear();
    if (!groups.business) {
        MemberProfile rest;
        rest.certificates = std::move(shown.profile.certificates);
        rest.contact = std::move(shown.profile.contact);
        shown.profile = std::move(rest);
    }
    return shown;
}

}  // namespace dure::desks::network
