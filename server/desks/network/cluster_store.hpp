// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/network/cluster.hpp"
#include "server/desks/network/cluster_rule.hpp"

/// Clusters in the database; names and country are read from server/people.
namespace dure::desks::network {

void insert_cluster(db::Connection& c, const Cluster& one);
/// Also one that was put away.
std::optional<Cluster> find_cluster(db::Connection& c, const std::string& id);
/// Writes the profile and updated, and counts the row's version up. False: it is no longer own_version.
bool update_cluster(db::Connection& c, const Cluster& one);
/// Puts away, or with none back. False as above.
bool set_cluster_deleted(db::Connection& c, const Cluster& one, std::optional<Instant> deleted);

enum class ClusterOrder { name, name_down, joined, joined_down, updated, updated_down };

/// Where a list goes on.
struct ClusterPlace {
    std::string text;         ///< the name's key, or the day of joining
    std::int64_t number = 0;  ///< updated
    std::string id;
};

struct ClusterQuery {
    std::string part;  ///< of a name, region, city or contact
    std::optional<std::string> country;
    std::optional<Standing> standing;          ///< on `day`
    std::optional<std::set<std::string>> ids;  ///< none but these
    bool deleted = false;
    std::string day;
    ClusterOrder order = ClusterOrder::name;
    std::optional<ClusterPlace> after;
    int limit = 50;  ///< 0: all
};

/// One more than the limit where there is a next page.
std::vector<Cluster> list_clusters(db::Connection& c, const ClusterQuery& query);
ClusterPlace place_of(const Cluster& one, ClusterOrder order);

/// Of the clusters that have any: members on a day, those of them that are put away left out.
std::map<std::string, CountedMembers> count_members(db::Connection& c,
                                                    const std::vector<std::string>& clusters,
                                                    const std::string& day);

/// What the search finds a cluster by beside its names.
std::string search_text(const ClusterProfile& profile);

}  // namespace dure::desks::network
