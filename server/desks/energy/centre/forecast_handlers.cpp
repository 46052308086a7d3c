// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/forecast_handlers.hpp"

#include <algorithm>
#include <cstdio>

#include "server/auth/once.hpp"
#include "server/codec/messages.hpp"
#include "server/desks/energy/centre/forecast_result.hpp"
#include "server/desks/energy/centre/kept_handlers.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_service.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/figures/vocabulary_store.hpp"
#include "server/http/text.hpp"

namespace dure::desks::energy {

namespace ahead = dure::energy::forecast;
BOOST_DESCRIBE_ENUM(ForecastMethod, trend, drivers, end_uses)
BOOST_DESCRIBE_STRUCT(HistoryYear, (), (year, value, figure, source, link))

namespace {

struct ProblemView {
    std::string code;
    std::map<std::string, std::string> params;
};
struct EstimateView {
    std::int64_t year = 0;
    double value = 0;
    std::optional<double> low, high, actual;
};
struct BackTestView {
    std::vector<EstimateView> years;
    double mape_percent = 0, bias_percent = 0;
    std::optional<double> coverage_percent;
};
struct CoefficientView {
    std::string name;
    double value = 0;
    std::optional<double> low, high;
    bool stated = false;
};
struct MethodView {
    ForecastMethod method = ForecastMethod::trend;
    std::vector<EstimateView> years;
    std::optional<BackTestView> back_test;
    std::optional<ProblemView> no_back_test, refused;
    std::vector<CoefficientView> coefficients;
};
struct SectorView {
    std::string sector, name_ko, name_en, unit;
    std::vector<HistoryYear> history;
    std::vector<MethodView> methods;
};
/// Schema ForecastResult.
struct ForecastResultView {
    std::string indicator, indicator_ko, indicator_en, region_ko, region_en;
    double level_percent = 95;
    std::int64_t to_year = 2040;
    std::vector<SectorView> sectors;
};
BOOST_DESCRIBE_STRUCT(ProblemView, (), (code, params))
BOOST_DESCRIBE_STRUCT(EstimateView, (), (year, value, low, high, actual))
BOOST_DESCRIBE_STRUCT(BackTestView, (), (years, mape_percent, bias_percent, coverage_percent))
BOOST_DESCRIBE_STRUCT(CoefficientView, (), (name, value, low, high, stated))
BOOST_DESCRIBE_STRUCT(MethodView, (), (method, years, back_test, no_back_test, refused, coefficients))
BOOST_DESCRIBE_STRUCT(SectorView, (), (sector, name_ko, name_en, unit, history, methods))
BOOST_DESCRIBE_STRUCT(ForecastResultView, (),
                      (indicator, indicator_ko, indicator_en, region_ko, region_en, level_percent, to_year,
                       sectors))

struct UseInPlan {
    std::string plan, load, sector;
    ForecastMethod method = ForecastMethod::trend;
    std::int64_t year = 2030;
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(UseInPlan, (), (plan, load, sector, method, year, name))
std::span<const codec::Rule> json_rules(const UseInPlan*) {
    static const codec::Rule list[] = {codec::required("plan").length(36, 36),
                                       codec::required("load").length(1, 200),
                                       codec::required("sector").length(0, 60),
                                       codec::required("method"),
                                       codec::required("year").at_least(1990).at_most(2100),
                                       codec::optional("name").length(1, 200)};
    return list;
}
struct MadePlan {
    std::string plan, name;
    double annual_mwh = 0;
};
BOOST_DESCRIBE_STRUCT(MadePlan, (), (plan, name, annual_mwh))

ProblemView view_of(const Error& error) {
    return {error.code, {error.params.begin(), error.params.end()}};
}
EstimateView view_of(const ahead::Estimate& one) {
    return {.year = one.year, .value = one.value, .low = one.low, .high = one.high, .actual = {}};
}

MethodView view_of(ForecastMethod method, const Expected<ahead::Forecast>& computed) {
    MethodView view{.method = method,
                    .years = {},
                    .back_test = {},
                    .no_back_test = {},
                    .refused = {},
                    .coefficients = {}};
    if (!computed) {
        view.refused = view_of(computed.error());
        return view;
    }
    for (const auto& one : computed->years) view.years.push_back(view_of(one));
    if (const auto& test = computed->back_test) {
        BackTestView& kept = view.back_test.emplace();
        for (std::size_t i = 0; i < test->predicted.size(); ++i) {
            kept.years.push_back(view_of(test->predicted[i]));
            kept.years.back().actual = test->actual[i];
        }
        kept.mape_percent = test->mape_percent;
        kept.bias_percent = test->bias_percent;
        kept.coverage_percent = test->coverage_percent;
    }
    if (computed->no_back_test) view.no_back_test = view_of(*computed->no_back_test);
    for (const auto& one : computed->coefficients)
        view.coefficients.push_back({one.name, one.value, one.low, one.high, one.stated});
    return view;
}

/// Three digits behind what matters are enough for a text.
std::string said(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.0f", value);
    return text;
}

[[noreturn]] void refuse_field(std::string code, std::string pointer, Params params = {}) {
    http::refuse_fields(
        {{.code = std::move(code), .params = std::move(params), .pointer = std::move(pointer)}});
}

ahead::Estimate estimate_for(const std::vector<SectorResult>& results, const UseInPlan& wanted,
                             std::string& unit) {
    const auto found = std::ranges::find(results, wanted.sector, &SectorResult::sector);
    if (found == results.end()) refuse_field("forecast.unknown_sector", "/sector");
    const auto& computed = by(*found, wanted.method);
    if (!computed) refuse_field(computed.error().code, "/method", computed.error().params);
    const auto year =
        std::ranges::find(computed->years, static_cast<int>(wanted.year), &ahead::Estimate::year);
    if (year == computed->years.end())
        refuse_field("forecast.no_such_year", "/year", {{"year", std::to_string(wanted.year)}});
    unit = found->unit;
    return *year;
}

}  // namespace

http::Response ForecastHandlers::get_forecast_result(const http::Request& request, const auth::Actor&) {
    return desk_.database.read([&](db::Connection& c) {
        const ForecastContent content = forecast_in(readable_kept(c, resource_, request));
        const auto words = figures::read_vocabulary(c);
        ForecastResultView view{.indicator = content.indicator,
                                .level_percent = content.level_percent,
                                .to_year = content.to_year};
        if (const auto* indicator = words.indicator(content.indicator)) {
            view.indicator_ko = indicator->name_ko;
            view.indicator_en = indicator->name_en;
        }
        if (const auto* region = words.region(content.region)) {
            view.region_ko = region->name_ko;
            view.region_en = region->name_en;
        }
        for (const SectorResult& one : compute_forecast(c, content)) {
            SectorView sector{.sector = one.sector, .unit = one.unit, .history = one.history, .methods = {}};
            if (const auto* term = words.term("sector", one.sector)) {
                sector.name_ko = term->name_ko;
                sector.name_en = term->name_en;
            }
            for (const auto method :
                 {ForecastMethod::trend, ForecastMethod::drivers, ForecastMethod::end_uses})
                sector.methods.push_back(view_of(method, by(one, method)));
            view.sectors.push_back(std::move(sector));
        }
        return http::json_text(codec::encode(view));
    });
}

http::Response ForecastHandlers::use_forecast_in_plan(const http::Request& request,
                                                      const auth::Actor& actor) {
    const auto wanted = http::read_json<UseInPlan>(request);
    const auto language = std::string(http::language_of(request.header("accept-language")));
    auth::Once once(desk_.database, request, actor, "use_forecast_in_plan", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Kept kept = readable_kept(c, resource_, request);
        std::string unit;
        const auto estimate = estimate_for(compute_forecast(c, forecast_in(kept)), wanted, unit);
        const auto factor = mwh_in(unit);
        if (!factor) refuse_field("forecast.no_energy_unit", "/sector", {{"unit", unit}});
        const auto plan = find_plan(c, wanted.plan);
        if (!plan || !can(actor, PlanAction::read, *plan)) refuse_field("plan.unknown", "/plan");
        PlanDraft draft{.description = plan->description};
        draft.language = language == "en" ? Language::en : Language::ko;
        draft.network = decode_network(plan_model(c, plan->id)).value();
        draft.kept = plan_series(c, plan->id);
        const auto load = std::ranges::find(draft.network.loads, wanted.load, &dure::energy::Load::name);
        if (load == draft.network.loads.end()) refuse_field("forecast.unknown_load", "/load");
        const auto say = [&](const std::string& key, const Params& params) {
            return codec::Messages::embedded().sentence(language, key, params);
        };
        const std::string method =
            say(std::string("forecast.method.") + boost::describe::enum_to_string(wanted.method, ""), {});
        const Params params{{"forecast", kept.name},
                            {"method", method},
                            {"year", std::to_string(wanted.year)},
                            {"value", said(estimate.value)},
                            {"unit", unit},
                            {"low", said(estimate.low.value_or(estimate.value))},
                            {"high", said(estimate.high.value_or(estimate.value))},
                            {"plan", plan->name}};
        load->annual_mwh = estimate.value * *factor;
        load->growth = 1;
        load->source =
            say(estimate.low ? "forecast.in_plan.source" : "forecast.in_plan.source_no_range", params);
        draft.name = wanted.name.value_or(say("forecast.in_plan.name", params));
        draft.network.name = draft.name;
        const PlanRecord made = energy::create_plan(c, desk_, draft, {actor, request.request_id});
        return http::json_response(MadePlan{made.id, made.name, *load->annual_mwh}, 201);
    });
}

}  // namespace dure::desks::energy
