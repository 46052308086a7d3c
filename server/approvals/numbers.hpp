// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "server/approvals/approval.hpp"
#include "server/db/database.hpp"

namespace dure::approvals {

/// The calendar year in Korea, which keeps no summer time: nine hours before UTC.
std::int64_t year_in_korea(Instant now);

/// The next number of the series and year, for a record stored in the same transaction: rolled back with it,
/// so that no number is left out.
DocumentNumber take_number(db::Connection& c, std::string_view series, Instant now);

}  // namespace dure::approvals
