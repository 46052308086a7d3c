// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/parameters.hpp"

#include <algorithm>

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy {
namespace {

using testing::Sketch;

Sketch region() {
    Sketch s(2);
    s.network.currency = "EUR";
    s.bus("grid");
    s.bus("heat", "heat");
    s.load("homes", "grid", s.series("demand", "MW", {10, 20}));
    s.network.loads.back().annual_mwh = 30;
    Capacity roof;
    roof.extendable = true;
    roof.maximum = 50;
    roof.capital_cost.investment = 700'000;
    roof.capital_cost.lifetime_years = 40;
    s.generator("pv/roof", "grid", roof, 0.5);
    s.network.generators.back().p_max_pu = s.series("sun", "per_unit", {0, 0.5});
    s.generator("gas", "grid", testing::fixed(30), 60.0);
    s.network.generators.back().coproducts = {{.bus = "heat", .ratio = 0.9}};
    s.network.limits.push_back({.name = "cap", .kind = LimitKind::co2_cap, .value = 500, .active = false});
    return s;
}

const Parameter& at(const std::vector<Parameter>& all, const std::string& address) {
    const auto found = std::ranges::find(all, address, &Parameter::at);
    EXPECT_NE(found, all.end()) << address;
    static const Parameter none;
    return found == all.end() ? none : *found;
}

TEST(Parameters, have_an_address_a_unit_and_their_value) {
    const auto all = parameters(region().network);
    const auto& invested = at(all, "generators/pv~1roof/p_nom/capital_cost/investment");
    EXPECT_EQ(invested.list, "generators");
    EXPECT_EQ(invested.name, "pv/roof");
    EXPECT_EQ(invested.field, "p_nom/capital_cost/investment");
    EXPECT_EQ(invested.unit, "EUR/MW");
    EXPECT_EQ(invested.value, 700'000);
    EXPECT_TRUE(invested.counts);
    EXPECT_EQ(at(all, "generators/gas/coproducts/heat/ratio").value, 0.9);
    EXPECT_EQ(at(all, "discount_rate").unit, "1");
    EXPECT_EQ(at(all, "loads/homes/annual_mwh").unit, "MWh");
    EXPECT_EQ(at(all, "limits/cap/value").unit, "t");
    EXPECT_EQ(at(all, "limits/cap/active").unit, "switch");
}

TEST(Parameters, count_what_is_given_and_a_series_once) {
    const auto all = parameters(region().network);
    EXPECT_FALSE(at(all, "loads/homes/growth").counts) << "1 by default";
    EXPECT_FALSE(at(all, "buses/grid/value_of_lost_load").counts);
    EXPECT_FALSE(at(all, "limits/cap/value").counts) << "switched off";
    EXPECT_FALSE(at(all, "generators/pv~1roof/p_max_pu").counts) << "the series counts in its place";
    EXPECT_EQ(at(all, "generators/pv~1roof/p_max_pu").series, "sun");
    EXPECT_TRUE(at(all, "series/sun").counts);
    EXPECT_EQ(at(all, "series/sun").unit, "factor");
}

TEST(Parameters, are_each_under_one_address) {
    auto all = parameters(region().network);
    std::ranges::sort(all, {}, &Parameter::at);
    EXPECT_EQ(std::ranges::adjacent_find(all, {}, &Parameter::at), all.end());
}

TEST(Parameters, are_set_where_they_stand) {
    auto s = region();
    EXPECT_TRUE(set_parameter(s.network, "generators/pv~1roof/p_nom/maximum", 80));
    EXPECT_EQ(s.network.generators[0].p_nom.maximum, 80);
    EXPECT_TRUE(set_parameter(s.network, "buses/grid/value_of_lost_load", 3000));
    EXPECT_EQ(s.network.buses[0].value_of_lost_load, 3000);
    EXPECT_FALSE(set_parameter(s.network, "generators/moon/p_nom/maximum", 80));
    EXPECT_FALSE(set_parameter(s.network, "series/sun", 2)) << "a series is not one number";
}

TEST(Changes, leave_what_is_given_and_scale_a_series) {
    const auto s = region();
    const auto varied = apply(s.network, s.values,
                              std::vector<Change>{{"discount_rate", 0.02},
                                                  {"series/demand", 1.5},
                                                  {"limits/cap/active", 1},
                                                  {"generators/pv~1roof/p_nom/extendable", 0}});
    ASSERT_TRUE(varied) << varied.error().front().code;
    EXPECT_EQ(varied->network.discount_rate, 0.02);
    EXPECT_EQ(varied->series.at("demand"), (std::vector<double>{15, 30}));
    EXPECT_TRUE(varied->network.limits[0].active);
    EXPECT_FALSE(varied->network.generators[0].p_nom.extendable);
    EXPECT_EQ(s.values.at("demand"), (std::vector<double>{10, 20}));
    EXPECT_EQ(s.network.discount_rate, 0.05);
}

TEST(Changes, name_every_one_that_does_not_fit) {
    const auto s = region();
    const std::tuple<Change, std::string, std::string> cases[] = {
        {{"discount_rat", 0.1}, "/changes/0/at", "parameter.unknown"},
        {{"", 0.1}, "/changes/0/at", "parameter.unknown"},
        {{"limits/cap/active", 0.5}, "/changes/0/value", "parameter.bad_switch"},
        {{"generators/pv~1roof/p_nom/maximum", -1}, "/changes/0/value", "energy.negative"},
    };
    for (const auto& [change, pointer, code] : cases) {
        const auto varied = apply(s.network, s.values, std::vector{change});
        ASSERT_FALSE(varied) << change.at;
        EXPECT_EQ(varied.error().front().pointer, pointer) << change.at;
        EXPECT_EQ(varied.error().front().code, code) << change.at;
    }
    const auto twice =
        apply(s.network, s.values, std::vector<Change>{{"discount_rate", 0.1}, {"discount_rate", 0.2}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().front().code, "parameter.doubled");
    EXPECT_EQ(twice.error().front().pointer, "/changes/1/at");
}

}  // namespace
}  // namespace dure::energy
