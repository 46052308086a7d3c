// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/attachable.hpp"

#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"

namespace dure::desks::energy {

files::Kind attachable_plans() {
    return {.name = "energy_plan",
            .page = "/energy/plans/",
            .access = [](db::Connection& c, const auth::Actor& actor,
                         const std::string& id) -> std::optional<files::Access> {
                const auto plan = find_plan(c, id);
                if (!plan || !can(actor, PlanAction::read, *plan)) return std::nullopt;
                return files::Access{can(actor, PlanAction::change, *plan), plan->name};
            }};
}

}  // namespace dure::desks::energy
