// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/run_store.hpp"

#include "server/codec/codec.hpp"
#include "server/desks/energy/series_store.hpp"

namespace dure::desks::energy {
namespace {

const std::string kSelect =
    "SELECT " + std::string(kRunColumns) +
    " FROM energy_run r JOIN energy_plan p ON p.id = r.plan JOIN account o ON o.id = r.owner";
const std::string kFind = kSelect + " WHERE r.id = $1";
const std::string kList =
    kSelect + " WHERE r.plan = $1 AND r.number < $2 AND r.deleted IS NULL ORDER BY r.number DESC LIMIT $3";
constexpr std::string_view kLastNumber = "SELECT coalesce(max(number), 0) FROM energy_run WHERE plan = $1";
constexpr std::string_view kInsert =
    "INSERT INTO energy_run (id, plan, number, label, status, job, owner, method, time_limit_seconds, model, "
    "series,"
    " currency, version, created, updated, assumptions, without_source, scenario, scenario_name) VALUES"
    " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
constexpr std::string_view kInput = "SELECT model, series FROM energy_run WHERE id = $1";
constexpr std::string_view kResult = "SELECT result FROM energy_run WHERE id = $1";
constexpr std::string_view kUpdate =
    "UPDATE energy_run SET label = $2, status = $3, job = $4, error = $5, deleted = $6, updated = $7,"
    " version = version + 1 WHERE id = $1 AND version = $8";
constexpr std::string_view kSetResult =
    "UPDATE energy_run SET result = $2, total_cost = $3, co2_t = $4, self_sufficiency = $5, renewable_share "
    "= $6"
    " WHERE id = $1";
constexpr std::string_view kClearSeries = "DELETE FROM energy_run_series WHERE run = $1";
constexpr std::string_view kSeries =
    "SELECT kind, component, bus, carrier, unit, data FROM energy_run_series WHERE run = $1 ORDER BY "
    "position";
constexpr std::string_view kSeriesAtBus =
    "SELECT kind, component, bus, carrier, unit, data FROM energy_run_series WHERE run = $1 AND bus = $2"
    " ORDER BY position";

std::optional<double> optional_real(const db::Row& row, int column) {
    if (row.null(column)) return std::nullopt;
    return row.real(column);
}

}  // namespace

RunRecord run_from(const db::Row& row, int first) {
    return {.id = row.text(first),
            .plan = row.text(first + 1),
            .plan_name = row.text(first + 2),
            .number = row.integer(first + 3),
            .label = row.text(first + 4),
            .status = row.text(first + 5),
            .job = row.optional_text(first + 6),
            .owner = row.text(first + 7),
            .owner_name = row.text(first + 8),
            .method = row.text(first + 9),
            .currency = row.text(first + 10),
            .time_limit_seconds = optional_real(row, first + 11),
            .total_cost = optional_real(row, first + 12),
            .co2_t = optional_real(row, first + 13),
            .self_sufficiency = optional_real(row, first + 14),
            .renewable_share = optional_real(row, first + 15),
            .error = row.optional_text(first + 16),
            .assumptions = row.optional_integer(first + 21),
            .without_source = row.optional_integer(first + 22),
            .scenario = row.optional_text(first + 23),
            .scenario_name = row.optional_text(first + 24),
            .version = row.integer(first + 17),
            .created = row.integer(first + 18),
            .updated = row.integer(first + 19),
            .deleted = row.optional_integer(first + 20)};
}

void insert_run(db::Connection& c, RunRecord& run, const RunInput& input) {
    run.number = c.query_one(kLastNumber, run.plan).value().integer(0) + 1;
    c.execute(kInsert, run.id, run.plan, run.number, run.label, run.status, run.job, run.owner, run.method,
              run.time_limit_seconds, input.model, codec::encode(input.series), run.currency, run.version,
              run.created, run.updated, run.assumptions, run.without_source, run.scenario, run.scenario_name);
}

std::optional<RunRecord> find_run(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    return run_from(*row, 0);
}

RunInput run_input(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kInput, id).value();
    return {.model = row.text(0),
            .series = codec::decode<std::map<std::string, std::string>>(row.text(1)).value()};
}

std::optional<std::string> run_result(db::Connection& c, const std::string& id) {
    return c.query_one(kResult, id).value().optional_text(0);
}

std::vector<RunRecord> list_runs(db::Connection& c, const std::string& plan,
                                 std::optional<std::int64_t> below, int limit) {
    std::vector<RunRecord> runs;
    for (const db::Row& row : c.query(kList, plan, below.value_or(INT64_MAX), limit + 1))
        runs.push_back(run_from(row, 0));
    return runs;
}

bool update_run(db::Connection& c, const RunRecord& run) {
    return c.execute(kUpdate, run.id, run.label, run.status, run.job, run.error, run.deleted, run.updated,
                     run.version) == 1;
}

void set_run_result(db::Connection& c, const RunRecord& run, const std::string& result) {
    c.execute(kSetResult, run.id, result, run.total_cost, run.co2_t, run.self_sufficiency,
              run.renewable_share);
}

void set_run_series(db::Connection& c, const std::string& run, const std::vector<RunSeries>& series) {
    constexpr std::string_view columns[] = {"run", "position", "kind", "component",
                                            "bus", "carrier",  "unit", "data"};
    std::vector<std::vector<db::Value>> rows;
    for (const RunSeries& one : series)
        rows.push_back({run, static_cast<std::int64_t>(rows.size()), one.kind, one.component, one.bus,
                        one.carrier, one.unit, to_blob(one.values)});
    c.execute(kClearSeries, run);
    c.insert_many("energy_run_series", columns, rows);
}

std::vector<RunSeries> run_series(db::Connection& c, const std::string& run,
                                  const std::optional<std::string>& bus) {
    std::vector<RunSeries> series;
    const auto rows = bus ? c.query(kSeriesAtBus, run, *bus) : c.query(kSeries, run);
    for (const db::Row& row : rows)
        series.push_back({.kind = row.text(0),
                          .component = row.text(1),
                          .bus = row.text(2),
                          .carrier = row.text(3),
                          .unit = row.text(4),
                          .values = from_blob(row.blob(5))});
    return series;
}

}  // namespace dure::desks::energy
