// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/energy/parameters.hpp"
#include "server/desks/energy/desk.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/scenario_views.hpp"

namespace dure::desks::energy {

constexpr std::string_view kScenario = "energy_scenario";  ///< record_kind of the audit

/// What a scenario changes of the plan with all that it inherits, from the root on; what is nearer to it
/// counts.
std::vector<dure::energy::Change> resolved(db::Connection& c, const ScenarioRecord& one);

/// Of the plan and not put away; else 422 scenario.unknown with the pointer /scenario.
ScenarioRecord usable_scenario(db::Connection& c, const PlanRecord& plan, const std::string& id);

/// 422: scenario.unknown_parent, scenario.circle, scenario.parent_misfits, and those of apply(), each where
/// it is written.
ScenarioRecord create_scenario(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                               const ScenarioContent& content, const Who& who);
ScenarioRecord replace_scenario(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                                ScenarioRecord one, const ScenarioContent& content, const Who& who);
/// 409 scenario.has_children {count}.
void remove_scenario(db::Connection& c, const Desk& desk, ScenarioRecord one, const Who& who);
/// 409 scenario.parent_away.
ScenarioRecord restore_scenario(db::Connection& c, const Desk& desk, ScenarioRecord one, const Who& who);

ScenarioView present(db::Connection& c, const ScenarioRecord& one, const dure::energy::Network& plan,
                     const auth::Actor& reader);

}  // namespace dure::desks::energy
