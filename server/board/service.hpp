// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/board/board.hpp"
#include "server/board/codec.hpp"
#include "server/board/store.hpp"

/// What is done with the board, each with its audit entry in the caller's transaction; 412 http.stale when
/// the version is no longer the one given. The caller has asked the policy.
namespace dure::board {

using approvals::Office;
using approvals::Who;

constexpr std::string_view kMeeting = "board_meeting";  ///< record_kind of the audit
constexpr std::string_view kMinutesKind = "board_minutes";

/// What an approval of minutes stands for: one version. The chair is the one who approves it.
approvals::Kind minutes_kind();

KeptRule change_rule(db::Connection& c, const Office& office, const Rule& rule, std::int64_t version,
                     const Who& who);
/// 422 account.unknown_id for a chair who is not of the board.
Meeting create_meeting(db::Connection& c, const Office& office, const MeetingContent& content,
                       const Who& who);
Meeting replace_meeting(db::Connection& c, const Office& office, Meeting meeting,
                        const MeetingContent& content, const Who& who);
/// Those who are members now are invited, the rule of now holds. 409 board.no_items, board.no_members.
Meeting convene(db::Connection& c, const Office& office, Meeting meeting, const Who& who);
/// Opens, closes or cancels. 409 board.items_left for closing before every item is decided.
Meeting move(db::Connection& c, const Office& office, Meeting meeting, MeetingState to, std::string action,
             const Who& who);
/// 422 board.no_proxies, board.proxy_not_present.
Meeting note_presence(db::Connection& c, const Office& office, Meeting meeting, Member member,
                      const NewPresence& presence, const Who& who);
/// A vote begins, or a report is heard. 409 board.no_quorum {present, needed}.
Meeting begin_item(db::Connection& c, const Office& office, Meeting meeting, Item item, const Who& who);
/// Counted, decided, and numbered when carried.
Meeting end_item(db::Connection& c, const Office& office, Meeting meeting, Item item, const Who& who);
/// 409 board.voted_already for a second secret vote. The audit keeps that somebody voted, not how they did
/// in secret.
Meeting vote(db::Connection& c, const Office& office, const Meeting& meeting, const Item& item,
             const Member& member, Choice choice, const Who& who);
/// A version and the draft of its approval. 422 board.correction_needed without what is corrected.
Meeting write_minutes(db::Connection& c, const Office& office, Meeting meeting, const NewMinutes& minutes,
                      const std::string& content, std::string_view language, const Who& who);

std::int64_t attending(const Meeting& meeting);

}  // namespace dure::board
