// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/sweep_store.hpp"

#include "server/codec/codec.hpp"

namespace dure::desks::energy {
namespace {

const std::string kSelect =
    "SELECT e.id, e.plan, p.name, e.number, e.label, e.kind, e.scenario, e.scenario_name, e.job, j.state, "
    "e.owner,"
    " o.name, e.currency, e.specification, e.points,"
    " (SELECT count(*) FROM energy_sweep_point s WHERE s.sweep = e.id), e.version, e.created, e.updated, "
    "e.deleted"
    " FROM energy_sweep e JOIN energy_plan p ON p.id = e.plan JOIN account o ON o.id = e.owner"
    " LEFT JOIN job j ON j.id = e.job";
const std::string kFind = kSelect + " WHERE e.id = $1";
const std::string kList =
    kSelect + " WHERE e.plan = $1 AND e.number < $2 AND e.deleted IS NULL ORDER BY e.number DESC LIMIT $3";
constexpr std::string_view kLastNumber = "SELECT coalesce(max(number), 0) FROM energy_sweep WHERE plan = $1";
constexpr std::string_view kInsert =
    "INSERT INTO energy_sweep (id, plan, number, label, kind, scenario, scenario_name, job, owner, currency,"
    " specification, points, model, series, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
constexpr std::string_view kInput = "SELECT model, series FROM energy_sweep WHERE id = $1";
constexpr std::string_view kUpdate =
    "UPDATE energy_sweep SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = "
    "$4";
constexpr std::string_view kKeep =
    "INSERT INTO energy_sweep_point (sweep, number, result) VALUES ($1, $2, $3)"
    " ON CONFLICT (sweep, number) DO NOTHING";
constexpr std::string_view kNumbers =
    "SELECT number FROM energy_sweep_point WHERE sweep = $1 ORDER BY number";
constexpr std::string_view kResults =
    "SELECT result FROM energy_sweep_point WHERE sweep = $1 ORDER BY number";

SweepRecord from_row(const db::Row& row) {
    return {.id = row.text(0),
            .plan = row.text(1),
            .plan_name = row.text(2),
            .number = row.integer(3),
            .label = row.text(4),
            .kind = row.text(5),
            .scenario = row.optional_text(6),
            .scenario_name = row.optional_text(7),
            .job = row.optional_text(8),
            .job_state = row.optional_text(9),
            .owner = row.text(10),
            .owner_name = row.text(11),
            .currency = row.text(12),
            .specification = row.text(13),
            .points = row.integer(14),
            .done = row.integer(15),
            .version = row.integer(16),
            .created = row.integer(17),
            .updated = row.integer(18),
            .deleted = row.optional_integer(19)};
}

}  // namespace

void insert_sweep(db::Connection& c, SweepRecord& one, const RunInput& input) {
    one.number = c.query_one(kLastNumber, one.plan).value().integer(0) + 1;
    c.execute(kInsert, one.id, one.plan, one.number, one.label, one.kind, one.scenario, one.scenario_name,
              one.job, one.owner, one.currency, one.specification, one.points, input.model,
              codec::encode(input.series), one.version, one.created, one.updated);
}

std::optional<SweepRecord> find_sweep(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

RunInput sweep_input(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kInput, id).value();
    return {.model = row.text(0),
            .series = codec::decode<std::map<std::string, std::string>>(row.text(1)).value()};
}

std::vector<SweepRecord> list_sweeps(db::Connection& c, const std::string& plan,
                                     std::optional<std::int64_t> below, int limit) {
    std::vector<SweepRecord> all;
    for (const db::Row& row : c.query(kList, plan, below.value_or(INT64_MAX), limit + 1))
        all.push_back(from_row(row));
    return all;
}

bool update_sweep(db::Connection& c, const SweepRecord& one) {
    return c.execute(kUpdate, one.id, one.deleted, one.updated, one.version) == 1;
}

void keep_point(db::Connection& c, const std::string& sweep, std::int64_t number, const std::string& result) {
    c.execute(kKeep, sweep, number, result);
}

std::vector<std::int64_t> point_numbers(db::Connection& c, const std::string& sweep) {
    std::vector<std::int64_t> numbers;
    for (const db::Row& row : c.query(kNumbers, sweep)) numbers.push_back(row.integer(0));
    return numbers;
}

std::vector<std::string> point_results(db::Connection& c, const std::string& sweep) {
    std::vector<std::string> results;
    for (const db::Row& row : c.query(kResults, sweep)) results.push_back(row.text(0));
    return results;
}

}  // namespace dure::desks::energy
