// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/jobs/job.hpp"

namespace dure::desks::energy {

/// The kind of job that computes an ensemble; its subject is the ensemble, its parent the plan.
inline constexpr std::string_view kEnsemble = "ensemble";

/// Computes the samples that are not there yet and keeps each as it comes, so that a job that was cancelled
/// or killed goes on where it stood; then the near-optimal ranges.
jobs::Handler ensemble_handler(db::Database& database, int threads);

}  // namespace dure::desks::energy
