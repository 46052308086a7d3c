// SPDX-License-Identifier: Apache-2.0
#include "server/auth/once.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/scenario_service.hpp"
#include "server/desks/energy/scenario_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

Response answer(db::Connection& c, const ScenarioRecord& one, const Actor& actor, int status = 200) {
    const auto view = present(c, one, decode_network(plan_model(c, one.plan)).value(), actor);
    return std::move(http::json_text(encode(view), status).with("ETag", http::etag_of(one.version)));
}

/// With the plan that it belongs to; else 404.
std::pair<ScenarioRecord, PlanRecord> named(db::Connection& c, const Request& request, const Actor& actor) {
    auto one = find_scenario(c, request.parameters.at("scenario_id"));
    if (!one) http::refuse(404, "http.not_found");
    auto plan = find_plan(c, one->plan);
    if (!plan || !can(actor, PlanAction::read, *plan)) http::refuse(404, "http.not_found");
    return {std::move(*one), std::move(*plan)};
}

}  // namespace

Response ScenarioHandlers::list_scenarios(const Request& request, const Actor& actor) {
    http::Query query(request);
    const bool deleted = query.boolean("deleted", false);
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        const auto network = decode_network(plan_model(c, plan.id)).value();
        ScenarioList list;
        for (const ScenarioRecord& one : plan_scenarios(c, plan.id, deleted))
            list.items.push_back(present(c, one, network, actor));
        return http::json_text(encode(list));
    });
}

Response ScenarioHandlers::create_scenario(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_scenario);
    auth::Once once(desk_.database, request, actor, "create_scenario", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        if (!can(actor, PlanAction::change, plan)) http::refuse(403, "auth.forbidden");
        return answer(c, energy::create_scenario(c, desk_, plan, content, {actor, request.request_id}), actor,
                      201);
    });
}

Response ScenarioHandlers::get_scenario(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const auto [one, plan] = named(c, request, actor);
        if (one.deleted) http::refuse(404, "http.not_found");
        const std::string tag = http::etag_of(one.version);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return answer(c, one, actor);
    });
}

Response ScenarioHandlers::replace_scenario(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_scenario);
    return desk_.database.write([&](db::Connection& c) {
        auto [one, plan] = named(c, request, actor);
        if (one.deleted) http::refuse(404, "http.not_found");
        if (!can(actor, PlanAction::change, plan)) http::refuse(403, "auth.forbidden");
        http::require_match(request, one.version);
        return answer(
            c, energy::replace_scenario(c, desk_, plan, std::move(one), content, {actor, request.request_id}),
            actor);
    });
}

Response ScenarioHandlers::delete_scenario(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        auto [one, plan] = named(c, request, actor);
        if (one.deleted) http::refuse(404, "http.not_found");
        if (!owns(actor, one.owner)) http::refuse(403, "auth.forbidden");
        http::require_match(request, one.version);
        remove_scenario(c, desk_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response ScenarioHandlers::restore_scenario(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        auto [one, plan] = named(c, request, actor);
        if (!owns(actor, one.owner)) http::refuse(403, "auth.forbidden");
        return answer(c, energy::restore_scenario(c, desk_, std::move(one), {actor, request.request_id}),
                      actor);
    });
}

}  // namespace dure::desks::energy
