// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "server/db/database.hpp"
#include "server/jobs/job.hpp"

namespace dure::desks::energy {

/// The kind of job that computes a sweep or a tornado; its subject is the sweep, its parent the plan.
inline constexpr std::string_view kSweep = "sweep";

/// Computes the points that are not there yet and keeps each as it comes.
jobs::Handler sweep_handler(db::Database& database, int threads);

}  // namespace dure::desks::energy
