// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "server/auth/actor.hpp"
#include "server/board/board.hpp"

/// Who may do what: one function an action.
namespace dure::board {

using auth::Actor;
using auth::Role;

inline constexpr auth::RoleSet kStaff = auth::kInstitute;
/// Whoever runs an office may convene the board and keep its minutes.
inline constexpr auth::RoleSet kSecretaries = {Role::administrator, Role::director, Role::planner,
                                               Role::programme_officer, Role::finance_officer};
/// Sees every meeting, and sets the rule.
inline constexpr auth::RoleSet kLeaders = {Role::administrator, Role::director};

inline bool keeps(const Actor& actor, const Meeting& meeting) {
    return actor.has_any(kLeaders) || (actor.has_any(kSecretaries) && actor.account == meeting.secretary);
}

inline const Member* member_of(const Meeting& meeting, const std::string& account) {
    const auto found = std::ranges::find(meeting.members, account, &Member::account);
    return found == meeting.members.end() ? nullptr : &*found;
}

/// A draft is its secretary's; once convened, its members see it too.
inline bool may_read(const Actor& actor, const Meeting& meeting) {
    if (keeps(actor, meeting)) return true;
    return meeting.state != MeetingState::draft && actor.has_any(kStaff) &&
           (actor.account == meeting.chair || member_of(meeting, actor.account));
}

inline bool before(const Meeting& meeting) {
    return meeting.state == MeetingState::draft || meeting.state == MeetingState::convened;
}
inline bool may_change(const Actor& actor, const Meeting& meeting) {
    return keeps(actor, meeting) && before(meeting);
}
inline bool voting(const Meeting& meeting) {
    return std::ranges::any_of(meeting.items, [](const Item& i) { return i.state == ItemState::voting; });
}
/// Who is there is written until the meeting closes, but not while a vote runs.
inline bool may_note_presence(const Actor& actor, const Meeting& meeting) {
    const bool now = meeting.state == MeetingState::convened || meeting.state == MeetingState::open;
    return keeps(actor, meeting) && now && !voting(meeting);
}
inline bool may_close(const Actor& actor, const Meeting& meeting) {
    return keeps(actor, meeting) && meeting.state == MeetingState::open && !voting(meeting);
}
inline bool may_begin(const Actor& actor, const Meeting& meeting, const Item& item) {
    return keeps(actor, meeting) && meeting.state == MeetingState::open && !voting(meeting) &&
           item.state == ItemState::pending;
}
inline bool may_end(const Actor& actor, const Meeting& meeting, const Item& item) {
    return keeps(actor, meeting) && item.state == ItemState::voting;
}
/// One's own vote and those one is the proxy of; the secretary writes down a show of hands.
inline bool may_vote(const Actor& actor, const Meeting& meeting, const Item& item, const Member& member) {
    if (item.state != ItemState::voting || !member.attends()) return false;
    if (item.content.ballot == Ballot::open && keeps(actor, meeting)) return true;
    const bool own = member.presence == Presence::present && actor.account == member.account;
    return own || (member.presence == Presence::proxy && member.proxy == actor.account);
}
inline bool may_write_minutes(const Actor& actor, const Meeting& meeting) {
    return keeps(actor, meeting) && meeting.state == MeetingState::closed;
}

}  // namespace dure::board
