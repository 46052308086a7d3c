// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/figures/office.hpp"

namespace dure::figures {

/// All routes of sources and figures. What `office` refers to outlives them.
std::vector<auth::Operation> operations(const Office& office);

}  // namespace dure::figures
