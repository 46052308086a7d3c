// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/cluster.hpp"
#include "server/desks/network/cluster_codec.hpp"
#include "server/desks/network/desk.hpp"
#include "server/desks/network/membership.hpp"

/// Changes of clusters and of who belongs to them, each with its audit entry in the caller's transaction.
namespace dure::desks::network {

constexpr std::string_view kCluster = "cluster";  ///< record_kinds of the audit
constexpr std::string_view kMembership = "cluster_member";

/// Makes the organisation too, unless content names one: 422 cluster.no_organisation, 409 cluster.registered.
Cluster create_cluster(db::Connection& c, const Desk& desk, const NewCluster& content, const Who& who,
                       bool fictitious = false);
/// 412 http.stale when one of its two records is no longer the one given; so do the next.
Cluster replace_cluster(db::Connection& c, const Desk& desk, Cluster one, const ClusterContent& content,
                        const Who& who);
Cluster remove_cluster(db::Connection& c, const Desk& desk, Cluster one, const Who& who);
Cluster restore_cluster(db::Connection& c, const Desk& desk, Cluster one, const Who& who);

/// 422 membership.order; 422 membership.no_organisation; 409 membership.overlap when the organisation belongs
/// to the cluster already during a part of these days.
ListedMembership add_membership(db::Connection& c, const Desk& desk, const std::string& cluster,
                                const std::string& organisation, const MembershipDays& days, const Who& who);
ListedMembership change_membership(db::Connection& c, const Desk& desk, Membership one,
                                   const MembershipDays& days, const Who& who);
void remove_membership(db::Connection& c, const Desk& desk, const Membership& one, const Who& who);

}  // namespace dure::desks::network
