// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>

#include "server/auth/actor.hpp"
#include "server/db/database.hpp"
#include "server/desks/network/member.hpp"

/// What may be known of a member, and by whom. Everything that leaves — records, search, facets, suggestions,
/// exports — passes through disclosed().
namespace dure::desks::network {

/// How much somebody may see, ascending. own: the member's own people, its clusters' and the secretariat.
enum class Sight { everyone, network, own };
inline constexpr int kSights = 3;

/// Who looks after members: the secretariat all, a partner cluster its own, a company itself.
inline constexpr auth::RoleSet kSecretary = {auth::Role::cluster_manager, auth::Role::administrator};
inline constexpr auth::RoleSet kMemberEditors =
    kSecretary | auth::RoleSet{auth::Role::partner_cluster, auth::Role::company};
inline constexpr auth::RoleSet kMemberMakers = kSecretary | auth::RoleSet{auth::Role::partner_cluster};

/// What an actor reaches, read with the request's transaction.
struct Viewer {
    auth::Actor actor;
    bool secretary = false;
    std::set<std::string> companies;  ///< for which the actor works
    std::set<std::string> clusters;   ///< for which the actor works
    std::string today;

    /// Of any member.
    Sight general() const;
    Sight sight(const Member& one) const;
    bool may_change(const Member& one) const { return sight(one) == Sight::own; }
    /// The secretariat and the member's clusters.
    bool may_remove(const Member& one) const;
};
Viewer viewer_of(db::Connection& c, const auth::Actor& actor, Instant now);

/// Which groups of fields `sight` may see.
struct Groups {
    bool listing = false, business = false, certificates = false, contact = false;
};
Groups groups_of(const Member& one, Sight sight, const std::string& today);

/// The member with everything emptied that `sight` may not know; none when it may not know of the member.
/// The consent and the organisation's note and number are for `own` alone.
std::optional<Member> disclosed(const Member& one, Sight sight, const std::string& today);

}  // namespace dure::desks::network
