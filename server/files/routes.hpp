// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/files/office.hpp"

namespace dure::files {

/// `office` is copied; what it refers to outlives them.
std::vector<auth::Operation> operations(const Office& office);

}  // namespace dure::files
