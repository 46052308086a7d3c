// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/plan.hpp"

#include <gmock/gmock.h>

#include <stop_token>

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy::testing {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Pointwise;

constexpr double kExact = 1e-6;
auto near_all(std::vector<double> values) {
    return Pointwise(::testing::DoubleNear(kExact), std::move(values));
}

TEST(Plan, runs_the_cheapest_plant_first_and_prices_by_the_dearest_that_runs) {
    Sketch s(2);
    s.bus("city");
    s.load("load", "city", s.series("load", "MW", {50, 120}));
    s.generator("cheap", "city", fixed(100), 10.0);
    s.generator("dear", "city", fixed(100), 50.0);
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.total_cost, 50 * 10 + 100 * 10 + 20 * 50, kExact);
    EXPECT_THAT(series(plan, "generator", "cheap", "city").value, near_all({50, 100}));
    EXPECT_THAT(series(plan, "generator", "dear", "city").value, near_all({0, 20}));
    EXPECT_THAT(series(plan, "load", "load", "city").value, near_all({-50, -120}));
    EXPECT_THAT(bus(plan, "city").price, near_all({10, 50}));
    EXPECT_NEAR(technology(plan, "cheap").full_load_hours, 1.5, kExact);
    EXPECT_NEAR(plan.demand_mwh, 170, kExact);
    EXPECT_LE(bus(plan, "city").max_abs_imbalance_mw, kExact);
    ASSERT_TRUE(plan.certificate);
    EXPECT_NEAR(plan.certificate->objective, plan.total_cost, kExact);
}

TEST(Plan, sheds_at_the_value_of_lost_load_and_never_more_than_the_demand) {
    Sketch s(1);
    s.bus("city").value_of_lost_load = 3000;
    s.load("load", "city", 10.0);
    s.generator("small", "city", fixed(4), 10.0);
    // It could swallow any amount, if shedding were a supply.
    s.store("sink", "city", fixed(100)).cyclic = false;
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.shed_mwh, 6, kExact);
    EXPECT_NEAR(plan.total_cost, 4 * 10 + 6 * 3000, kExact);
    EXPECT_THAT(bus(plan, "city").price, near_all({3000}));
    EXPECT_NEAR(technology(plan, "city").marginal_cost, 18000, kExact);
}

TEST(Plan, buys_low_and_sells_high_with_a_store) {
    Sketch s(2);
    s.bus("city");
    s.load("load", "city", 10.0);
    s.generator("market", "city", fixed(1000), s.series("price", "currency_per_mwh", {10, 100}));
    Store& store = s.store("battery", "city", fixed(9));
    store.efficiency_store = store.efficiency_dispatch = 0.9;
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "store", "battery", "city").value, near_all({-10, 8.1}));
    EXPECT_THAT(series(plan, "store_level", "battery", "city").value, near_all({9, 0}));
    EXPECT_NEAR(plan.total_cost, 20 * 10 + (10 - 8.1) * 100, kExact);
    EXPECT_NEAR(technology(plan, "battery").input_mwh, 10, kExact);
    EXPECT_NEAR(technology(plan, "battery").output_mwh, 8.1, kExact);
}

TEST(Plan, limits_charging_and_discharging_by_one_power) {
    Sketch s(2);
    s.bus("city");
    s.load("load", "city", 10.0);
    s.generator("market", "city", fixed(1000), s.series("price", "currency_per_mwh", {10, 100}));
    Store& store = s.store("battery", "city", fixed(100));
    store.p_nom = extendable(1);
    store.p_nom->maximum = 4;
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "store", "battery", "city").value, near_all({-4, 4}));
    EXPECT_NEAR(technology(plan, "battery").capacity_mw, 4, kExact);
    EXPECT_NEAR(technology(plan, "battery").capital_cost, 4, kExact);
}

TEST(Plan, loses_what_stands_in_a_store_and_starts_from_the_level_given) {
    Sketch s(2);
    s.bus("city").value_of_lost_load = 100;
    s.load("load", "city", s.series("load", "MW", {0, 100}));
    Store& store = s.store("tank", "city", fixed(100));
    store.cyclic = false;
    store.e_initial_mwh = 80;
    store.standing_loss = 0.5;
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "store_level", "tank", "city").value, near_all({40, 0}));
    EXPECT_NEAR(technology(plan, "tank").output_mwh, 20, kExact);
}

