// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/mailroom/mailroom.hpp"

namespace dure::mailroom {

std::vector<auth::Operation> operations(const Mailroom& room);

}  // namespace dure::mailroom
