// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/energy/network.hpp"
#include "engine/energy/parameters.hpp"
#include "server/desks/energy/desk.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/views.hpp"

/// What is done with plans, each in the caller's transaction together with its audit entry. Plans come as
/// they were read and matched there; a plan that has moved on meanwhile is refused with 412 http.stale.
namespace dure::desks::energy {

constexpr std::string_view kPlan = "energy_plan";  ///< record_kind of the audit

/// A plan to be made. Series have their values here, or were kept already for another plan.
struct PlanDraft {
    std::string name, description;
    Language language = Language::ko;
    dure::energy::Network network;
    dure::energy::SeriesValues values;
    std::vector<SeriesRecord> kept;
    std::vector<dure::energy::Assumption> assumptions;
    std::vector<AssumptionRecord> known;  ///< of the plan that it is a copy of
    bool example = false;
};

/// Of the example alone may codes of sources be unknown; else 422 as bring_assumptions().
PlanRecord create_plan(db::Connection& c, const Desk& desk, const PlanDraft& draft, const Who& who);

/// Series that the model no longer names are let go; numbers that have another value lose their source.
PlanRecord replace_plan(db::Connection& c, const Desk& desk, PlanRecord plan, const PlanContent& content,
                        const Who& who);

/// Writes the model alone.
PlanRecord save_model(db::Connection& c, const Desk& desk, PlanRecord plan,
                      const dure::energy::Network& network, const Who& who, std::string action);

/// Gives a series its values, and names it in the model if it is new.
PlanRecord put_series(db::Connection& c, const Desk& desk, PlanRecord plan,
                      const dure::energy::SeriesInfo& info, const std::vector<double>& values,
                      const Who& who);

PlanRecord remove_plan(db::Connection& c, const Desk& desk, PlanRecord plan, const Who& who);
PlanRecord restore_plan(db::Connection& c, const Desk& desk, PlanRecord plan, const Who& who);

}  // namespace dure::desks::energy