TEST(Plan, keeps_a_level_that_is_set) {
    Sketch s(3);
    s.bus("city");
    s.load("load", "city", 1.0);
    s.generator("plant", "city", fixed(100), 10.0);
    s.store("tank", "city", fixed(100)).level_set = {{.period = 1, .level_mwh = 25}};
    const Plan plan = s.solved();
    EXPECT_NEAR(series(plan, "store_level", "tank", "city").value[1], 25, kExact);
}

TEST(Plan, sizes_a_storage_unit_by_its_hours_and_spills_inflow_it_cannot_keep) {
    Sketch s(2);
    s.bus("valley");
    s.load("load", "valley", s.series("load", "MW", {1, 14}));
    s.generator("plant", "valley", fixed(100), 10.0);
    Store& dam = s.store("dam", "valley", {});
    dam.p_nom = fixed(5);
    dam.max_hours = 2;
    dam.cyclic = false;
    dam.inflow_mw = s.series("rain", "MW", {13, 0});
    dam.spill_cost = 0.5;
    const Plan plan = s.solved();
    // 13 MWh flow in, one is used at once, 10 are kept, 2 spilt; at most 5 can be used in the second hour.
    EXPECT_NEAR(*technology(plan, "dam").energy_capacity_mwh, 10, kExact);
    EXPECT_THAT(series(plan, "store", "dam", "valley").value, near_all({1, 5}));
    EXPECT_NEAR(technology(plan, "dam").curtailed_mwh, 2, kExact);
    EXPECT_NEAR(plan.total_cost, 9 * 10 + 2 * 0.5, kExact);
}

TEST(Plan, gives_heat_and_power_from_one_plant) {
    Sketch s(1);
    s.bus("city");
    s.bus("heat", "heat");
    s.load("load", "city", 50.0);
    s.load("baths", "heat", 80.0);
    s.generator("chp", "city", fixed(100), 60.0).coproducts = {{.bus = "heat", .ratio = 1.0}};
    s.generator("grid", "city", fixed(100), 30.0);
    s.generator("boiler", "heat", fixed(100), 40.0);
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.total_cost, 50 * 60 + 30 * 40, kExact);
    EXPECT_THAT(series(plan, "generator", "chp", "heat").value, near_all({50}));
    EXPECT_THAT(bus(plan, "heat").price, near_all({40}));
    EXPECT_THAT(bus(plan, "city").price, near_all({60 - 40}));
}

TEST(Plan, lifts_heat_by_the_hours_performance) {
    Sketch s(2);
    s.bus("city");
    s.bus("heat", "heat");
    s.load("baths", "heat", 8.0);
    s.generator("grid", "city", fixed(100), 20.0);
    s.link("heat pump", "city", "heat", s.series("cop", "cop", {2, 4}), fixed(10));
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "link", "heat pump", "city").value, near_all({-4, -2}));
    EXPECT_THAT(series(plan, "link", "heat pump", "heat").value, near_all({8, 8}));
    EXPECT_THAT(bus(plan, "heat").price, near_all({10, 5}));
    EXPECT_NEAR(plan.total_cost, 6 * 20, kExact);
}

TEST(Plan, sends_power_both_ways_through_a_cable) {
    Sketch s(2);
    s.bus("east");
    s.bus("west");
    s.load("east load", "east", s.series("east", "MW", {10, 0}));
    s.load("west load", "west", s.series("west", "MW", {0, 10}));
    s.generator("east plant", "east", fixed(3), s.series("price", "currency_per_mwh", {50, 1}));
    s.generator("west plant", "west", fixed(100), 5.0);
    s.link("cable", "east", "west", 1.0, fixed(20)).p_min_pu = -0.4;
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "link", "cable", "west").value, near_all({-8, 3}));
    EXPECT_NEAR(plan.total_cost, 2 * 50 + 8 * 5 + 3 * 1 + 7 * 5, kExact);
}

TEST(Plan, pays_for_plant_that_stands) {
    Sketch s(1);
    s.bus("city");
    s.load("load", "city", 1.0);
    s.generator("plant", "city", fixed(10), 5.0).p_nom.capital_cost.annual = 7;
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.total_cost, 5 + 70, kExact);
    EXPECT_NEAR(plan.total_cost - plan.existing_capital_cost, 5, kExact);
    EXPECT_NEAR(plan.certificate->objective, 75, kExact);
}

