// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/ensemble.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "engine/energy/near_optimal.hpp"
#include "engine/energy/network_for_tests.hpp"

namespace dure::energy {
namespace {

using testing::Sketch;

/// 10 MW through one hour from what is built of two plants: 5 or 8 a MW, both free to run.
Sketch two_plants() {
    Sketch s(1);
    s.bus("power");
    s.load("town", "power", 10.0);
    s.generator("cheap", "power", testing::extendable(5), 0.0);
    s.generator("dear", "power", testing::extendable(8), 0.0);
    s.network.buses[0].value_of_lost_load = 1000;
    return s;
}

EnsembleSpec spec(int samples, Sampling sampling = Sampling::latin_hypercube) {
    return {.parameters =
                {{.kind = VariationKind::investment_factor, .target = "cheap", .low = 0.5, .high = 2},
                 {.kind = VariationKind::demand_factor, .low = 0.8, .high = 1.2, .shape = Shape::triangular}},
            .samples = samples,
            .seed = 7,
            .sampling = sampling,
            .regret = true};
}

TEST(Ensemble, DrawsStayWithinTheirRangeAndComeBackTheSame) {
    for (const auto sampling : {Sampling::monte_carlo, Sampling::latin_hypercube}) {
        const auto all = draws(spec(500, sampling));
        ASSERT_EQ(all.size(), 500u);
        EXPECT_EQ(all, draws(spec(500, sampling)));
        double sum = 0, demand = 0;
        for (const auto& changes : all) {
            EXPECT_GE(changes[0].value, 0.5);
            EXPECT_LE(changes[0].value, 2);
            EXPECT_GE(changes[1].value, 0.8);
            EXPECT_LE(changes[1].value, 1.2);
            sum += changes[0].value;
            demand += changes[1].value;
        }
        EXPECT_NEAR(sum / 500, 1.25, 0.08);
        EXPECT_NEAR(demand / 500, 1.0, 0.02);
    }
}

TEST(Ensemble, ALatinHypercubeHasOneDrawInEachStratum) {
    auto all = draws(spec(100));
    std::vector<int> hits(100);
    for (const auto& changes : all) ++hits[static_cast<std::size_t>((changes[0].value - 0.5) / 1.5 * 100)];
    EXPECT_THAT(hits, ::testing::Each(1));
}

TEST(Ensemble, OneMoreParameterLeavesTheOthersDraws) {
    auto more = spec(20);
    more.parameters.push_back({.kind = VariationKind::co2_price, .low = 0, .high = 100});
    const auto a = draws(spec(20)), b = draws(more);
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i][0], b[i][0]);
}

TEST(Ensemble, ASampleSaysWhatTheDesignWouldCostMore) {
    const Sketch s = two_plants();
    const auto base = plan(s.network, s.values);
    ASSERT_TRUE(base);
    const Network design = with_design(s.network, *base);
    // Twice the price makes the other plant the better one: 80 instead of 100.
    const std::vector<Variation> changes{{VariationKind::investment_factor, "cheap", 2}};
    const auto sample = solve_sample(s.network, s.values, 3, changes, &design, {});
    EXPECT_EQ(sample.status, lp::Status::optimal);
    EXPECT_EQ(sample.number, 3);
    EXPECT_NEAR(sample.total_cost, 80, 1e-4);
    ASSERT_TRUE(sample.regret);
    EXPECT_NEAR(*sample.regret, 20, 1e-3);
    ASSERT_EQ(sample.capacities.size(), 2u);
    EXPECT_NEAR(sample.capacities[1].mw, 10, 1e-4);
    EXPECT_EQ(sample_technologies(s.network)[1].name, "dear");
}

TEST(Ensemble, ASampleThatTheSolverGivesUpOnIsKeptAsSuch) {
    const Sketch s = two_plants();
    lp::Options hurried;
    hurried.time_limit_seconds = 0;
    const auto sample = solve_sample(s.network, s.values, 0, {}, nullptr, hurried);
    EXPECT_EQ(sample.status, lp::Status::limit);
    EXPECT_TRUE(sample.capacities.empty());
}

TEST(Ensemble, EverySampleHasAWeatherYearEachEquallyOften) {
    EnsembleSpec wanted = spec(12);
    wanted.weather_years = {"", "2012", "2013"};
    std::map<std::string, int> count;
    for (const auto& changes : draws(wanted)) {
        ASSERT_EQ(changes.size(), wanted.parameters.size() + 1);
        ASSERT_EQ(changes.back().kind, VariationKind::weather_year);
        ++count[changes.back().target];
    }
    EXPECT_EQ(count, (std::map<std::string, int>{{"", 4}, {"2012", 4}, {"2013", 4}}));
}

TEST(Ensemble, NamesRangesThatCannotBe) {
    const Sketch s = two_plants();
    EnsembleSpec bad = spec(10);
    bad.parameters[0].low = 3;
    bad.parameters[1].target = "moon";
    bad.parameters.push_back({.kind = VariationKind::discount_rate, .low = 0, .high = 7});
    const auto errors = check(bad, s.network, s.values);
    ASSERT_EQ(errors.size(), 3u);
    EXPECT_EQ(errors[0].pointer + " " + errors[0].code, "/parameters/0/low ensemble.low_above_high");
    EXPECT_EQ(errors[1].pointer + " " + errors[1].code, "/parameters/1/target vary.unknown_target");
    EXPECT_EQ(errors[2].pointer + " " + errors[2].code, "/parameters/2/high energy.out_of_range");
    EXPECT_TRUE(check(spec(10), s.network, s.values).empty());
}

TEST(NearOptimal, SaysWhatMustBeBuiltAndWhatMayBe) {
    const Sketch s = two_plants();
    // The optimum costs 50. Within 10 % a dear MW may take the place of a cheap one for 3: 5/3 of them.
    const auto ranges = near_optimal(s.network, s.values, std::vector{0.1}, {});
    ASSERT_TRUE(ranges);
    ASSERT_EQ(ranges->size(), 2u);
    EXPECT_NEAR((*ranges)[0].least, 10 - 5.0 / 3, 1e-3);
    EXPECT_NEAR((*ranges)[0].most, 11, 1e-3);
    EXPECT_NEAR((*ranges)[1].least, 0, 1e-3);
    EXPECT_NEAR((*ranges)[1].most, 5.0 / 3, 1e-3);
    EXPECT_TRUE((*ranges)[0].proved);
}

}  // namespace
}  // namespace dure::energy
