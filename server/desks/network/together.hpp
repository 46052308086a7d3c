// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/providers.hpp"

/// What this desk tells the pages that gather from all desks.
namespace dure::desks::network {

/// The secretariat's work list of members, as numbers.
together::Waits waiting_members();
/// Meetings of the network's bodies.
together::Calendar meeting_days();

}  // namespace dure::desks::network
