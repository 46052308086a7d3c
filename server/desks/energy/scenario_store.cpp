// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/scenario_store.hpp"

#include "engine/base/text.hpp"

namespace dure::desks::energy {
namespace {

const std::string kSelect =
    "SELECT s.id, s.plan, s.parent, s.name, s.description, s.changes, s.owner, o.name, s.version, s.created, "
    "s.updated,"
    " s.deleted FROM energy_scenario s JOIN account o ON o.id = s.owner";
const std::string kFind = kSelect + " WHERE s.id = $1";
const std::string kOfPlan = kSelect + " WHERE s.plan = $1 AND s.deleted IS ";
constexpr std::string_view kInsert =
    "INSERT INTO energy_scenario (id, plan, parent, name, name_key, description, changes, owner, version, "
    "created,"
    " updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view kUpdate =
    "UPDATE energy_scenario SET parent = $2, name = $3, name_key = $4, description = $5, changes = $6, "
    "updated = $7,"
    " deleted = $8, version = version + 1 WHERE id = $1 AND version = $9";

ScenarioRecord from_row(const db::Row& row) {
    return {.id = row.text(0),
            .plan = row.text(1),
            .parent = row.optional_text(2),
            .name = row.text(3),
            .description = row.text(4),
            .changes = row.text(5),
            .owner = row.text(6),
            .owner_name = row.text(7),
            .version = row.integer(8),
            .created = row.integer(9),
            .updated = row.integer(10),
            .deleted = row.optional_integer(11)};
}

}  // namespace

void insert_scenario(db::Connection& c, const ScenarioRecord& one) {
    c.execute(kInsert, one.id, one.plan, one.parent, one.name, sort_key(one.name), one.description,
              one.changes, one.owner, one.version, one.created, one.updated);
}

std::optional<ScenarioRecord> find_scenario(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

std::vector<ScenarioRecord> plan_scenarios(db::Connection& c, const std::string& plan, bool deleted) {
    std::vector<ScenarioRecord> all;
    const std::string sql = kOfPlan + (deleted ? "NOT NULL" : "NULL") + " ORDER BY s.name_key, s.id";
    for (const db::Row& row : c.query(sql, plan)) all.push_back(from_row(row));
    return all;
}

bool update_scenario(db::Connection& c, const ScenarioRecord& one) {
    return c.execute(kUpdate, one.id, one.parent, one.name, sort_key(one.name), one.description, one.changes,
                     one.updated, one.deleted, one.version) == 1;
}

}  // namespace dure::desks::energy
