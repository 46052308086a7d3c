// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/providers.hpp"

/// What this folder tells the pages that gather from all desks.
namespace dure::board {

/// Votes that run and in which the reader's is missing, their own or as a proxy.
together::Waits waiting_votes();
/// Meetings that were convened or held.
together::Calendar meeting_days();

}  // namespace dure::board
