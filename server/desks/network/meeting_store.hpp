// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/network/meeting.hpp"

namespace dure::desks::network {

void insert_meeting(db::Connection& c, const Meeting& one);
/// Also one that was put away.
std::optional<Meeting> find_meeting(db::Connection& c, const std::string& id);
/// Writes everything but who made it, and counts the version up. False: it is no longer one.version.
bool update_meeting(db::Connection& c, const Meeting& one);

struct MeetingPlace {
    std::string day, id;
};

struct MeetingQuery {
    std::string part;  ///< of the title, the place, the minutes, the decisions
    std::optional<std::string> body;
    std::optional<MeetingState> state;
    bool deleted = false;
    std::optional<MeetingPlace> after;
    int limit = 50;
};

/// The latest first; one more than the limit where there is a next page.
std::vector<Meeting> list_meetings(db::Connection& c, const MeetingQuery& query);

}  // namespace dure::desks::network
