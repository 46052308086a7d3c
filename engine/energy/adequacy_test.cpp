// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/adequacy.hpp"

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy::testing {
namespace {

/// A plant of 90 MW, 50 MW of wind with half a wind at the peak, and a battery of 20 MW and 40 MWh; the peak
/// is 100 MW.
Sketch town() {
    Sketch s(4);
    s.bus("city").value_of_lost_load = 1000;
    s.load("load", "city", s.series("need", "MW", {100, 60, 60, 60}));
    s.generator("plant", "city", fixed(90), 10.0);
    Generator& wind = s.generator("wind", "city", fixed(50), 0.0);
    wind.p_max_pu = s.series("wind", "per_unit", {0.5, 0.5, 0.5, 0.5});
    Store battery;
    battery.name = "battery";
    battery.bus = "city";
    battery.e_nom = fixed(40);
    battery.p_nom = fixed(20);
    s.network.stores.push_back(battery);
    return s;
}

TEST(Adequacy, counts_firm_capacity_over_the_peak) {
    const Sketch s = town();
    const auto reserve = reserve_of(s.network, s.values, s.solved());
    ASSERT_TRUE(reserve);
    EXPECT_NEAR(reserve->peak_mw, 100, 1e-9);
    // 90 + 50 · 0.5 + 40 MWh / 4 h
    EXPECT_NEAR(reserve->firm_mw, 125, 1e-6);
    EXPECT_NEAR(reserve->margin, 0.25, 1e-6);
    ASSERT_EQ(reserve->firm.size(), 3u);
    EXPECT_NEAR(reserve->firm[1].credit, 0.5, 1e-9);
    EXPECT_NEAR(reserve->firm[2].credit, 0.5, 1e-9);
}

TEST(Adequacy, credits_sun_by_the_hours_that_sun_leaves) {
    // 200 hours of noon with the highest demand, which the sun serves, and 200 of evening without any.
    Sketch s(400);
    s.bus("city").value_of_lost_load = 1000;
    std::vector<double> need(400, 100), sun(400, 0.8), line(400, 0.25);
    for (std::size_t t = 200; t < 400; ++t) need[t] = 90, sun[t] = 0, line[t] = 1;
    s.load("load", "city", s.series("need", "MW", need));
    s.generator("sun", "city", fixed(100), 0.0).p_max_pu = s.series("sun", "per_unit", sun);
    Generator& grid = s.generator("grid", "city", fixed(100), 10.0);
    grid.p_max_pu = s.series("line", "per_unit", line);
    grid.imported = true;
    const auto reserve = reserve_of(s.network, s.values, s.solved());
    ASSERT_TRUE(reserve);
    EXPECT_NEAR(reserve->peak_mw, 100, 1e-9);
    EXPECT_NEAR(reserve->own_firm_mw, 0, 1e-6);
    EXPECT_NEAR(reserve->firm_mw, 100, 1e-6);
}

TEST(Adequacy, tells_what_is_imported_from_what_is_own) {
    Sketch s = town();
    s.network.generators[0].imported = true;
    const auto reserve = reserve_of(s.network, s.values, s.solved());
    EXPECT_NEAR(reserve->own_firm_mw, 35, 1e-6);
    EXPECT_NEAR(reserve->firm_mw, 125, 1e-6);
}

TEST(Adequacy, operates_the_chosen_capacities_in_every_weather_year) {
    Sketch s(4);
    s.bus("city");
    s.load("load", "city", 100.0);
    s.generator("plant", "city", fixed(80), 10.0);
    Generator& wind = s.generator("wind", "city", extendable(1), 0.0);
    wind.p_max_pu = s.series("wind", "per_unit", {0.5, 0.5, 0.5, 0.5});
    s.series("wind@2012", "per_unit", {0.5, 0.5, 0.1, 0.0});
    // The plan builds what is cheaper than the plant: 200 MW of wind. A limit that no other year could keep.
    s.network.carriers = {{.name = "wind", .renewable = true}};
    s.network.generators[1].carrier = "wind";
    s.limit(LimitKind::renewable_share, 1);
    const Plan plan = s.solved();
    const auto years = other_years(s.network, s.values, plan);
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].year, "");
    EXPECT_NEAR(years[0].shed_mwh, 0, 1e-4);
    EXPECT_EQ(years[1].year, "2012");
    EXPECT_EQ(years[1].status, lp::Status::optimal);
    // 200 · 0.1 + 80 suffice; without wind 20 MW are missing for an hour.
    EXPECT_NEAR(years[1].shed_mwh, 20, 1e-3);
    EXPECT_NEAR(years[1].shed_hours, 1, 1e-9);
    EXPECT_NEAR(years[1].largest_mw, 20, 1e-3);
}

TEST(Adequacy, has_nothing_to_say_without_other_years) {
    const Sketch s = town();
    EXPECT_TRUE(other_years(s.network, s.values, s.solved()).empty());
}

}  // namespace
}  // namespace dure::energy::testing
