// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::mail {

/// When digests go out: at eight in the morning in `zone`, weekly ones on Mondays. The first such instant
/// after `from`. `rhythm`: "daily" or "weekly".
Instant next_digest(Instant from, std::string_view rhythm, std::string_view zone);

/// Puts what waits long enough into one mail a reader and rhythm.
void make_digests(db::Database& database, Instant now, std::string_view zone, std::string_view public_url);

}  // namespace dure::mail
