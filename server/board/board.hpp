// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

namespace dure::board {

/// How an item is decided; a report is only heard.
enum class Ballot { open, secret, report };
enum class Majority { simple, two_thirds };
/// What a majority is counted of: of those present, or of the votes for and against.
enum class MajorityOf { present, cast };
enum class Choice { yes, no, abstain };
enum class ItemState { pending, voting, carried, rejected, reported };
enum class MeetingState { draft, convened, open, closed, cancelled };
enum class Presence { expected, present, proxy, absent };

/// The rules in force. Schema BoardRuleContent.
struct Rule {
    std::int64_t quorum_numerator = 1, quorum_denominator = 2;
    bool quorum_more_than = true;  ///< the fraction itself is not enough
    MajorityOf majority_of = MajorityOf::present;
    bool proxies = false;             ///< a member may vote in another's place
    bool chair_decides_ties = false;  ///< of open votes
    std::string basis;                ///< where the rule stands

    bool operator==(const Rule&) const = default;
};

struct Tally {
    std::int64_t yes = 0, no = 0, abstain = 0;
    std::int64_t sum() const { return yes + no + abstain; }
};

/// A proposed resolution, or a report. Schema BoardItemContent.
struct ItemContent {
    std::string title, proposal;
    Ballot ballot = Ballot::open;
    Majority majority = Majority::simple;
};

struct Vote {
    std::string member, cast_by;
    std::optional<Choice> choice;  ///< none of a secret vote
};

struct Item {
    std::string id;
    ItemContent content;
    ItemState state = ItemState::pending;
    Tally tally;  ///< of a secret vote as it is cast, of an open one when it has ended
    std::optional<std::int64_t> present_count;
    std::optional<std::int64_t> resolution_year, resolution_serial;
    std::optional<Instant> decided;
    std::vector<Vote> votes;
};

struct Member {
    std::string account, name;
    Presence presence = Presence::expected;
    std::optional<std::string> proxy;

    /// Counts for the quorum and may vote, in person or by the proxy.
    bool attends() const { return presence == Presence::present || presence == Presence::proxy; }
};

struct Minutes {
    std::string id;
    std::int64_t number = 0;  ///< from 1; a correction is the next
    std::string content, remarks, correction;
    std::string author, author_name;
    Instant created = 0;
};

/// What the secretary writes. Schema BoardMeetingContent.
struct MeetingContent {
    std::string title, place, begins, notice, chair;
    std::vector<ItemContent> items;
};

struct Meeting {
    std::string id, title, place, notice;
    Instant begins = 0;
    std::string chair, chair_name, secretary, secretary_name;
    MeetingState state = MeetingState::draft;
    std::optional<Rule> rule;  ///< as it was when the meeting was convened
    bool fictitious = false;
    std::vector<Item> items;
    std::vector<Member> members;
    std::vector<Minutes> minutes;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

}  // namespace dure::board
