// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/described.hpp"
#include "server/board/board.hpp"

/// How this folder's enums and its rule are written: included by codecs and stores alone.
namespace dure::board {

using approvals::text_of;
using approvals::value_of;

BOOST_DESCRIBE_ENUM(Ballot, open, secret, report)
BOOST_DESCRIBE_ENUM(Majority, simple, two_thirds)
BOOST_DESCRIBE_ENUM(MajorityOf, present, cast)
BOOST_DESCRIBE_ENUM(Choice, yes, no, abstain)
BOOST_DESCRIBE_ENUM(ItemState, pending, voting, carried, rejected, reported)
BOOST_DESCRIBE_ENUM(MeetingState, draft, convened, open, closed, cancelled)
BOOST_DESCRIBE_ENUM(Presence, expected, present, proxy, absent)

}  // namespace dure::board
