// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/desks/energy/assumption_service.hpp"
#include "server/desks/energy/assumption_store.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"

namespace dure::desks::energy {
namespace {

/// The number of the plan's model that the path names; else 404. Switches are no assumptions.
dure::energy::Parameter named(const dure::energy::Network& network, const Request& request) {
    for (auto& one : dure::energy::parameters(network))
        if (one.at == request.parameters.at("assumption_at") && one.unit != "switch") return std::move(one);
    http::refuse(404, "http.not_found");
}

}  // namespace

Response AssumptionHandlers::list_assumptions(const Request& request, const Actor& actor) {
    http::Query(request).done();
    return desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        return http::json_text(encode(present_assumptions(
            plan, decode_network(plan_model(c, plan.id)).value(), plan_assumptions(c, plan.id), actor)));
    });
}

Response AssumptionHandlers::change_assumption(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_assumption);
    return desk_.database.write([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        if (!can(actor, PlanAction::change, plan)) http::refuse(403, "auth.forbidden");
        const auto parameter = named(decode_network(plan_model(c, plan.id)).value(), request);
        const auto known = find_assumption(c, plan.id, parameter.at);
        http::require_match(request, known ? known->version : 0);
        energy::change_assumption(c, desk_, plan, parameter, known, content, {actor, request.request_id});
        const auto list = present_assumptions(plan, decode_network(plan_model(c, plan.id)).value(),
                                              plan_assumptions(c, plan.id), actor);
        const auto now = std::ranges::find(list.items, parameter.at, &AssumptionView::at);
        return std::move(http::json_text(encode(*now)).with("ETag", http::etag_of(now->version)));
    });
}

Response AssumptionHandlers::list_assumption_history(const Request& request, const Actor& actor) {
    const auto wanted = oversight::read_history_query(
        request, kAssumption,
        assumption_id(request.parameters.at("plan_id"), request.parameters.at("assumption_at")));
    return desk_.database.read([&](db::Connection& c) {
        readable_plan(c, request, actor);
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::desks::energy
