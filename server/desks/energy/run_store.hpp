// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

/// Of energy_run r, its plan p and its owner o: what run_from reads.
inline constexpr std::string_view kRunColumns =
    "r.id, r.plan, p.name, r.number, r.label, r.status, r.job, r.owner, o.name, r.method, r.currency,"
    " r.time_limit_seconds, r.total_cost, r.co2_t, r.self_sufficiency, r.renewable_share, r.error, "
    "r.version, r.created,"
    " r.updated, r.deleted, r.assumptions, r.without_source, r.scenario, r.scenario_name";
RunRecord run_from(const db::Row& row, int first);

/// Numbers the run within its plan.
void insert_run(db::Connection& c, RunRecord& run, const RunInput& input);
/// Also a deleted one.
std::optional<RunRecord> find_run(db::Connection& c, const std::string& id);
RunInput run_input(db::Connection& c, const std::string& id);
/// JSON of schema Result.
std::optional<std::string> run_result(db::Connection& c, const std::string& id);
/// One more than the limit where there is a next page; newest first, `below` a number.
std::vector<RunRecord> list_runs(db::Connection& c, const std::string& plan,
                                 std::optional<std::int64_t> below, int limit);

/// Writes label, status, job, error, deleted and updated and counts the version up; false when it has moved
/// on.
bool update_run(db::Connection& c, const RunRecord& run);
void set_run_result(db::Connection& c, const RunRecord& run, const std::string& result);

/// One result a period, of a component at a bus; kind "price" has the bus as its component.
struct RunSeries {
    std::string kind, component, bus, carrier, unit;
    std::vector<double> values;
};
/// In place of what was there.
void set_run_series(db::Connection& c, const std::string& run, const std::vector<RunSeries>& series);
std::vector<RunSeries> run_series(db::Connection& c, const std::string& run,
                                  const std::optional<std::string>& bus);

}  // namespace dure::desks::energy
