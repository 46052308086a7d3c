// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/desks/network/cluster_codec.hpp"
#include "server/desks/network/cluster_policy.hpp"
#include "server/tables/table.hpp"

namespace dure::desks::network {

/// What a reader's clusters are judged by.
struct ClusterLight {
    ClusterReach reach;
    ClusterRule rule;
    std::string day;
};

/// Schema Cluster; the institute's note is left out for others.
ClusterView present(const Cluster& one, const CountedMembers& counted, const ClusterLight& light);
std::vector<ClusterView> present(db::Connection& c, const std::vector<Cluster>& list,
                                 const ClusterLight& light);

/// A row a cluster; headings are the contract's words.
tables::Table table_of(const std::vector<ClusterView>& list);

}  // namespace dure::desks::network
