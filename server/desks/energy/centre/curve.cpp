// SPDX-License-Identifier: Apache-2.0
// The marginal abatement cost curve of a year.
#include <algorithm>
#include <map>

#include "engine/energy/measures/abatement.hpp"
#include "server/desks/energy/centre/measure_views.hpp"
#include "server/desks/energy/centre/overview.hpp"

namespace dure::desks::energy {

namespace rules = dure::energy::measures;

namespace {

/// Schema AbatementCurve.
struct StepView {
    std::string measure, title;
    bool fictitious = false;
    double annual_cost = 0, cost_per_t = 0, co2_saved_t = 0, cumulative_t = 0, energy_saved_mwh = 0;
    std::string cost_source;
};
struct LeftOutView {
    std::string measure, title, reason;
};
struct OverlapView {
    std::string first, first_title, second, second_title;
    std::int64_t from_year = 0, to_year = 0;
};
struct CurveView {
    std::int64_t year = 0;
    double discount_rate = 0;
    std::string currency;
    std::vector<std::int64_t> price_years;
    std::vector<StepView> steps;
    std::vector<LeftOutView> left_out;
    std::vector<OverlapView> overlaps;
    bool negative_costs = false;
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (measure, title, fictitious, annual_cost, cost_per_t, co2_saved_t, cumulative_t,
                       energy_saved_mwh, cost_source))
BOOST_DESCRIBE_STRUCT(LeftOutView, (), (measure, title, reason))
BOOST_DESCRIBE_STRUCT(OverlapView, (), (first, first_title, second, second_title, from_year, to_year))
BOOST_DESCRIBE_STRUCT(CurveView, (),
                      (year, discount_rate, currency, price_years, steps, left_out, overlaps, negative_costs))

const MeasureYear* year_of(const MeasureContent& one, std::int64_t year) {
    const auto found = std::ranges::find(one.years, year, &MeasureYear::year);
    return found == one.years.end() ? nullptr : &*found;
}

/// Why a measure has no place on the curve; empty: it has one.
std::string why_left_out(const MeasureContent& one, const MeasureYear* saved, const std::string& currency) {
    if (!saved || !(saved->expected_t > 0)) return "no_co2_in_year";
    if (!one.investment && !one.yearly_cost) return "no_cost";
    if (saved->expected_mwh != 0 && !one.energy_price) return "no_energy_price";
    if (one.currency != currency) return "other_currency";
    return {};
}

}  // namespace

std::vector<Counted> counted_measures(db::Connection& c) {
    std::vector<Counted> list;
    for (Kept& kept : all_kept(c, "energy_measure")) {
        MeasureContent content = measure_in(kept);
        if (!content.cancelled) list.push_back({std::move(kept), std::move(content)});
    }
    return list;
}

http::Response OverviewHandlers::get_abatement_curve(const http::Request& request, const auth::Actor&) {
    http::Query query(request);
    const std::int64_t year = query.integer("year", 1990, 2100, 2030);
    // In hundredths of a percent, so that it is written exactly.
    const std::int64_t rate = query.integer("discount_basis_points", 0, 5000, 500);
    const std::string currency = query.text("currency", 3).value_or("KRW");
    query.done();
    CurveView view{.year = year, .discount_rate = static_cast<double>(rate) / 10'000, .currency = currency};
    std::map<std::string, Counted> measures;
    std::vector<rules::Option> options;
    for (Counted& one : desk_.database.read([](db::Connection& c) { return counted_measures(c); })) {
        const MeasureYear* saved = year_of(one.content, year);
        if (const auto reason = why_left_out(one.content, saved, currency); !reason.empty()) {
            view.left_out.push_back({one.kept.id, one.content.title, reason});
            continue;
        }
        const auto& content = one.content;
        options.push_back({.id = one.kept.id,
                           .investment = content.investment.value_or(0),
                           .lifetime_years = content.lifetime_years.value_or(0),
                           .yearly_cost = content.yearly_cost.value_or(0),
                           .energy_saved_mwh = saved->expected_mwh,
                           .energy_price = content.energy_price.value_or(0),
                           .co2_saved_t = saved->expected_t,
                           .sector = std::string(name_of(content.sector)),
                           .end_use = std::string(name_of(content.end_use)),
                           .first_year = static_cast<int>(content.years.front().year),
                           .last_year = static_cast<int>(content.years.back().year)});
        view.price_years.push_back(content.price_year);
        measures.emplace(one.kept.id, std::move(one));
    }
    std::ranges::sort(view.price_years);
    const auto doubled = std::ranges::unique(view.price_years);
    view.price_years.erase(doubled.begin(), doubled.end());
    const auto curve = rules::abatement_curve(options, view.discount_rate);
    if (!curve) http::refuse(422, curve.error().code, curve.error().params);
    for (const rules::Step& step : curve->steps) {
        const Counted& one = measures.at(step.id);
        view.steps.push_back({.measure = step.id,
                              .title = one.content.title,
                              .fictitious = one.kept.fictitious,
                              .annual_cost = step.annual_cost,
                              .cost_per_t = step.cost_per_t,
                              .co2_saved_t = step.co2_saved_t,
                              .cumulative_t = step.cumulative_t,
                              .energy_saved_mwh = year_of(one.content, year)->expected_mwh,
                              .cost_source = one.content.cost_source});
    }
    for (const rules::Overlap& one : curve->overlaps)
        view.overlaps.push_back({one.first, measures.at(one.first).content.title, one.second,
                                 measures.at(one.second).content.title, one.from_year, one.to_year});
    view.negative_costs = curve->negative_costs;
    return http::json_text(codec::encode(view));
}

}  // namespace dure::desks::energy
