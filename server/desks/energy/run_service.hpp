// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/energy/desk.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/views.hpp"

/// What is done with runs, each in the caller's transaction together with its audit entry. A run that has
/// moved on meanwhile is refused with 412 http.stale.
namespace dure::desks::energy {

/// Makes the run of the plan's model as it is now, and the job that computes it.
RunRecord create_run(db::Connection& c, const Desk& desk, const PlanRecord& plan, const NewRun& wanted,
                     const RunInput& input, const std::string& currency, const Provenance& rests_on,
                     const std::optional<ScenarioRecord>& scenario, const Who& who);
RunRecord change_run(db::Connection& c, const Desk& desk, RunRecord run, const RunChange& change,
                     const Who& who);
/// Cancels its job if it has not ended.
RunRecord remove_run(db::Connection& c, const Desk& desk, RunRecord run, const Who& who);
RunRecord restore_run(db::Connection& c, const Desk& desk, RunRecord run, const Who& who);

}  // namespace dure::desks::energy
