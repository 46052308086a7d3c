// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

void insert_scenario(db::Connection& c, const ScenarioRecord& one);
/// Also one that was put away.
std::optional<ScenarioRecord> find_scenario(db::Connection& c, const std::string& id);
/// By name; with those put away where asked for.
std::vector<ScenarioRecord> plan_scenarios(db::Connection& c, const std::string& plan, bool deleted);
/// Writes parent, name, description, changes, updated and deleted, and counts the version up. False: it has
/// moved on.
bool update_scenario(db::Connection& c, const ScenarioRecord& one);

}  // namespace dure::desks::energy
