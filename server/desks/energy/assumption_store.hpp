// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

/// What is known of a plan's numbers, by their addresses; also of addresses that the model no longer has.
std::map<std::string, AssumptionRecord> plan_assumptions(db::Connection& c, const std::string& plan);
std::optional<AssumptionRecord> find_assumption(db::Connection& c, const std::string& plan,
                                                const std::string& at);
void insert_assumption(db::Connection& c, const AssumptionRecord& one);
/// Writes everything but plan, at and created, and counts the version up. False: the version is no longer
/// one.version.
bool update_assumption(db::Connection& c, const AssumptionRecord& one);

}  // namespace dure::desks::energy
