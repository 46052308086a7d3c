// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/guard.hpp"

namespace dure::oversight {

/// Entries hold what every desk knows, also of persons: administrators alone read them all. The history of
/// one record is for whoever may read the record.
inline constexpr auth::Audience kOverseers = auth::kAdministrators;

}  // namespace dure::oversight
