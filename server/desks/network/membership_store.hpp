// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/network/membership.hpp"

/// Which organisations belong to which clusters.
namespace dure::desks::network {

void insert_membership(db::Connection& c, const Membership& one);
/// Of this cluster.
std::optional<ListedMembership> find_membership(db::Connection& c, const std::string& cluster,
                                                const std::string& id);
/// Writes the days and updated, and counts the version up. False: it is no longer one.version.
bool update_membership(db::Connection& c, const Membership& one);
bool remove_membership(db::Connection& c, const Membership& one);
/// All of an organisation in a cluster, past ones too.
std::vector<Membership> memberships_of(db::Connection& c, const std::string& cluster,
                                       const std::string& organisation);

/// now: on `day`; past: ended by then; all: whatever the days say.
enum class MembershipTime { now, past, all };

struct MembershipQuery {
    std::string cluster;
    std::string part;  ///< of a member's name
    MembershipTime time = MembershipTime::now;
    std::string day;
    std::optional<std::pair<std::string, std::string>> after;  ///< name's key and id of the last one shown
    int limit = 50;
};

/// By name; one more than the limit where there is a next page. Members that are put away are left out.
std::vector<ListedMembership> list_memberships(db::Connection& c, const MembershipQuery& query);

/// For each of the organisations that is in any: the clusters it belongs to on the day, those put away left
/// out.
std::map<std::string, std::set<std::string>> clusters_of(db::Connection& c,
                                                         const std::vector<std::string>& organisations,
                                                         const std::string& day);
/// The organisations that belong to the cluster on the day.
std::set<std::string> member_ids_of(db::Connection& c, const std::string& cluster, const std::string& day);

}  // namespace dure::desks::network
