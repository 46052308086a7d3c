// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/energy/explain.hpp"
#include "engine/energy/formats/pypsa_folder.hpp"
#include "engine/energy/formats/pypsa_write.hpp"
#include "engine/energy/network_for_tests.hpp"

namespace dure::energy::testing {
namespace {

double between(int low, int high) {
    return *rc::gen::inRange(low, high + 1);
}

std::vector<double> numbers(int count, int low, int high, double unit) {
    std::vector<double> v;
    for (int i = 0; i < count; ++i) v.push_back(unit * between(low, high));
    return v;
}

/// Two to four places on a ring of lines, each with load, wind and fuel, some with a battery; heat at the
/// first. It can shed, so that every cap on CO2 can be met.
Sketch random_network() {
    const int periods = static_cast<int>(between(1, 5)), places = static_cast<int>(between(2, 4));
    Sketch s(periods);
    s.network.co2_price_per_t = between(0, 20);
    s.network.time.objective_weight = s.series("weight", "hours", numbers(periods, 1, 4, 0.5));
    for (int i = 0; i < places; ++i) {
        const std::string at = "place " + std::to_string(i), own = " " + std::to_string(i);
        s.bus(at).value_of_lost_load = 1000;
        s.load("load" + own, at, s.series("load" + own, "MW", numbers(periods, 0, 50, 1)));
        s.generator("wind" + own, at, extendable(between(10, 90)), 0.0).p_max_pu =
            s.series("wind" + own, "per_unit", numbers(periods, 0, 10, 0.1));
        Generator& fuel = s.generator("fuel" + own, at, fixed(between(10, 60)), between(10, 90));
        fuel.co2_t_per_mwh = 0.01 * between(20, 90);
        fuel.p_nom.capital_cost.annual = between(0, 5);
        if (between(0, 1) > 0) {
            Store& store = s.store("battery" + own, at, extendable(between(1, 9)));
            store.p_nom = fixed(between(0, 20));
            store.efficiency_store = 0.9;
            store.cyclic = between(0, 1) > 0;
        }
        const std::string next = "place " + std::to_string((i + 1) % places);
        s.line("line" + own, at, next, 0.1 * between(1, 9),
               i % 2 ? fixed(between(5, 30)) : extendable(between(1, 9)));
    }
    s.bus("heat", "heat").value_of_lost_load = 800;
    s.load("heat load", "heat", between(0, 30));
    s.link("heat pump", "place 0", "heat", 0.5 * between(4, 8), extendable(between(1, 20)));
    return s;
}

Plan solve(const Sketch& s) {
    auto plan = s.plan();
    RC_ASSERT(plan.has_value());
    RC_ASSERT(plan->status == lp::Status::optimal);
    return *std::move(plan);
}

bool about(double a, double b) {
    return std::abs(a - b) <= 1e-6 * (1 + std::abs(a) + std::abs(b));
}

RC_GTEST_PROP(RandomNetwork, balances_every_bus_and_costs_the_sum_of_its_parts, ()) {
    const Plan plan = solve(random_network());
    for (const BusResult& b : plan.buses)
        RC_ASSERT(b.max_abs_imbalance_mw <= 1e-6 * std::max(b.peak_mw, 1.0));
    double parts = 0;
    for (const TechnologyResult& t : plan.technologies) parts += t.capital_cost + t.marginal_cost;
    RC_ASSERT(about(parts, plan.total_cost));
    RC_ASSERT(about(plan.certificate->objective, plan.total_cost));
    RC_ASSERT(about(plan.certificate->dual_objective, plan.total_cost));
}

RC_GTEST_PROP(RandomNetwork, never_gets_cheaper_when_a_limit_is_tightened, ()) {
    Sketch s = random_network();
    const Plan free = solve(s);
    s.limit(LimitKind::co2_cap, free.co2_t * 0.1 * between(5, 10));
    const Plan capped = solve(s);
    RC_ASSERT(capped.co2_t <= s.network.limits[0].value + 1e-6 * (1 + free.co2_t));
    RC_ASSERT(capped.total_cost >= free.total_cost - 1e-6 * (1 + free.total_cost));
    s.network.limits[0].value *= 0.9;
    const Plan tighter = solve(s);
    RC_ASSERT(tighter.total_cost >= capped.total_cost - 1e-6 * (1 + capped.total_cost));
    // Cost is convex in the cap, so the price of the last tonne lies below what the tenth cost on average.
    const double saved = s.network.limits[0].value / 9;
    RC_ASSERT(capped.limits[0].shadow_price * saved <=
              tighter.total_cost - capped.total_cost + 1e-5 * (1 + tighter.total_cost));
}

RC_GTEST_PROP(RandomNetwork, costs_as_many_times_more_as_everything_in_it, ()) {
    Sketch s = random_network();
    const Plan once = solve(s);
    constexpr double kTimes = 7;
    const auto dearer = [](Capacity& c) {
        if (c.capital_cost.annual) *c.capital_cost.annual *= kTimes;
    };
    s.network.co2_price_per_t *= kTimes;
    for (Bus& b : s.network.buses) *b.value_of_lost_load *= kTimes;
    for (Generator& g : s.network.generators) {
        dearer(g.p_nom);
        g.marginal_cost = std::get<double>(g.marginal_cost) * kTimes;
    }
    for (Link& l : s.network.links) dearer(l.p_nom);
    for (Store& store : s.network.stores) dearer(store.e_nom);
    for (Line& l : s.network.lines) dearer(l.s_nom);
    RC_ASSERT(about(solve(s).total_cost, kTimes * once.total_cost));
}

RC_GTEST_PROP(RandomNetwork, what_goes_to_pypsa_comes_back_as_the_same_program, ()) {
    Sketch s = random_network();
    if (between(0, 1) > 0) s.limit(LimitKind::co2_cap, between(5, 400));
    const Plan before = solve(s);
    const auto files = write_pypsa_folder(s.network, s.values, &before);
    RC_ASSERT(files.has_value());
    const auto back = read_pypsa_folder(*files);
    RC_ASSERT(back.has_value());
    const auto after = plan(back->network, back->series);
    if (!after) RC_FAIL(after.error()[0].code + " " + after.error()[0].pointer);
    RC_ASSERT(after.has_value());
    RC_ASSERT(after->status == lp::Status::optimal);
    RC_ASSERT(std::abs(after->total_cost - before.total_cost) <= 1e-5 * (1 + std::abs(before.total_cost)));
}

RC_GTEST_PROP(RandomNetwork, what_an_explanation_proposes_makes_a_plan_possible, ()) {
    Sketch s(static_cast<int>(between(1, 4)));
    const int periods = s.network.time.periods;
    s.network.carriers = {{.name = "coal", .co2_t_per_mwh = 1}, {.name = "sun", .renewable = true}};
    s.bus("city");
    s.load("load", "city", s.series("load", "MW", numbers(periods, 10, 90, 1)));
    s.generator("coal", "city", fixed(between(20, 120)), 20.0).carrier = "coal";
    Capacity most = extendable(1);
    most.maximum = between(5, 60);
    Generator& sun = s.generator("sun", "city", most, 0.0);
    sun.carrier = "sun";
    sun.p_max_pu = s.series("sun", "per_unit", numbers(periods, 3, 10, 0.1));
    s.limit(LimitKind::co2_cap, between(5, 200));
    s.limit(LimitKind::renewable_share, 0.1 * between(0, 9));
    const auto first = s.plan();
    RC_ASSERT(first.has_value());
    const auto parts = explain(s.network, s.values);
    RC_ASSERT(parts.empty() == (first->status == lp::Status::optimal));
    // With a hair more than asked, as the page rounds: an optimum's only point may fail by the solver's
    // tolerance.
    constexpr double kMore = 1.001, kLess = 0.999;
    for (const ConflictPart& part : parts) {
        Sketch changed = s;
        if (part.kind == ConflictKind::limit && part.relaxed)
            (part.pointer == "/limits/0" ? changed.network.limits[0].value = kMore * *part.relaxed
                                         : changed.network.limits[1].value = kLess * *part.relaxed);
        else if (part.kind == ConflictKind::maximum && part.relaxed)
            changed.network.generators[1].p_nom.maximum = kMore * *part.relaxed;
        else if (part.kind == ConflictKind::balance && part.helps && !part.surplus)
            changed.network.buses[0].value_of_lost_load = 5000;
        else
            continue;
        solve(changed);
    }
}

}  // namespace
}  // namespace dure::energy::testing
