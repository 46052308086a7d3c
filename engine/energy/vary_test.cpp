// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/vary.hpp"

#include <gmock/gmock.h>

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy {
namespace {

using testing::Sketch;
using enum VariationKind;

/// Sun, gas at an hourly price, and a battery, for two loads.
Sketch town() {
    Sketch s(2);
    s.bus("power");
    s.load("homes", "power", 10.0);
    s.load("works", "power", 30.0);
    s.generator("sun", "power", testing::extendable(100), 0.0);
    s.generator("gas", "power", testing::fixed(100), s.series("gas_price", "currency_per_mwh", {50, 70}));
    s.network.generators[0].p_nom.maximum = 40;
    Store battery;
    battery.name = "battery";
    battery.bus = "power";
    battery.e_nom = testing::extendable(7);
    battery.p_nom = testing::extendable(11);
    s.network.stores.push_back(battery);
    return s;
}

Varied varied(const Sketch& s, std::vector<Variation> changes) {
    auto result = vary(s.network, s.values, changes);
    EXPECT_TRUE(result.has_value());
    return *std::move(result);
}

TEST(Vary, MakesALimitWhereThereIsNone) {
    const auto v = varied(town(), {{co2_cap_t, "", 500}, {self_sufficiency, "", 0.4}});
    ASSERT_EQ(v.network.limits.size(), 2u);
    EXPECT_EQ(v.network.limits[0].kind, LimitKind::co2_cap);
    EXPECT_EQ(v.network.limits[0].value, 500);
    EXPECT_NE(v.network.limits[0].name, v.network.limits[1].name);
}

TEST(Vary, TakesTheSeriesOfAnotherWeatherYear) {
    Sketch s = town();
    s.series("gas_price@2012", "currency_per_mwh", {10, 20});
    s.series("moon@2013", "per_unit", {0, 0});  // of no series that is there
    EXPECT_THAT(weather_years(s.network), ::testing::ElementsAre("2012"));
    // Also when it is named last: the price is doubled in the year that is meant.
    const auto v = varied(s, {{marginal_cost_factor, "gas", 2}, {weather_year, "2012", 0}});
    EXPECT_THAT(v.series.at("gas_price"), ::testing::ElementsAre(10, 20));
    EXPECT_THAT(v.series.at(std::get<std::string>(v.network.generators[1].marginal_cost)),
                ::testing::ElementsAre(20, 40));
    EXPECT_EQ(varied(s, {{weather_year, "", 0}}).series, s.values);
    for (const char* year : {"2013", "moon"}) {
        const auto refused = vary(s.network, s.values, std::vector<Variation>{{weather_year, year, 0}});
        ASSERT_FALSE(refused) << year;
        EXPECT_EQ(refused.error()[0].code, "vary.unknown_year");
        EXPECT_EQ(refused.error()[0].pointer, "/variations/0/target");
    }
}

TEST(Vary, ChangesTheLimitThatIsThereAndMakesItCount) {
    Sketch s = town();
    s.network.limits = {{.name = "climate",
                         .kind = LimitKind::co2_cap_share,
                         .value = 0.5,
                         .reference_t = 1000,
                         .active = false}};
    const auto v = varied(s, {{co2_cap_t, "", 300}});
    ASSERT_EQ(v.network.limits.size(), 1u);
    EXPECT_EQ(v.network.limits[0].name, "climate");
    EXPECT_EQ(v.network.limits[0].kind, LimitKind::co2_cap);
    EXPECT_EQ(v.network.limits[0].value, 300);
    EXPECT_TRUE(v.network.limits[0].active);
    EXPECT_EQ(s.network.limits[0].value, 0.5);
}

TEST(Vary, ScalesOneLoadOrAll) {
    EXPECT_EQ(varied(town(), {{demand_factor, "works", 1.5}}).network.loads[1].growth, 1.5);
    const auto all = varied(town(), {{demand_factor, "", 2}, {demand_factor, "homes", 2}});
    EXPECT_EQ(all.network.loads[0].growth, 4);
    EXPECT_EQ(all.network.loads[1].growth, 2);
}

TEST(Vary, ScalesCostsAndLeavesSharedSeriesAlone) {
    const auto v = varied(town(), {{marginal_cost_factor, "gas", 2},
                                   {investment_factor, "battery", 0.5},
                                   {maximum_capacity, "sun", 25}});
    const auto& gas = std::get<std::string>(v.network.generators[1].marginal_cost);
    EXPECT_THAT(v.series.at(gas), ::testing::ElementsAre(100, 140));
    EXPECT_THAT(v.series.at("gas_price"), ::testing::ElementsAre(50, 70));
    EXPECT_EQ(v.network.stores[0].e_nom.capital_cost.annual, 3.5);
    EXPECT_EQ(v.network.stores[0].p_nom->capital_cost.annual, 5.5);
    EXPECT_EQ(v.network.generators[0].p_nom.maximum, 25);
    EXPECT_TRUE(check(v.network, v.series).empty());
}

TEST(Vary, AScaledPriceCostsWhatItSays) {
    Sketch s = town();
    s.network.generators.erase(s.network.generators.begin());
    s.network.stores.clear();
    const auto before = plan(s.network, s.values);
    const auto v = varied(s, {{marginal_cost_factor, "gas", 3}});
    const auto after = plan(v.network, v.series);
    ASSERT_TRUE(before && after);
    EXPECT_NEAR(after->total_cost, 3 * before->total_cost, 1e-6 * after->total_cost);
}

struct Bad {
    Variation change;
    std::string pointer, code;
};

TEST(Vary, NamesWhatIsWrong) {
    const Bad cases[] = {
        {{investment_factor, "moon", 1}, "/variations/0/target", "vary.unknown_target"},
        {{marginal_cost_factor, "", 1}, "/variations/0/target", "vary.unknown_target"},
        {{demand_factor, "sun", 1}, "/variations/0/target", "vary.unknown_target"},
        {{co2_cap_t, "sun", 1}, "/variations/0/target", "vary.no_target"},
        {{co2_price, "gas", 1}, "/variations/0/target", "vary.no_target"},
        {{maximum_capacity, "gas", 1}, "/variations/0/target", "vary.not_extendable"},
        {{co2_cap_t, "", -1}, "/variations/0/value", "energy.out_of_range"},
        {{discount_rate, "", 1.5}, "/variations/0/value", "energy.out_of_range"},
        {{demand_factor, "", NAN}, "/variations/0/value", "energy.out_of_range"},
        {{co2_price, "", INFINITY}, "/variations/0/value", "energy.out_of_range"},
    };
    const Sketch s = town();
    for (const Bad& bad : cases) {
        const auto result = vary(s.network, s.values, std::vector{bad.change});
        ASSERT_FALSE(result.has_value()) << bad.code;
        EXPECT_EQ(result.error()[0].pointer, bad.pointer);
        EXPECT_EQ(result.error()[0].code, bad.code);
    }
}

}  // namespace
}  // namespace dure::energy
