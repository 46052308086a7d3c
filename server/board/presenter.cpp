// SPDX-License-Identifier: Apache-2.0
#include "server/board/presenter.hpp"

#include "engine/base/utc_text.hpp"
#include "server/approvals/approval_service.hpp"
#include "server/approvals/described.hpp"
#include "server/board/rules.hpp"
#include "server/board/service.hpp"

namespace dure::board {
namespace {

std::string name_of(const Meeting& meeting, const std::string& account) {
    const Member* member = member_of(meeting, account);
    return member ? member->name : std::string();
}

std::vector<std::string> may_vote_for(const Meeting& meeting, const Item& item, const Actor& reader) {
    std::vector<std::string> members;
    for (const Member& member : meeting.members) {
        const bool voted = std::ranges::find(item.votes, member.account, &Vote::member) != item.votes.end();
        if (may_vote(reader, meeting, item, member) && !(voted && item.content.ballot == Ballot::secret))
            members.push_back(member.account);
    }
    return members;
}

ItemView present_item(const Meeting& meeting, const Item& item, std::int64_t position, const Actor& reader) {
    ItemView view{{item.content}};
    view.id = item.id;
    view.position = position;
    view.state = item.state;
    view.attending = item.present_count;
    if (item.present_count) {
        view.yes = item.tally.yes;
        view.no = item.tally.no;
        view.abstain = item.tally.abstain;
    }
    if (item.resolution_serial) view.resolution = {*item.resolution_year, *item.resolution_serial};
    view.decided = utc_text(item.decided);
    for (const Vote& vote : item.votes)
        view.votes.push_back({vote.member, name_of(meeting, vote.member), vote.choice});
    view.may_vote_for = may_vote_for(meeting, item, reader);
    if (may_begin(reader, meeting, item)) view.actions.emplace_back("begin_board_item");
    if (may_end(reader, meeting, item)) view.actions.emplace_back("end_board_item");
    return view;
}

std::vector<std::string> actions_of(const Meeting& meeting, const Actor& reader) {
    std::vector<std::string> actions;
    const auto add = [&](bool may, const char* operation) {
        if (may) actions.emplace_back(operation);
    };
    add(may_change(reader, meeting), "replace_board_meeting");
    add(keeps(reader, meeting) && meeting.state == MeetingState::draft, "convene_board_meeting");
    add(keeps(reader, meeting) && meeting.state == MeetingState::convened, "open_board_meeting");
    add(may_close(reader, meeting), "close_board_meeting");
    add(may_change(reader, meeting), "cancel_board_meeting");
    add(may_note_presence(reader, meeting), "note_board_presence");
    add(may_write_minutes(reader, meeting), "write_board_minutes");
    return actions;
}

MinutesSummary present_minutes(db::Connection& c, const approvals::Office& office, const Minutes& one,
                               const Actor& reader) {
    MinutesSummary view{.id = one.id,
                        .number = one.number,
                        .remarks = one.remarks,
                        .correction = one.correction,
                        .author_name = one.author_name,
                        .created = utc_text(one.created)};
    if (const auto standing = standing_of(c, office, std::string(kMinutesKind), one.id, reader)) {
        if (standing->readable) view.approval = standing->approval;
        view.approval_state = approvals::text_of(standing->state);
    }
    return view;
}

}  // namespace

RuleView present(const KeptRule& kept, const Actor& reader) {
    RuleView view{{kept.rule}};
    view.version = kept.version;
    if (kept.updated != 0) view.updated = utc_text(kept.updated);
    if (reader.has_any(kLeaders)) view.actions.emplace_back("replace_board_rule");
    return view;
}

MeetingSummary summary_of(const Meeting& one) {
    return {.id = one.id,
            .title = one.title,
            .place = one.place,
            .begins = utc_text(one.begins),
            .chair = one.chair,
            .chair_name = one.chair_name,
            .secretary = one.secretary,
            .secretary_name = one.secretary_name,
            .state = one.state,
            .fictitious = one.fictitious,
            .version = one.version,
            .created = utc_text(one.created),
            .updated = utc_text(one.updated)};
}

MeetingView present(db::Connection& c, const approvals::Office& office, const Meeting& meeting,
                    const Actor& reader) {
    MeetingView view{summary_of(meeting)};
    view.notice = meeting.notice;
    view.rule = meeting.rule ? *meeting.rule : current_rule(c).rule;
    const auto members = static_cast<std::int64_t>(meeting.members.size());
    view.attending = attending(meeting);
    view.quorum = quorum_of(view.rule, members);
    view.quorate = has_quorum(view.rule, members, view.attending);
    std::int64_t position = 0;
    for (const Item& item : meeting.items)
        view.agenda.push_back(present_item(meeting, item, ++position, reader));
    for (const Member& member : meeting.members) {
        MemberView& one = view.members.emplace_back(
            MemberView{.account = member.account, .name = member.name, .presence = member.presence});
        one.proxy = member.proxy;
        if (member.proxy) one.proxy_name = name_of(meeting, *member.proxy);
    }
    for (const Minutes& minutes : meeting.minutes)
        view.minutes.push_back(present_minutes(c, office, minutes, reader));
    view.actions = actions_of(meeting, reader);
    return view;
}

MinutesView present(const Meeting& meeting, const Minutes& minutes) {
    return {.id = minutes.id,
            .meeting = meeting.id,
            .number = minutes.number,
            .remarks = minutes.remarks,
            .correction = minutes.correction,
            .author_name = minutes.author_name,
            .created = utc_text(minutes.created),
            .content = meeting_view_from(minutes.content)};
}

MeetingView kept_in_minutes(MeetingView view) {
    view.actions.clear();
    view.minutes.clear();
    for (ItemView& item : view.agenda) {
        item.actions.clear();
        item.may_vote_for.clear();
    }
    return view;
}

}  // namespace dure::board
