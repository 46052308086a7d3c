// SPDX-License-Identifier: Apache-2.0
#include "server/board/service.hpp"

#include <algorithm>

#include "engine/base/utc_text.hpp"
#include "server/approvals/numbers.hpp"
#include "server/audit/audit.hpp"
#include "server/board/policy.hpp"
#include "server/board/rules.hpp"
#include "server/board/tell.hpp"
#include "server/board/trace.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::board {
namespace {

constexpr std::string_view kResolutionSeries = "resolution";

void record(db::Connection& c, const Meeting& meeting, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = meeting.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kMeeting),
                      .record_id = meeting.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, kMeeting, meeting.id, meeting.updated);
}

Meeting save(db::Connection& c, Meeting meeting, const Who& who, std::string action,
             std::optional<std::string> before, std::optional<std::string> after) {
    if (!update_meeting(c, meeting)) http::refuse(412, "http.stale");
    record(c, meeting, who, std::move(action), std::move(before), std::move(after));
    return find_meeting(c, meeting.id).value();
}

[[noreturn]] void refuse_field(std::string pointer, std::string code) {
    http::refuse_fields({{.code = std::move(code), .pointer = std::move(pointer)}});
}

void apply(db::Connection& c, const Office& office, Meeting& meeting, const MeetingContent& content) {
    const auto members = board_members(c, office.clock());
    if (std::ranges::find(members, content.chair, &Member::account) == members.end())
        refuse_field("/chair", "board.chair_not_member");
    meeting.title = content.title;
    meeting.place = content.place;
    meeting.notice = content.notice;
    meeting.begins = instant_from(content.begins).value();
    meeting.chair = content.chair;
    meeting.items.clear();
    for (const ItemContent& item : content.items)
        meeting.items.push_back({.id = office.ids.next(), .content = item});
}

std::optional<Choice> choice_of(const Item& item, const std::string& member) {
    const auto found = std::ranges::find(item.votes, member, &Vote::member);
    return found == item.votes.end() ? std::nullopt : found->choice;
}

}  // namespace

std::int64_t attending(const Meeting& meeting) {
    return std::ranges::count_if(meeting.members, &Member::attends);
}

KeptRule change_rule(db::Connection& c, const Office& office, const Rule& rule, std::int64_t version,
                     const Who& who) {
    const KeptRule before = current_rule(c);
    const Instant now = office.clock();
    if (!set_rule(c, rule, version, now)) http::refuse(412, "http.stale");
    audit::record(c, {.at = now,
                      .actor = who.actor.account,
                      .action = "replace_board_rule",
                      .record_kind = "board_rule",
                      .record_id = "board",
                      .before = encode(before.rule),
                      .after = encode(rule),
                      .request_id = who.request_id});
    return current_rule(c);
}

Meeting create_meeting(db::Connection& c, const Office& office, const MeetingContent& content,
                       const Who& who) {
    const Instant now = office.clock();
    Meeting meeting{.id = office.ids.next(), .secretary = who.actor.account, .created = now, .updated = now};
    apply(c, office, meeting, content);
    insert_meeting(c, meeting);
    record(c, meeting, who, "create_board_meeting", std::nullopt, encode(content));
    return find_meeting(c, meeting.id).value();
}

Meeting replace_meeting(db::Connection& c, const Office& office, Meeting meeting,
                        const MeetingContent& content, const Who& who) {
    const std::string before = trace_of(meeting);
    apply(c, office, meeting, content);
    meeting.updated = office.clock();
    set_items(c, meeting);
    return save(c, std::move(meeting), who, "replace_board_meeting", before, encode(content));
}

Meeting convene(db::Connection& c, const Office& office, Meeting meeting, const Who& who) {
    if (meeting.items.empty()) http::refuse(409, "board.no_items");
    const std::string before = trace_of(meeting);
    meeting.updated = office.clock();
    meeting.members = board_members(c, meeting.updated);
    if (meeting.members.empty()) http::refuse(409, "board.no_members");
    meeting.rule = current_rule(c).rule;
    meeting.state = MeetingState::convened;
    set_members(c, meeting);
    tell_convened(c, meeting, who.actor.account, meeting.updated);
    const std::string after = trace_of(meeting);
    return save(c, std::move(meeting), who, "convene_board_meeting", before, after);
}

