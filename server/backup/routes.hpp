// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/backup/office.hpp"

namespace dure::backup {

/// `office` outlives them.
std::vector<auth::Operation> operations(const Office& office);

}  // namespace dure::backup
