// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "server/auth/actor.hpp"
#include "server/auth/role_store.hpp"
#include "server/desks/network/cluster.hpp"

/// Who may do what with clusters and the network's other records.
namespace dure::desks::network {

/// The institute reads; the secretariat and administrators change. A partner cluster's people read and change
/// the clusters within which they hold that role, and see no other.
inline constexpr auth::RoleSet kInstituteReaders = auth::kInstitute;
inline constexpr auth::RoleSet kSecretariat = {auth::Role::cluster_manager, auth::Role::administrator};
inline constexpr auth::RoleSet kClusterReaders =
    kInstituteReaders | auth::RoleSet{auth::Role::partner_cluster};
inline constexpr auth::RoleSet kClusterEditors = kSecretariat | auth::RoleSet{auth::Role::partner_cluster};

/// What an actor reaches, with the request's transaction.
struct ClusterReach {
    bool reads_all = false, is_secretariat = false;
    std::set<std::string> own;  ///< clusters within which the actor is a partner cluster's person
};

inline ClusterReach reach_of(db::Connection& c, const auth::Actor& actor, Instant now) {
    ClusterReach reach{.reads_all = actor.has_any(kInstituteReaders),
                       .is_secretariat = actor.has_any(kSecretariat)};
    if (actor.has(auth::Role::partner_cluster))
        reach.own = auth::organisations_of(c, actor.account, auth::Role::partner_cluster, now);
    return reach;
}

inline bool may_read(const ClusterReach& reach, const Cluster& one) {
    return !one.deleted && (reach.reads_all || reach.own.contains(one.id));
}
inline bool may_change(const ClusterReach& reach, const Cluster& one) {
    return !one.deleted && (reach.is_secretariat || reach.own.contains(one.id));
}
/// Joining and leaving, agreements and the institute's note are the secretariat's.
inline bool may_change_standing(const ClusterReach& reach) {
    return reach.is_secretariat;
}
inline bool may_remove(const ClusterReach& reach, const Cluster& one) {
    return !one.deleted && reach.is_secretariat;
}
inline bool may_restore(const ClusterReach& reach) {
    return reach.is_secretariat;
}
/// A partner cluster writes when a member joined and left; entering and striking out is the secretariat's.
inline bool may_date_members(const ClusterReach& reach, const Cluster& one) {
    return may_change(reach, one);
}
inline bool may_enter_members(const ClusterReach& reach, const Cluster& one) {
    return !one.deleted && reach.is_secretariat;
}

}  // namespace dure::desks::network
