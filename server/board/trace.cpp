// SPDX-License-Identifier: Apache-2.0
#include "server/board/trace.hpp"

#include "engine/base/utc_text.hpp"
#include "server/board/described.hpp"
#include "server/codec/codec.hpp"

namespace dure::board {
namespace {

struct MeetingTrace {
    MeetingState state = MeetingState::draft;
    std::string title, place, begins, notice, chair;
    std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(MeetingTrace, (), (state, title, place, begins, notice, chair, items))

struct MemberTrace {
    std::string account;
    Presence presence = Presence::expected;
    std::optional<std::string> proxy;
};
BOOST_DESCRIBE_STRUCT(MemberTrace, (), (account, presence, proxy))

struct ItemTrace {
    std::string title;
    ItemState state = ItemState::pending;
    std::optional<std::int64_t> yes, no, abstain, attending, resolution_year, resolution_serial;
};
BOOST_DESCRIBE_STRUCT(ItemTrace, (),
                      (title, state, yes, no, abstain, attending, resolution_year, resolution_serial))

struct VoteTrace {
    std::string item, member;
    std::optional<Choice> choice;
};
BOOST_DESCRIBE_STRUCT(VoteTrace, (), (item, member, choice))

}  // namespace

std::string trace_of(const Meeting& meeting) {
    MeetingTrace trace{.state = meeting.state,
                       .title = meeting.title,
                       .place = meeting.place,
                       .begins = utc_text(meeting.begins),
                       .notice = meeting.notice,
                       .chair = meeting.chair};
    for (const Item& item : meeting.items) trace.items.push_back(item.content.title);
    return codec::encode(trace);
}

std::string trace_of(const Member& member) {
    return codec::encode(
        MemberTrace{.account = member.account, .presence = member.presence, .proxy = member.proxy});
}

std::string trace_of(const Item& item) {
    ItemTrace trace{.title = item.content.title,
                    .state = item.state,
                    .attending = item.present_count,
                    .resolution_year = item.resolution_year,
                    .resolution_serial = item.resolution_serial};
    // The counts of a running secret vote are nobody's to know.
    if (item.present_count) {
        trace.yes = item.tally.yes;
        trace.no = item.tally.no;
        trace.abstain = item.tally.abstain;
    }
    return codec::encode(trace);
}

std::string trace_of_vote(const Item& item, const std::string& member, std::optional<Choice> choice) {
    return codec::encode(VoteTrace{.item = item.content.title, .member = member, .choice = choice});
}

}  // namespace dure::board
