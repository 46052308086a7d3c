// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/presenter.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/desks/energy/weather_service.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

PlanRecord changeable_plan(db::Connection& c, const Request& request, const Actor& actor) {
    PlanRecord plan = readable_plan(c, request, actor);
    if (!can(actor, PlanAction::change, plan)) http::refuse(403, "auth.forbidden");
    return plan;
}

Response changed_plan(db::Connection& c, const std::string& id, const Actor& actor) {
    const PlanRecord plan = find_plan(c, id).value();
    const auto view = present(plan, plan_model(c, id), plan_series(c, id), actor);
    return std::move(http::json_text(encode(view)).with("ETag", tag_of(plan)));
}

}  // namespace

Response WeatherHandlers::preview_weather(const Request& request, const Actor& actor) {
    const auto upload = http::read_json(request, decode_weather_upload);
    const auto weather = read_weather(upload);
    return desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = changeable_plan(c, request, actor);
        const auto network = decode_network(plan_model(c, plan.id)).value();
        WeatherPreview view = present(weather);
        view.series = compare_series(c, plan, make_weather_series(upload, weather, network));
        return http::json_text(encode(view));
    });
}

Response WeatherHandlers::apply_weather(const Request& request, const Actor& actor) {
    const auto upload = http::read_json(request, decode_weather_upload);
    const auto weather = read_weather(upload);
    return desk_.database.write([&](db::Connection& c) {
        const PlanRecord plan = changeable_plan(c, request, actor);
        http::require_match(request, plan.version);
        const auto network = decode_network(plan_model(c, plan.id)).value();
        energy::apply_weather(c, desk_, plan, upload, weather, make_weather_series(upload, weather, network),
                              {actor, request.request_id});
        return changed_plan(c, plan.id, actor);
    });
}

Response WeatherHandlers::list_series_changes(const Request& request, const Actor& actor) {
    http::Query(request).done();
    return desk_.database.read([&](db::Connection& c) {
        return http::json_text(encode(present_series_changes(c, readable_plan(c, request, actor), actor)));
    });
}

Response WeatherHandlers::undo_series_change(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        const PlanRecord plan = changeable_plan(c, request, actor);
        const auto change = find_series_change(c, plan.id, request.parameters.at("series_change_id"));
        if (!change) http::refuse(404, "http.not_found");
        http::require_match(request, plan.version);
        energy::undo_series_change(c, desk_, plan, *change, {actor, request.request_id});
        return changed_plan(c, plan.id, actor);
    });
}

}  // namespace dure::desks::energy
