// SPDX-License-Identifier: Apache-2.0
#include "server/board/together.hpp"

#include <limits>

#include "server/board/policy.hpp"
#include "server/board/store.hpp"
#include "server/together/days.hpp"

namespace dure::board {
namespace {

constexpr int kAll = std::numeric_limits<int>::max() - 1;

std::vector<Meeting> meetings_of(together::Reader& reader, std::optional<MeetingState> state) {
    if (!reader.actor().has_any(kStaff)) return {};
    MeetingQuery query{.state = state, .limit = kAll};
    if (!reader.actor().has_any(kLeaders)) query.reader = reader.actor().account;
    return list_meetings(reader.connection(), query);
}

bool voted(const Item& item, const std::string& member) {
    return std::ranges::find(item.votes, member, &Vote::member) != item.votes.end();
}

/// The secretary writes votes down too, but those do not wait for them.
bool waits_for(const Actor& actor, const Meeting& meeting, const Item& item) {
    return item.state == ItemState::voting && std::ranges::any_of(meeting.members, [&](const Member& member) {
               const bool own = member.presence == Presence::present && member.account == actor.account;
               const bool proxy = member.presence == Presence::proxy && member.proxy == actor.account;
               return (own || proxy) && !voted(item, member.account);
           });
}

std::vector<together::Wait> votes(together::Reader& reader, Instant) {
    std::vector<together::Wait> found;
    for (const Meeting& listed : meetings_of(reader, MeetingState::open)) {
        const auto meeting = find_meeting(reader.connection(), listed.id);
        if (!meeting || !may_read(reader.actor(), *meeting)) continue;
        for (const Item& item : meeting->items)
            if (waits_for(reader.actor(), *meeting, item))
                found.push_back({.kind = "vote",
                                 .title = item.content.title,
                                 .path = "/board/" + meeting->id,
                                 .count = std::nullopt,
                                 .due = std::nullopt});
    }
    return found;
}

std::vector<together::Occasion> days_of(together::Reader& reader, const together::Days& days, Instant) {
    std::vector<together::Occasion> found;
    for (const Meeting& listed : meetings_of(reader, std::nullopt)) {
        if (listed.state == MeetingState::draft || listed.state == MeetingState::cancelled) continue;
        const std::string day = together::day_of(listed.begins);
        if (day < days.from || day > days.until) continue;
        const auto meeting = find_meeting(reader.connection(), listed.id);
        if (!meeting || !may_read(reader.actor(), *meeting)) continue;
        found.push_back({.kind = "board_meeting",
                         .id = listed.id,
                         .title = listed.title,
                         .path = "/board/" + listed.id,
                         .day = day,
                         .begins = listed.begins,
                         .place = listed.place,
                         .done = listed.state == MeetingState::closed,
                         .updated = listed.updated});
    }
    return found;
}

}  // namespace

together::Waits waiting_votes() {
    return {.name = "votes", .find = votes};
}
together::Calendar meeting_days() {
    return {.name = "board", .find = days_of};
}

}  // namespace dure::board
