// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/jobs/job.hpp"

namespace dure::desks::energy {

/// The kind of job that computes a run; its subject is the run, its parent the plan.
inline constexpr std::string_view kPlanRun = "plan_run";

/// Loads the run's model and series, plans, and writes the results in the transaction that ends the job.
jobs::Handler plan_run_handler(db::Database& database, Clock clock, int threads);

/// Keeps the run's status with its job's state.
jobs::Follower plan_run_follower(Clock clock);

}  // namespace dure::desks::energy
