// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/findable.hpp"

#include <limits>

#include "server/desks/energy/plan_service.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"

namespace dure::desks::energy {
namespace {

constexpr int kAll = std::numeric_limits<int>::max() - 1;

std::vector<PlanRecord> plans_of(db::Connection& c, const std::vector<std::string>& ids) {
    std::vector<PlanRecord> plans;
    for (const std::string& id : ids)
        if (auto plan = find_plan(c, id)) plans.push_back(std::move(*plan));
    return plans;
}

}  // namespace

finder::Kind findable_plans() {
    return {.name = "plan",
            .page = "/energy/plans/",
            .changes = {std::string(kPlan)},
            .sight = [](db::Connection&, const auth::Actor& actor) -> std::optional<std::string> {
                return actor.has_any(kReaders) ? std::optional<std::string>("institute") : std::nullopt;
            },
            .read =
                [](db::Connection& c, const auth::Actor& actor, const std::vector<std::string>* ids) {
                    std::vector<finder::Findable> found;
                    for (const PlanRecord& plan : ids ? plans_of(c, *ids) : list_plans(c, {.limit = kAll})) {
                        if (!can(actor, PlanAction::read, plan)) continue;
                        found.push_back({.id = plan.id,
                                         .names = {{plan.language, plan.name}},
                                         .texts = {{plan.language, plan.description}}});
                    }
                    return found;
                }};
}

}  // namespace dure::desks::energy
