// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/sweep.hpp"

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy {
namespace {

using testing::Sketch;

/// Coal at 10 with 1 t/MWh and wind that costs 40 a MW and hour to build: 100 MW for 4 hours.
Sketch choice() {
    Sketch s(4);
    s.bus("grid");
    s.load("homes", "grid", 100.0);
    s.network.carriers = {{.name = "coal", .co2_t_per_mwh = 1}};
    s.generator("coal", "grid", testing::fixed(100), 10.0);
    s.network.generators.back().carrier = "coal";
    s.generator("wind", "grid", testing::extendable(80), 0.0);
    s.network.limits.push_back({.name = "cap", .kind = LimitKind::co2_cap, .value = 400, .active = false});
    return s;
}

TEST(Sweep, combines_every_value_with_every_other) {
    const std::vector<SweptParameter> two{{"a", {1, 2}}, {"b", {10, 20, 30}}};
    const auto points = sweep_points(two);
    ASSERT_EQ(points.size(), 6u);
    EXPECT_EQ(points[0], (std::vector<Change>{{"a", 1}, {"b", 10}}));
    EXPECT_EQ(points[1], (std::vector<Change>{{"a", 1}, {"b", 20}}));
    EXPECT_EQ(points[5], (std::vector<Change>{{"a", 2}, {"b", 30}}));
}

TEST(Sweep, of_a_cap_down_to_nothing_costs_more_with_every_step) {
    const auto s = choice();
    const std::vector<std::string> swept{"limits/cap/value"};
    const auto network = with_limits_of(s.network, swept);
    ASSERT_TRUE(network.limits[0].active);
    EXPECT_FALSE(s.network.limits[0].active);
    const std::vector<SweptParameter> caps{{swept[0], {400, 200, 0}}};
    const double expected[] = {4000, 2000 + 50 * 80, 100 * 80};
    const auto points = sweep_points(caps);
    for (int i = 0; i < 3; ++i) {
        const auto r = solve_point(network, s.values, i, points[static_cast<std::size_t>(i)], {});
        ASSERT_EQ(r.status, lp::Status::optimal);
        EXPECT_NEAR(r.total_cost, expected[i], 1e-3);
        EXPECT_NEAR(r.co2_t, 400 - 200 * i, 1e-3);
        ASSERT_EQ(r.capacities.size(), 1u);
        EXPECT_NEAR(r.capacities[0].mw, 50 * i, 1e-4);
    }
}

TEST(Tornado, varies_each_alone_beside_the_plan_as_it_stands) {
    const auto s = choice();
    const std::vector<Ranged> ranges{{"generators/coal/marginal_cost", 5, 30},
                                     {"loads/homes/growth", 0.9, 1.0}};
    const auto points = tornado_points(ranges);
    ASSERT_EQ(points.size(), 5u);
    const double expected[] = {4000, 2000, 8000, 3600, 4000};  // at 30 wind is cheaper: 100 MW at 80
    for (int i = 0; i < 5; ++i)
        EXPECT_NEAR(solve_point(s.network, s.values, i, points[static_cast<std::size_t>(i)], {}).total_cost,
                    expected[i], 1e-3)
            << i;
}

TEST(Sweep, keeps_a_point_that_cannot_be_solved) {
    auto s = choice();
    s.network.generators[1].p_nom.maximum = 10;
    const std::vector<std::string> swept{"limits/cap/value"};
    const auto network = with_limits_of(s.network, swept);
    const auto r = solve_point(network, s.values, 7, std::vector<Change>{{"limits/cap/value", 0}}, {});
    EXPECT_EQ(r.number, 7);
    EXPECT_EQ(r.status, lp::Status::infeasible);
}

}  // namespace
}  // namespace dure::energy
