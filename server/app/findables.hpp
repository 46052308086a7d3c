// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/approvals/kinds.hpp"
#include "server/finder/kind.hpp"

namespace dure::app {

/// All that the search box finds, in the order in which groups are shown. `approvals` outlives them.
std::vector<finder::Kind> findables(const approvals::Office& approvals);

}  // namespace dure::app
