// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/board/board.hpp"
#include "server/db/database.hpp"

/// The board in the database. It is changed through service.hpp.
namespace dure::board {

struct KeptRule {
    Rule rule;
    std::int64_t version = 1;
    Instant updated = 0;  ///< 0: as it came
};
KeptRule current_rule(db::Connection& c);
/// False: the version is no longer the one given.
bool set_rule(db::Connection& c, const Rule& rule, std::int64_t version, Instant now);

void insert_meeting(db::Connection& c, const Meeting& meeting);
/// With its items, votes, members and minutes.
std::optional<Meeting> find_meeting(db::Connection& c, const std::string& id);
/// Writes what is the meeting's own and counts the version up. False as above.
bool update_meeting(db::Connection& c, const Meeting& meeting);
/// In place of what was there: for agendas on which nothing was decided.
void set_items(db::Connection& c, const Meeting& meeting);
void set_members(db::Connection& c, const Meeting& meeting);
void update_member(db::Connection& c, const std::string& meeting, const Member& member);
void update_item(db::Connection& c, const Item& item);
/// The meeting of an item or a version of minutes.
std::optional<std::string> meeting_of_minutes(db::Connection& c, const std::string& minutes);

/// An open vote may be given anew.
void put_open_vote(db::Connection& c, const std::string& item, const Vote& vote);
/// Counts the choice and keeps that the member has voted, not how. False: they have already.
bool put_secret_vote(db::Connection& c, const std::string& item, const std::string& member,
                     const std::string& cast_by, Choice choice);
void insert_minutes(db::Connection& c, const std::string& meeting, const Minutes& minutes);

/// Without items, members and minutes; latest first. `reader`: only what was convened and has them as a
/// member, and what they chair or keep; none: all.
struct MeetingQuery {
    std::optional<std::string> reader;
    std::string part;
    std::optional<MeetingState> state;
    std::optional<std::pair<Instant, std::string>> before;
    int limit = 50;
};
/// One more than the limit where there is a next page.
std::vector<Meeting> list_meetings(db::Connection& c, const MeetingQuery& query);

struct Resolution {
    std::int64_t year = 0, serial = 0;
    std::string title, meeting, meeting_title;
    Tally tally;
    std::int64_t attending = 0;
    Instant decided = 0;
};
/// Latest first.
std::vector<Resolution> list_resolutions(db::Connection& c, std::optional<std::int64_t> year);

/// The active accounts that hold the role of a board member now, by their names.
std::vector<Member> board_members(db::Connection& c, Instant now);

}  // namespace dure::board
