// SPDX-License-Identifier: Apache-2.0
#include "server/app/findables.hpp"

#include <algorithm>
#include <iterator>

#include "server/approvals/findable.hpp"
#include "server/board/findable.hpp"
#include "server/desks/energy/centre/findable.hpp"
#include "server/desks/energy/findable.hpp"
#include "server/desks/network/findable.hpp"
#include "server/figures/findable.hpp"
#include "server/people/findable.hpp"

namespace dure::app {

std::vector<finder::Kind> findables(const approvals::Office& approvals) {
    // One line each, so that two who add theirs do not meet.
    std::vector<finder::Kind> kinds;
    kinds.push_back(people::findable_organisations());
    kinds.push_back(people::findable_persons(approvals.clock));
    kinds.push_back(desks::network::findable_members(approvals.clock));
    kinds.push_back(desks::network::findable_clusters(approvals.clock));
    kinds.push_back(desks::energy::findable_plans());
    std::ranges::move(desks::energy::findable_centre(), std::back_inserter(kinds));
    kinds.push_back(figures::findable_indicators());
    kinds.push_back(figures::findable_sources());
    kinds.push_back(desks::network::findable_meetings());
    kinds.push_back(approvals::findable_approvals(approvals));
    kinds.push_back(board::findable_meetings());
    return kinds;
}

}  // namespace dure::app
