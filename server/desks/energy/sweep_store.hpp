// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

/// Numbers the sweep within its plan.
void insert_sweep(db::Connection& c, SweepRecord& one, const RunInput& input);
/// Also one that was put away.
std::optional<SweepRecord> find_sweep(db::Connection& c, const std::string& id);
RunInput sweep_input(db::Connection& c, const std::string& id);
/// One more than the limit where there is a next page; newest first, `below` a number.
std::vector<SweepRecord> list_sweeps(db::Connection& c, const std::string& plan,
                                     std::optional<std::int64_t> below, int limit);
/// Writes deleted and updated and counts the version up; false when it has moved on.
bool update_sweep(db::Connection& c, const SweepRecord& one);

/// Unless it is there.
void keep_point(db::Connection& c, const std::string& sweep, std::int64_t number, const std::string& result);
std::vector<std::int64_t> point_numbers(db::Connection& c, const std::string& sweep);
/// JSON of schema SweepPoint, in their order.
std::vector<std::string> point_results(db::Connection& c, const std::string& sweep);

}  // namespace dure::desks::energy
