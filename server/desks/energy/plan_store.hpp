// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

void insert_plan(db::Connection& c, const PlanRecord& plan, const std::string& model);
/// Also a deleted one.
std::optional<PlanRecord> find_plan(db::Connection& c, const std::string& id);
std::string plan_model(db::Connection& c, const std::string& id);
/// Writes name, description, language, periods, the model and updated, and counts the version up. False: the
/// version is no longer plan.version.
bool update_plan(db::Connection& c, const PlanRecord& plan, const std::string& model);
/// Puts away, or with none back. False as above.
bool set_plan_deleted(db::Connection& c, const PlanRecord& plan, std::optional<Instant> deleted);

enum class PlanOrder { name, name_down, updated, updated_down };

/// Where a list of plans goes on.
struct PlanPlace {
    std::string name_key;
    std::int64_t updated = 0;
    std::string id;
};

struct PlanQuery {
    std::string part;  ///< of the name
    bool deleted = false;
    PlanOrder order = PlanOrder::updated_down;
    std::optional<PlanPlace> after;
    int limit = 50;
};

/// One more than the limit where there is a next page.
std::vector<PlanRecord> list_plans(db::Connection& c, const PlanQuery& query);

}  // namespace dure::desks::energy
