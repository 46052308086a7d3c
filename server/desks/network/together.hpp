// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/providers.hpp"

/// What this desk tells the pages that gather from all desks.
namespace dure::desks::network {

/// Members as those see them who may talk about them: a company its own profile too, whoever else it is shown
/// to. (The search box has an index for everyone of a sight, so there it is shown by its consent alone.)
finder::Kind members_to_talk_about(Clock clock);
/// The secretariat's work list of members, as numbers.
together::Waits waiting_members();
/// Meetings of the network's bodies.
together::Calendar meeting_days();

}  // namespace dure::desks::network
