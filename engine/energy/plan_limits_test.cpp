// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "engine/energy/network_for_tests.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy::testing {
namespace {

constexpr double kExact = 1e-6;

TEST(Plan, prices_carbon_by_what_the_last_tonne_costs) {
    Sketch s = coal_and_gas();
    s.limit(LimitKind::co2_cap, 70);
    const Plan plan = s.solved();
    EXPECT_NEAR(technology(plan, "coal").output_mwh, 50, kExact);
    EXPECT_NEAR(plan.co2_t, 70, kExact);
    EXPECT_NEAR(plan.limits[0].achieved, 70, kExact);
    EXPECT_NEAR(plan.limits[0].shadow_price, (50 - 20) / (1 - 0.4), kExact);
}

TEST(Plan, takes_a_cap_as_a_share_too) {
    Sketch s = coal_and_gas();
    s.limit(LimitKind::co2_cap_share, 0.7).reference_t = 100;
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.limits[0].achieved, 0.7, kExact);
    EXPECT_NEAR(plan.limits[0].shadow_price, 50 * 100, kExact * 100);
}

TEST(Plan, leaves_a_limit_alone_that_is_switched_off) {
    Sketch s = coal_and_gas();
    s.limit(LimitKind::co2_cap, 70).active = false;
    const Plan plan = s.solved();
    EXPECT_NEAR(plan.co2_t, 100, kExact);
    EXPECT_TRUE(plan.limits.empty());
}

TEST(Plan, charges_the_price_of_carbon_and_knows_it_from_the_fuel) {
    Sketch s = coal_and_gas();
    s.network.co2_price_per_t = 100;
    s.network.carriers = {{.name = "lignite", .co2_t_per_mwh = 0.4}};
    s.network.generators[0].carrier = "lignite";
    s.network.generators[0].efficiency = 0.4;
    s.network.generators[0].co2_t_per_mwh.reset();
    const Plan plan = s.solved();
    // Lignite: 20 + 100 · 0.4/0.4 = 120, gas: 50 + 100 · 0.4 = 90.
    EXPECT_NEAR(technology(plan, "gas").output_mwh, 100, kExact);
    EXPECT_NEAR(plan.total_cost, 9000, kExact);
}

TEST(Plan, counts_imports_as_not_its_own) {
    Sketch s(1);
    s.bus("city");
    s.load("load", "city", 100.0);
    s.generator("import", "city", fixed(1000), 10.0).imported = true;
    s.generator("local", "city", fixed(1000), 50.0);
    s.limit(LimitKind::self_sufficiency, 0.6);
    const Plan plan = s.solved();
    EXPECT_NEAR(technology(plan, "local").output_mwh, 60, kExact);
    EXPECT_NEAR(*plan.self_sufficiency, 0.6, kExact);
    EXPECT_NEAR(plan.limits[0].shadow_price, 40 * 100, 1e-3);
}

TEST(Plan, counts_what_a_heat_pump_takes_as_demand_of_power) {
    Sketch s(1);
    s.bus("city");
    s.bus("heat", "heat");
    s.load("load", "city", 60.0);
    s.load("baths", "heat", 80.0);
    s.generator("import", "city", fixed(1000), 10.0).imported = true;
    s.generator("local", "city", fixed(1000), 50.0);
    s.link("heat pump", "city", "heat", 2.0, fixed(100));
    s.limit(LimitKind::self_sufficiency, 0.5);
    const Plan plan = s.solved();
    EXPECT_NEAR(technology(plan, "local").output_mwh, 0.5 * (60 + 40), kExact);
    EXPECT_NEAR(plan.limits[0].achieved, 0.5, kExact);
}

TEST(Plan, holds_a_share_of_renewables) {
    Sketch s = coal_and_gas();
    s.network.carriers = {{.name = "wind", .renewable = true}};
    s.generator("wind", "city", extendable(70), 0.0).carrier = "wind";
    s.limit(LimitKind::renewable_share, 0.25);
    const Plan plan = s.solved();
    EXPECT_NEAR(technology(plan, "wind").capacity_mw, 25, kExact);
    EXPECT_NEAR(*plan.renewable_share, 0.25, kExact);
    EXPECT_NEAR(plan.limits[0].shadow_price, (70 - 20) * 100, 1e-3);
}

/// PV that saves 100 an hour of fuel and costs 10 a MW, 20 MW of it exist.
Sketch pv_on_a_budget(double minimum) {
    Sketch s(1);
    s.network.discount_rate = 0;
    s.bus("city");
    s.load("load", "city", 50.0);
    s.generator("gas", "city", fixed(100), 100.0);
    Generator& pv = s.generator("pv", "city", {.nominal = 20, .extendable = true, .minimum = minimum}, 0.0);
    pv.p_nom.capital_cost = invested(10, 1);
    s.limit(LimitKind::investment_budget, 100);
    return s;
}

TEST(Plan, spends_no_more_than_the_budget_on_what_is_new) {
    for (const double minimum : {0.0, 20.0}) {
        const Plan plan = pv_on_a_budget(minimum).solved();
        EXPECT_NEAR(technology(plan, "pv").capacity_mw, 30, kExact);
        EXPECT_NEAR(plan.investment, 100, kExact);
        EXPECT_NEAR(plan.limits[0].achieved, 100, kExact);
        EXPECT_NEAR(plan.limits[0].shadow_price, (100 - 10) / 10.0, kExact);
        EXPECT_NEAR(plan.total_cost, 30 * 10 + 20 * 100, kExact);
        EXPECT_NEAR(plan.existing_capital_cost, 200, kExact);
    }
}

TEST(Plan, does_not_refund_what_it_gives_up) {
    Sketch s = pv_on_a_budget(0);
    s.network.limits[0].value = 0;
    // Useless plant that exists: giving it up must not pay for more PV.
    s.generator("old", "city", {.nominal = 1000, .extendable = true}, 500.0).p_nom.capital_cost =
        invested(10, 1);
    const Plan plan = s.solved();
    EXPECT_NEAR(technology(plan, "pv").capacity_mw, 20, kExact);
    EXPECT_NEAR(technology(plan, "old").capacity_mw, 0, kExact);
    EXPECT_NEAR(plan.investment, 0, kExact);
}

}  // namespace
}  // namespace dure::energy::testing
