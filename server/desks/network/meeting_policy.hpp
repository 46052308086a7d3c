// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/cluster_policy.hpp"
#include "server/desks/network/meeting.hpp"

namespace dure::desks::network {

/// The institute reads drafts too; partner clusters read what is published.
inline bool may_read_meeting(const auth::Actor& actor, const Meeting& one) {
    return !one.deleted && (actor.has_any(kInstituteReaders) ||
                            (actor.has_any(kClusterReaders) && one.state == MeetingState::published));
}

}  // namespace dure::desks::network
