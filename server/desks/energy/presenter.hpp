// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "server/auth/actor.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/views.hpp"

/// What leaves the energy desk of its records, with the operations that the reader may do on each.
namespace dure::desks::energy {

RunSummary present(const RunRecord& run, const auth::Actor& reader);
RunDetails present(const RunRecord& run, std::optional<std::string> result, const auth::Actor& reader);
PlanSummary present(const PlanRecord& plan, const auth::Actor& reader);
PlanDetails present(const PlanRecord& plan, std::string model, std::span<const SeriesRecord> series,
                    const auth::Actor& reader);

/// Entity tags: the version, and for a plan also what it shows of its runs, as "7.3.2".
std::string tag_of(const PlanRecord& plan);

/// Schema Result of a plan that was computed from the network.
ResultView present(const dure::energy::Plan& plan, const dure::energy::Network& network);

}  // namespace dure::desks::energy
