// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/units.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/energy/formula.hpp"
#include "engine/energy/period.hpp"

namespace dure::energy {
namespace {

double converted(double value, std::string_view from, std::string_view to) {
    return convert(value, read_unit(from).value(), read_unit(to).value()).value();
}

TEST(Units, AToeIsTenToTheSevenKilocalories) {
    EXPECT_DOUBLE_EQ(converted(1, "toe", "Gcal"), 10);
    EXPECT_NEAR(converted(1, "toe", "GJ"), 41.868, 1e-9);
    EXPECT_NEAR(converted(1, "toe", "MWh"), 11.63, 1e-12);
    EXPECT_DOUBLE_EQ(converted(1, "천toe", "ktoe"), 1);
    EXPECT_NEAR(converted(1, "TJ", "MWh"), 277.7777777778, 1e-9);
}

TEST(Units, PowerTimesTimeIsEnergy) {
    const auto energy = multiply({2, read_unit("MW").value()}, {8760, read_unit("h").value()});
    EXPECT_NEAR(in_unit(energy, read_unit("GWh").value())->value, 17.52, 1e-9);
}

TEST(Units, QuotientsKeepTheirDimension) {
    EXPECT_NEAR(converted(52.792, "tCO2/TJ", "tCO2e/MWh"), 0.1900512, 1e-9);
    EXPECT_NEAR(converted(1.85, "MKRW/kW", "bnKRW/MW"), 1.85, 1e-12);
}

TEST(Units, WhatMeasuresSomethingElseIsRefused) {
    const auto toe = read_unit("toe").value(), carbon = read_unit("tCO2").value();
    EXPECT_EQ(convert(1, toe, carbon).error().code, "units.dimension");
    EXPECT_EQ(add({1, toe, Nature::flow}, {1, carbon, Nature::flow}).error().code, "units.dimension");
    EXPECT_EQ(convert(1, read_unit("KRW").value(), read_unit("EUR").value()).error().code, "units.dimension");
    EXPECT_EQ(convert(1, read_unit("Nm3").value(), toe).error().code, "units.dimension");
}

TEST(Units, AStockIsNotAddedToAFlow) {
    const auto mwh = read_unit("MWh").value();
    EXPECT_EQ(add({1, mwh, Nature::stock}, {1, mwh, Nature::flow}).error().code, "units.stock_and_flow");
    EXPECT_EQ(subtract({1, mwh, Nature::flow}, {1, mwh, Nature::stock}).error().code, "units.stock_and_flow");
    EXPECT_EQ(add({1, mwh, Nature::flow}, {1, mwh, Nature::flow})->value, 2);
}

TEST(Units, BadUnitsAreNamedWithTheNearest) {
    for (const char* bad : {"", "MegaWatt", "toe/", "/toe", "toe/MWh/h", "kk", "MWh**h"})
        EXPECT_FALSE(read_unit(bad)) << bad;
    EXPECT_EQ(read_unit("gwh").error().params.at(1).second, "GWh");
    EXPECT_EQ(read_unit(std::string(61, 't')).error().code, "units.too_long");
}

RC_GTEST_PROP(Units, ThereAndBackIsTheSame, ()) {
    const auto all = offered_units();
    const auto& a = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    const auto& b = all[*rc::gen::inRange<std::size_t>(0, all.size())];
    const auto from = read_unit(a.name).value(), to = read_unit(b.name).value();
    const double value = *rc::gen::arbitrary<std::int32_t>() / 7.0;
    const auto there = convert(value, from, to);
    if (from.dimension != to.dimension) {
        RC_ASSERT(!there);
        return;
    }
    RC_ASSERT(std::abs(convert(*there, to, from).value() - value) <= 1e-12 * std::abs(value));
}

Expected<Amount> of_daegu(const std::string& code) {
    if (code == "sales") return Amount{14859000, read_unit("MWh").value(), Nature::flow};
    if (code == "share") return Amount{29.6, read_unit("%").value(), Nature::ratio};
    if (code == "people") return Amount{2.4e6, read_unit("persons").value(), Nature::stock};
    return fail("figures.unknown_code", {{"code", code}});
}

TEST(Formula, FinalEnergyOfDaeguFollowsFromItsElectricity) {
    const auto value = evaluate("[sales] * 0.086 {toe/MWh} / [share]", of_daegu);
    ASSERT_TRUE(value) << value.error().code;
    EXPECT_NEAR(in_unit(*value, read_unit("ktoe").value())->value, 4317.1, 0.1);
    EXPECT_EQ(value->nature, Nature::flow);
}

TEST(Formula, ReadsSignsAndParentheses) {
    EXPECT_DOUBLE_EQ(evaluate("2 × (3 − 1) ÷ -4 + 1.5e1", of_daegu)->value, 14);
    EXPECT_EQ(references_of("[b] + [a] * [b]").value(), (std::vector<std::string>{"b", "a"}));
}

TEST(Formula, BadOnesAreNamedWithTheirPlace) {
    const std::pair<const char*, const char*> bad[] = {{"", "formula.syntax"},
                                                       {"1 +", "formula.syntax"},
                                                       {"[a", "formula.syntax"},
                                                       {"[]", "formula.syntax"},
                                                       {"(1", "formula.syntax"},
                                                       {"1 2", "formula.syntax"},
                                                       {"1 {toe", "formula.syntax"},
                                                       {"nan", "formula.syntax"},
                                                       {"1 / 0", "units.division_by_zero"},
                                                       {"1 {moe}", "units.unknown"},
                                                       {"[x]", "figures.unknown_code"},
                                                       {"[sales] + 1 {tCO2}", "units.dimension"},
                                                       {"[sales] + [people]", "units.dimension"},
                                                       {"1e300 * 1e300", "formula.not_finite"}};
    for (const auto& [text, code] : bad) {
        const auto value = evaluate(text, of_daegu);
        ASSERT_FALSE(value) << text;
        EXPECT_EQ(value.error().code, code) << text;
    }
    EXPECT_EQ(evaluate(std::string(5000, '('), of_daegu).error().code, "formula.too_long");
    EXPECT_EQ(evaluate(std::string(1000, '('), of_daegu).error().code, "formula.too_deep");
    EXPECT_EQ(evaluate(std::string(1000, '-'), of_daegu).error().code, "formula.too_deep");
}

TEST(Periods, AreReadAndWrittenBack) {
    for (const char* text : {"2018", "2018-07", "2018-Q3", "2018-H2", "2019-02/2019-10", "undated"}) {
        const auto period = read_period(text);
        ASSERT_TRUE(period) << text;
        EXPECT_EQ(text_of(*period), text);
    }
    EXPECT_EQ(text_of(read_period("2018-01/2018-12").value()), "2018");
    EXPECT_EQ(key_of(read_period("2018-H2").value()), "2018-07/2018-12");
    EXPECT_EQ(key_of({}), "");
    for (const char* bad : {"", "18", "2018-13", "2018-00", "2018-Q5", "2018-H3", "2019-10/2019-02", "1899",
                            "2200", "2018/2019", "Undated"})
        EXPECT_FALSE(read_period(bad)) << bad;
}

}  // namespace
}  // namespace dure::energy
