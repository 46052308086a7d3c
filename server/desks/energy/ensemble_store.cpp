// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/ensemble_store.hpp"

#include "server/codec/codec.hpp"

namespace dure::desks::energy {
namespace {

const std::string kSelect =
    "SELECT e.id, e.plan, p.name, e.number, e.label, e.job, j.state, e.owner, o.name, e.currency,"
    " e.specification, (SELECT count(*) FROM energy_ensemble_sample s WHERE s.ensemble = e.id), e.version,"
    " e.created, e.updated, e.deleted FROM energy_ensemble e JOIN energy_plan p ON p.id = e.plan"
    " JOIN account o ON o.id = e.owner LEFT JOIN job j ON j.id = e.job";
const std::string kFind = kSelect + " WHERE e.id = $1";
const std::string kList =
    kSelect + " WHERE e.plan = $1 AND e.number < $2 AND e.deleted IS NULL ORDER BY e.number DESC LIMIT $3";
constexpr std::string_view kLastNumber =
    "SELECT coalesce(max(number), 0) FROM energy_ensemble WHERE plan = $1";
constexpr std::string_view kInsert =
    "INSERT INTO energy_ensemble (id, plan, number, label, job, owner, currency, specification, model, "
    "series,"
    " version, created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
constexpr std::string_view kInput = "SELECT model, series FROM energy_ensemble WHERE id = $1";
constexpr std::string_view kUpdate =
    "UPDATE energy_ensemble SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version "
    "= $4";
constexpr std::string_view kRanges = "SELECT ranges FROM energy_ensemble WHERE id = $1";
constexpr std::string_view kSetRanges = "UPDATE energy_ensemble SET ranges = $2 WHERE id = $1";
constexpr std::string_view kKeep =
    "INSERT INTO energy_ensemble_sample (ensemble, number, result) VALUES ($1, $2, $3)"
    " ON CONFLICT (ensemble, number) DO NOTHING";
constexpr std::string_view kNumbers =
    "SELECT number FROM energy_ensemble_sample WHERE ensemble = $1 ORDER BY number";
constexpr std::string_view kResults =
    "SELECT result FROM energy_ensemble_sample WHERE ensemble = $1 ORDER BY number";

EnsembleRecord record_from(const db::Row& row) {
    return {.id = row.text(0),
            .plan = row.text(1),
            .plan_name = row.text(2),
            .number = row.integer(3),
            .label = row.text(4),
            .job = row.optional_text(5),
            .job_state = row.optional_text(6),
            .owner = row.text(7),
            .owner_name = row.text(8),
            .currency = row.text(9),
            .specification = row.text(10),
            .done = row.integer(11),
            .version = row.integer(12),
            .created = row.integer(13),
            .updated = row.integer(14),
            .deleted = row.optional_integer(15)};
}

}  // namespace

void insert_ensemble(db::Connection& c, EnsembleRecord& e, const RunInput& input) {
    e.number = c.query_one(kLastNumber, e.plan).value().integer(0) + 1;
    c.execute(kInsert, e.id, e.plan, e.number, e.label, e.job, e.owner, e.currency, e.specification,
              input.model, codec::encode(input.series), e.version, e.created, e.updated);
}

std::optional<EnsembleRecord> find_ensemble(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    return record_from(*row);
}

RunInput ensemble_input(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kInput, id).value();
    return {.model = row.text(0),
            .series = codec::decode<std::map<std::string, std::string>>(row.text(1)).value()};
}

std::vector<EnsembleRecord> list_ensembles(db::Connection& c, const std::string& plan,
                                           std::optional<std::int64_t> below, int limit) {
    std::vector<EnsembleRecord> all;
    for (const db::Row& row : c.query(kList, plan, below.value_or(INT64_MAX), limit + 1))
        all.push_back(record_from(row));
    return all;
}

bool update_ensemble(db::Connection& c, const EnsembleRecord& e) {
    return c.execute(kUpdate, e.id, e.deleted, e.updated, e.version) == 1;
}

std::optional<std::string> ensemble_ranges(db::Connection& c, const std::string& id) {
    return c.query_one(kRanges, id).value().optional_text(0);
}

void set_ensemble_ranges(db::Connection& c, const std::string& id, const std::string& ranges) {
    c.execute(kSetRanges, id, ranges);
}

void keep_sample(db::Connection& c, const std::string& ensemble, std::int64_t number,
                 const std::string& result) {
    c.execute(kKeep, ensemble, number, result);
}

std::vector<std::int64_t> sample_numbers(db::Connection& c, const std::string& ensemble) {
    std::vector<std::int64_t> numbers;
    for (const db::Row& row : c.query(kNumbers, ensemble)) numbers.push_back(row.integer(0));
    return numbers;
}

std::vector<std::string> sample_results(db::Connection& c, const std::string& ensemble) {
    std::vector<std::string> results;
    for (const db::Row& row : c.query(kResults, ensemble)) results.push_back(row.text(0));
    return results;
}

}  // namespace dure::desks::energy
