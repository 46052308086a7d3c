// SPDX-License-Identifier: Apache-2.0
#include "server/app/attachables.hpp"

#include "server/approvals/attachable.hpp"
#include "server/board/attachable.hpp"
#include "server/desks/energy/attachable.hpp"
#include "server/desks/network/attachable.hpp"
#include "server/people/attachable.hpp"

namespace dure::app {

void add_attachables(files::Kinds& kinds, const approvals::Office& approvals) {
    // One line each, so that two who add theirs do not meet.
    kinds.add(approvals::attachable_approvals(approvals));
    kinds.add(board::attachable_meetings());
    kinds.add(desks::energy::attachable_plans());
    kinds.add(desks::network::attachable_clusters(approvals.clock));
    kinds.add(desks::network::attachable_members(approvals.clock));
    kinds.add(people::attachable_organisations());
}

}  // namespace dure::app