TEST(Plan, grows_and_scales_loads) {
    Sketch s(2);
    s.bus("city");
    s.load("grown", "city", 10.0).growth = 1.5;
    Load& shaped = s.load("shaped", "city", s.series("shape", "per_unit", {1, 3}));
    shaped.annual_mwh = 100;
    shaped.growth = 2;
    s.generator("plant", "city", fixed(1000), 1.0);
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "load", "grown", "city").value, near_all({-15, -15}));
    EXPECT_THAT(series(plan, "load", "shaped", "city").value, near_all({-50, -150}));
}

TEST(Plan, weighs_periods_without_changing_prices) {
    Sketch s(2);
    s.network.time.hours_per_period = 2;
    s.network.time.objective_weight = s.series("weight", "hours", {3, 10});
    s.network.time.generator_weight = 5.0;
    s.bus("city");
    s.load("load", "city", 10.0);
    s.generator("plant", "city", fixed(100), 7.0).co2_t_per_mwh = 0.5;
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.total_cost, 10 * 7 * 2 * (3 + 10), kExact);
    EXPECT_THAT(bus(plan, "city").price, near_all({7, 7}));
    EXPECT_NEAR(plan.demand_mwh, 10 * 2 * 5 * 2, kExact);
    EXPECT_NEAR(plan.co2_t, 0.5 * plan.demand_mwh, kExact);
}

TEST(Plan, fills_a_store_by_the_hours_that_pass) {
    Sketch s(2);
    s.network.time.store_weight = 3.0;
    s.network.time.objective_weight = 3.0;
    s.bus("city");
    s.load("load", "city", s.series("load", "MW", {0, 10}));
    s.generator("plant", "city", fixed(100), s.series("price", "currency_per_mwh", {1, 100}));
    s.store("tank", "city", fixed(12));
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "store", "tank", "city").value, near_all({-4, 4}));
    EXPECT_NEAR(plan.total_cost, 3 * (4 * 1 + 6 * 100), kExact);
}

TEST(Plan, plans_a_leap_year) {
    Sketch s(8784);
    s.network.time.start = "2028-01-01T00:00";
    s.network.time.time_zone = "Asia/Seoul";
    s.bus("city");
    s.load("load", "city", 2.0);
    s.generator("plant", "city", extendable(10), 1.0);
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.total_cost, 2 * 8784 + 2 * 10, 1e-3);
    EXPECT_EQ(bus(plan, "city").price.size(), 8784u);
}

Sketch triangle(double direct_limit) {
    Sketch s(1);
    for (const char* name : {"a", "b", "c"}) s.bus(name);
    s.load("load", "c", 90.0);
    s.generator("plant", "a", fixed(1000), 10.0);
    s.generator("dear", "c", fixed(1000), 100.0);
    s.line("ac", "a", "c", 0.3, fixed(direct_limit));
    s.line("ab", "a", "b", 0.3, fixed(1000));
    s.line("cb", "c", "b", 0.3, fixed(1000));
    return s;
}

TEST(Plan, divides_flow_by_impedance_in_a_triangle) {
    const Plan plan = triangle(1000).solved();
    EXPECT_THAT(series(plan, "line", "ac", "c").value, near_all({60}));
    EXPECT_THAT(series(plan, "line", "ab", "b").value, near_all({30}));
    EXPECT_THAT(series(plan, "line", "cb", "c").value, near_all({30}));
}

TEST(Plan, lets_one_full_line_hold_back_the_others) {
    const Plan plan = triangle(50).solved();
    EXPECT_NEAR(technology(plan, "plant").output_mwh, 75, kExact);
    EXPECT_NEAR(technology(plan, "dear").output_mwh, 15, kExact);
    // The bus between takes one MW from a and gives half of the way to c: its price lies in the middle.
    EXPECT_THAT(bus(plan, "a").price, near_all({10}));
    EXPECT_THAT(bus(plan, "b").price, near_all({55}));
    EXPECT_THAT(bus(plan, "c").price, near_all({100}));
}

