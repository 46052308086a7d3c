// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/network/cluster.hpp"
#include "server/desks/network/cluster_rule.hpp"

/// What comes in about clusters and what leaves. Instants are texts here.
namespace dure::desks::network {

/// Schema NewCluster: the organisation that is to be a cluster from now on; none: a new one.
struct NewCluster : ClusterContent {
    std::optional<std::string> organisation;
};

/// Schema Cluster.
struct ClusterView : ClusterContent {
    std::string id, name;
    Standing standing = Standing::candidate;
    Validation validation;
    std::int64_t members = 0;  ///< that Dure knows, today
    std::string owner_name;
    bool fictitious = false;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

struct ClusterPage {
    std::vector<ClusterView> items;
    std::optional<std::string> next_cursor;
};

/// Tidied. Codes beside the codec's: those of names, cluster.period_order, cluster.period_overlap,
/// cluster.agreement_order, cluster.kind_twice.
Checked<NewCluster> decode_new_cluster(std::string_view json);
Checked<ClusterContent> decode_cluster(std::string_view json);
Checked<std::vector<NewCluster>> decode_clusters(std::string_view json);  ///< for files of examples

/// As the table keeps it; throws std::runtime_error when it is not what was once written.
ClusterProfile decode_profile(std::string_view json);
std::string encode_profile(const ClusterProfile&);
std::string encode(const ClusterContent&);
std::string encode(const ClusterView&);
std::string encode(const ClusterPage&);

Checked<ClusterRule> decode_rule(std::string_view json);
std::string encode(const ClusterRule&);

std::string_view name_of(Standing);
std::string_view name_of(Verdict);

}  // namespace dure::desks::network
