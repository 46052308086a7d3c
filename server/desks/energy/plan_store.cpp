// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/plan_store.hpp"

#include "engine/base/text.hpp"
#include "server/db/keyset.hpp"
#include "server/db/like.hpp"
#include "server/desks/energy/run_store.hpp"

namespace dure::desks::energy {
namespace {

/// A plan of `source` (called p) with its owner's name, the number of its runs, and the newest of them.
std::string select_from(const std::string& source) {
    return "SELECT p.id, p.name, p.description, p.language, p.owner, a.name, p.example, p.periods,"
           " (SELECT count(*) FROM energy_run n WHERE n.plan = p.id AND n.deleted IS NULL),"
           " p.version, p.created, p.updated, p.deleted, " +
           std::string(kRunColumns) + " FROM " + source +
           " p JOIN account a ON a.id = p.owner"
           " LEFT JOIN energy_run r ON r.plan = p.id AND r.number ="
           " (SELECT max(m.number) FROM energy_run m WHERE m.plan = p.id AND m.deleted IS NULL)"
           " LEFT JOIN account o ON o.id = r.owner";
}
constexpr int kRunFrom = 13;

const std::string kFind = select_from("energy_plan") + " WHERE p.id = $1";
/// What a list shows of a plan: the models stay where they are.
const std::string kListed =
    "SELECT p.id, p.name, p.name_key, p.description, p.language, p.owner, p.example, p.periods, p.version,"
    " p.created, p.updated, p.deleted FROM energy_plan p WHERE p.deleted IS ";
constexpr std::string_view kModel = "SELECT model FROM energy_plan WHERE id = $1";
constexpr std::string_view kInsert =
    "INSERT INTO energy_plan (id, name, name_key, search, description, language, owner, example, model, "
    "periods, version,"
    " created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
constexpr std::string_view kUpdate =
    "UPDATE energy_plan SET name = $2, name_key = $3, search = $4, description = $5, language = $6, model = "
    "$7,"
    " periods = $8, updated = $9, version = version + 1 WHERE id = $1 AND version = $10";
constexpr std::string_view kSetDeleted =
    "UPDATE energy_plan SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = $4";

bool by_name(PlanOrder order) {
    return order == PlanOrder::name || order == PlanOrder::name_down;
}

db::Keyset order_of(PlanOrder order) {
    const bool down = order == PlanOrder::name_down || order == PlanOrder::updated_down;
    return {.column = by_name(order) ? "p.name_key" : "p.updated", .id = "p.id", .down = down};
}

PlanRecord from_row(const db::Row& row) {
    PlanRecord plan{.id = row.text(0),
                    .name = row.text(1),
                    .description = row.text(2),
                    .language = row.text(3),
                    .owner = row.text(4),
                    .owner_name = row.text(5),
                    .example = row.boolean(6),
                    .periods = row.integer(7),
                    .runs = row.integer(8),
                    .version = row.integer(9),
                    .created = row.integer(10),
                    .updated = row.integer(11),
                    .deleted = row.optional_integer(12)};
    if (!row.null(kRunFrom)) plan.last_run = run_from(row, kRunFrom);
    return plan;
}

}  // namespace

void insert_plan(db::Connection& c, const PlanRecord& plan, const std::string& model) {
    c.execute_later(kInsert, plan.id, plan.name, sort_key(plan.name), folded(plan.name), plan.description,
                    plan.language, plan.owner, plan.example, model, plan.periods, plan.version, plan.created,
                    plan.updated);
}

std::optional<PlanRecord> find_plan(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

std::string plan_model(db::Connection& c, const std::string& id) {
    return c.query_one(kModel, id).value().text(0);
}

bool update_plan(db::Connection& c, const PlanRecord& plan, const std::string& model) {
    return c.execute(kUpdate, plan.id, plan.name, sort_key(plan.name), folded(plan.name), plan.description,
                     plan.language, model, plan.periods, plan.updated, plan.version) == 1;
}

bool set_plan_deleted(db::Connection& c, const PlanRecord& plan, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, plan.id, deleted, plan.updated, plan.version) == 1;
}

std::vector<PlanRecord> list_plans(db::Connection& c, const PlanQuery& query) {
    const db::Keyset order = order_of(query.order);
    std::vector<db::Value> arguments;
    const auto mark = [&](db::Value value) {
        arguments.push_back(std::move(value));
        return "$" + std::to_string(arguments.size());
    };
    std::string page = kListed + (query.deleted ? "NOT NULL" : "NULL");
    if (!query.part.empty())
        page += " AND p.search LIKE " + mark(db::containing(folded(query.part))) + " ESCAPE '!'";
    std::optional<std::pair<db::Value, std::string>> last;
    if (const auto& after = query.after)
        last.emplace(by_name(query.order) ? db::Value(after->name_key) : db::Value(after->updated),
                     after->id);
    db::go_on_behind(order, last, page, arguments);
    // The page is cut before anything is joined to it: what it costs does not grow with the number of plans.
    page += db::in_order(order) + " LIMIT " + std::to_string(query.limit + 1);
    const std::string sql = select_from("(" + page + ")") + db::in_order(order);
    std::vector<PlanRecord> plans;
    c.run(sql, arguments, [&](const db::Row& row) { plans.push_back(from_row(row)); });
    return plans;
}

}  // namespace dure::desks::energy
