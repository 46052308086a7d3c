// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/board/codec.hpp"
#include "server/board/policy.hpp"
#include "server/board/store.hpp"

/// What leaves of a record, with the operations that the reader may do on it.
namespace dure::board {

RuleView present(const KeptRule& kept, const Actor& reader);
MeetingSummary summary_of(const Meeting& meeting);
/// Of a secret vote only who has voted; its counts once it has ended.
MeetingView present(db::Connection& c, const approvals::Office& office, const Meeting& meeting,
                    const Actor& reader);
MinutesView present(const Meeting& meeting, const Minutes& minutes);
/// The meeting as minutes keep it: what any of its readers may know.
MeetingView kept_in_minutes(MeetingView view);

}  // namespace dure::board