TEST(Plan, uses_resistance_on_direct_current) {
    Sketch s = triangle(1000);
    for (Bus& b : s.network.buses) b.carrier = "DC";
    for (Line& l : s.network.lines) l.r_ohm = l.name == "ac" ? 0.1 : 0.2;
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "line", "ac", "c").value, near_all({72}));
}

TEST(Plan, builds_lines_where_they_pay) {
    Sketch s(1);
    s.bus("a");
    s.bus("b");
    s.load("load", "b", 10.0);
    s.generator("plant", "a", fixed(100), 10.0);
    s.line("line", "a", "b", 0.1, extendable(3)).s_max_pu = 0.5;
    const Plan plan = s.solved();
    EXPECT_NEAR(technology(plan, "line").capacity_mw, 20, kExact);
    EXPECT_NEAR(plan.total_cost, 100 + 60, kExact);
}

TEST(Plan, keeps_must_run_plant_running) {
    Sketch s(2);
    s.bus("city");
    s.load("load", "city", s.series("load", "MW", {10, 40}));
    s.generator("cheap", "city", fixed(100), 1.0);
    s.generator("steam", "city", fixed(20), 50.0).p_min_pu = 0.25;
    Generator& chosen = s.generator("chosen", "city", extendable(0), 60.0);
    chosen.p_nom.minimum = 4;
    chosen.p_min_pu = s.series("least", "per_unit", {0.5, 0.25});
    const Plan plan = s.solved();
    EXPECT_THAT(series(plan, "generator", "steam", "city").value, near_all({5, 5}));
    EXPECT_THAT(series(plan, "generator", "chosen", "city").value, near_all({2, 1}));
}

TEST(Plan, names_the_limits_that_cannot_hold_together) {
    Sketch s = coal_and_gas();
    s.limit(LimitKind::self_sufficiency, 0.5);
    s.limit(LimitKind::co2_cap, 10);
    const auto plan = s.plan();
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->status, lp::Status::infeasible);
    EXPECT_THAT(plan->conflicts, ElementsAre("/limits/1"));
    EXPECT_TRUE(plan->buses.empty());
}

TEST(Plan, names_a_maximum_that_keeps_a_limit_from_holding) {
    Sketch s = coal_and_gas();
    s.network.carriers = {{.name = "wind", .renewable = true}};
    Generator& wind = s.generator("wind", "city", extendable(70), 0.0);
    wind.carrier = "wind";
    wind.p_nom.maximum = 30;
    s.limit(LimitKind::renewable_share, 0.5);
    const auto plan = s.plan();
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->status, lp::Status::infeasible);
    EXPECT_THAT(plan->conflicts, ElementsAre("/limits/0", "/generators/2/p_nom/maximum"));
}

TEST(Plan, names_the_bus_that_comes_short) {
    Sketch s(2);
    s.bus("fed");
    s.bus("hungry");
    s.load("fed load", "fed", 1.0);
    s.load("load", "hungry", s.series("load", "MW", {5, 20}));
    s.generator("plant", "fed", fixed(10), 1.0);
    s.generator("small", "hungry", fixed(10), 1.0);
    const auto plan = s.plan();
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->status, lp::Status::infeasible);
    EXPECT_THAT(plan->conflicts, ElementsAre("/buses/1"));
}

TEST(Plan, says_how_far_it_is_and_stops_when_asked) {
    Sketch s = coal_and_gas();
    std::vector<std::string> stages;
    double fraction = 0;
    lp::Options options;
    options.progress = [&](const Progress& p) {
        EXPECT_GE(p.fraction, fraction);
        fraction = p.fraction;
        if (stages.empty() || stages.back() != p.stage) stages.push_back(p.stage);
    };
    ASSERT_TRUE(s.plan(options));
    EXPECT_THAT(stages, ElementsAre("plan.check", "plan.build", "plan.solve", "plan.read"));
    EXPECT_EQ(fraction, 1);

    std::stop_source stop;
    stop.request_stop();
    options = {};
    options.stop = stop.get_token();
    const auto cancelled = s.plan(options);
    ASSERT_TRUE(cancelled);
    EXPECT_EQ(cancelled->status, lp::Status::cancelled);
    EXPECT_TRUE(cancelled->technologies.empty());
}

}  // namespace
}  // namespace dure::energy::testing
