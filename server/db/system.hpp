// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"

namespace dure::db {

/// The machine's clock.
Clock system_clock();

/// The kernel's randomness.
RandomBytes system_random();

}  // namespace dure::db