Meeting move(db::Connection& c, const Office& office, Meeting meeting, MeetingState to, std::string action,
             const Who& who) {
    const bool left =
        std::ranges::any_of(meeting.items, [](const Item& item) { return item.state == ItemState::pending; });
    if (to == MeetingState::closed && left) http::refuse(409, "board.items_left");
    const std::string before = trace_of(meeting);
    meeting.updated = office.clock();
    meeting.state = to;
    if (to == MeetingState::cancelled) tell_cancelled(c, meeting, who.actor.account, meeting.updated);
    const std::string after = trace_of(meeting);
    return save(c, std::move(meeting), who, std::move(action), before, after);
}

Meeting note_presence(db::Connection& c, const Office& office, Meeting meeting, Member member,
                      const NewPresence& noted, const Who& who) {
    if (noted.proxy) {
        if (!meeting.rule.value().proxies) refuse_field("/presence", "board.no_proxies");
        const Member* proxy = member_of(meeting, *noted.proxy);
        if (!proxy || proxy->account == member.account || proxy->presence != Presence::present)
            refuse_field("/proxy", "board.proxy_not_present");
    }
    // Whoever votes for others stays until these are told otherwise.
    const bool needed = std::ranges::any_of(
        meeting.members, [&](const Member& other) { return other.proxy == member.account; });
    if (needed && noted.presence != Presence::present) refuse_field("/presence", "board.is_proxy");
    const std::string before = trace_of(member);
    member.presence = noted.presence;
    member.proxy = noted.proxy;
    update_member(c, meeting.id, member);
    meeting.updated = office.clock();
    return save(c, std::move(meeting), who, "note_board_presence", before, trace_of(member));
}

Meeting begin_item(db::Connection& c, const Office& office, Meeting meeting, Item item, const Who& who) {
    const std::string before = trace_of(item);
    const auto members = static_cast<std::int64_t>(meeting.members.size());
    const Rule& rule = meeting.rule.value();
    meeting.updated = office.clock();
    if (item.content.ballot == Ballot::report) {
        item.state = ItemState::reported;
        item.decided = meeting.updated;
    } else {
        if (!has_quorum(rule, members, attending(meeting)))
            http::refuse(409, "board.no_quorum",
                         {{"present", std::to_string(attending(meeting))},
                          {"needed", std::to_string(quorum_of(rule, members))}});
        item.state = ItemState::voting;
    }
    update_item(c, item);
    return save(c, std::move(meeting), who, "begin_board_item", before, trace_of(item));
}

Meeting end_item(db::Connection& c, const Office& office, Meeting meeting, Item item, const Who& who) {
    const std::string before = trace_of(item);
    if (item.content.ballot == Ballot::open) {
        item.tally = {};
        for (const Vote& vote : item.votes) {
            item.tally.yes += vote.choice == Choice::yes;
            item.tally.no += vote.choice == Choice::no;
            item.tally.abstain += vote.choice == Choice::abstain;
        }
    }
    meeting.updated = office.clock();
    item.present_count = attending(meeting);
    item.decided = meeting.updated;
    const bool carried = carries(meeting.rule.value(), item.content.majority, item.tally, *item.present_count,
                                 choice_of(item, meeting.chair));
    item.state = carried ? ItemState::carried : ItemState::rejected;
    if (carried) {
        const auto number = approvals::take_number(c, kResolutionSeries, meeting.updated);
        item.resolution_year = number.year;
        item.resolution_serial = number.serial;
    }
    update_item(c, item);
    return save(c, std::move(meeting), who, "end_board_item", before, trace_of(item));
}

Meeting vote(db::Connection& c, const Office& office, const Meeting& meeting, const Item& item,
             const Member& member, Choice choice, const Who& who) {
    const bool open = item.content.ballot == Ballot::open;
    if (open)
        put_open_vote(c, item.id, {.member = member.account, .cast_by = who.actor.account, .choice = choice});
    else if (!put_secret_vote(c, item.id, member.account, who.actor.account, choice))
        http::refuse(409, "board.voted_already");
    Meeting now = find_meeting(c, meeting.id).value();
    now.updated = office.clock();
    record(c, now, who, "cast_board_vote", std::nullopt,
           trace_of_vote(item, member.account, open ? std::optional(choice) : std::nullopt));
    return now;
}

}  // namespace dure::board
