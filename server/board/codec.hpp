// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "server/board/board.hpp"

/// What comes in about the board and what leaves. Instants are texts here.
namespace dure::board {

struct NewPresence {
    Presence presence = Presence::present;
    std::optional<std::string> proxy;
};
struct NewVote {
    Choice choice = Choice::abstain;
};
struct NewMinutes {
    std::string remarks, correction;
};

struct RuleView : Rule {
    std::int64_t version = 1;
    std::optional<std::string> updated;  ///< none: as it came
    std::vector<std::string> actions;
};
struct VoteView {
    std::string member, name;
    std::optional<Choice> choice;
};
struct ResolutionNumber {
    std::int64_t year = 0, serial = 0;
};
struct ItemView : ItemContent {
    std::string id;
    std::int64_t position = 0;
    ItemState state = ItemState::pending;
    std::optional<std::int64_t> yes, no, abstain, attending;  ///< once the vote has ended
    std::optional<ResolutionNumber> resolution;
    std::optional<std::string> decided;
    std::vector<VoteView> votes;
    std::vector<std::string> may_vote_for;  ///< members whose vote the reader may still give
    std::vector<std::string> actions;
};
struct MemberView {
    std::string account, name;
    Presence presence = Presence::expected;
    std::optional<std::string> proxy, proxy_name;
};
struct MinutesSummary {
    std::string id;
    std::int64_t number = 0;
    std::string remarks, correction, author_name, created;
    std::optional<std::string> approval;  ///< where the reader may read it
    std::optional<std::string> approval_state;
};
struct MeetingSummary {
    std::string id, title, place, begins, chair, chair_name, secretary, secretary_name;
    MeetingState state = MeetingState::draft;
    bool fictitious = false;
    std::int64_t version = 1;
    std::string created, updated;
};
struct MeetingPage {
    std::vector<MeetingSummary> items;
    std::optional<std::string> next_cursor;
};
struct MeetingView : MeetingSummary {
    std::string notice;
    Rule rule;  ///< in force: of the meeting once it was convened
    std::int64_t attending = 0, quorum = 0;
    bool quorate = false;
    std::vector<ItemView> agenda;
    std::vector<MemberView> members;
    std::vector<MinutesSummary> minutes;
    std::vector<std::string> actions;
};
/// One version, with the meeting as it was then. Schema BoardMinutes.
struct MinutesView {
    std::string id, meeting;
    std::int64_t number = 0;
    std::string remarks, correction, author_name, created;
    MeetingView content;
};
struct ResolutionView {
    ResolutionNumber number;
    std::string title, meeting, meeting_title, decided;
    std::int64_t yes = 0, no = 0, abstain = 0, attending = 0;
};
struct ResolutionList {
    std::vector<ResolutionView> items;
};

/// Codes beside the codec's: board.quorum_above_one.
Checked<Rule> decode_rule(std::string_view json);
/// Codes beside the codec's: names.blank.
Checked<MeetingContent> decode_meeting(std::string_view json);
Checked<NewPresence> decode_presence(std::string_view json);
Checked<NewVote> decode_vote(std::string_view json);
Checked<NewMinutes> decode_minutes(std::string_view json);
/// What a minutes' content was written as.
MeetingView meeting_view_from(std::string_view json);

std::string encode(const Rule&);
std::string encode(const RuleView&);
std::string encode(const MeetingContent&);
std::string encode(const MeetingPage&);
std::string encode(const MeetingView&);
std::string encode(const MinutesView&);
std::string encode(const ResolutionList&);

}  // namespace dure::board
