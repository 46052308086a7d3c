// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/network/member.hpp"

/// Profiles of members in the database; names and country are read from server/people, clusters as of
/// `today`.
namespace dure::desks::network {

void insert_member(db::Connection& c, const Member& one);
/// Also one that was put away; none when its organisation was.
std::optional<Member> find_member(db::Connection& c, const std::string& id, const std::string& today);
/// Those of the ids that there are, in the order of the ids.
std::vector<Member> find_members(db::Connection& c, const std::vector<std::string>& ids,
                                 const std::string& today);
/// The ids of all that are not put away, ascending.
std::vector<std::string> member_ids(db::Connection& c);
/// Writes profile and updated, and counts the profile's version up. False: it is no longer the one given.
bool update_member(db::Connection& c, const Member& one);
bool set_member_deleted(db::Connection& c, const Member& one, std::optional<Instant> deleted);

/// What the secretariat or a cluster has to look after. The days say when it is due.
enum class Duty { incomplete, no_consent, consent_ending, certificate_ending };

struct DutyQuery {
    Duty duty = Duty::incomplete;
    std::string until;  ///< days up to this one count
    /// Members of these clusters alone.
    std::optional<std::vector<std::string>> clusters;
    std::string today;
    std::optional<std::pair<std::string, std::string>> after;  ///< key and id of the last one shown
    int limit = 50;
};

struct DueMember {
    std::string id, name, country;
    bool fictitious = false;
    std::int64_t completeness = 0;
    std::vector<std::string> missing;
    std::optional<std::string> due;  ///< the day
    std::string key;                 ///< what the list is ordered by, before the id
};

/// The least complete or the soonest first; one more than the limit where there is a next page.
std::vector<DueMember> list_due(db::Connection& c, const DutyQuery& query);
std::int64_t count_due(db::Connection& c, const DutyQuery& query);

}  // namespace dure::desks::network
