// SPDX-License-Identifier: Apache-2.0
#include "server/board/tell.hpp"

#include <date/tz.h>

#include <chrono>

#include "server/mail/outbox.hpp"

namespace dure::board {
namespace {

/// The clock on the wall of the board's room: its sentence says so.
std::string local(Instant at) {
    const date::sys_time<std::chrono::microseconds> when{std::chrono::microseconds(at)};
    const auto there = date::locate_zone("Asia/Seoul")->to_local(when);
    return date::format("%Y-%m-%d %H:%M", date::floor<std::chrono::minutes>(there));
}

void tell(db::Connection& c, const Meeting& meeting, const std::string& kind, const std::string& by,
          Instant now) {
    for (const Member& member : meeting.members)
        if (member.account != by)
            mail::queue(c, member.account,
                        {.kind = kind,
                         .params = {{"title", meeting.title},
                                    {"when", local(meeting.begins)},
                                    {"place", meeting.place.empty() ? "–" : meeting.place}},
                         .path = "/board/" + meeting.id},
                        now);
}

}  // namespace

void tell_convened(db::Connection& c, const Meeting& meeting, const std::string& by, Instant now) {
    tell(c, meeting, "board.convened", by, now);
}

void tell_cancelled(db::Connection& c, const Meeting& meeting, const std::string& by, Instant now) {
    tell(c, meeting, "board.cancelled", by, now);
}

}  // namespace dure::board
