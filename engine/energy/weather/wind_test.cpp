// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/wind.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/energy/weather/epw_for_tests.hpp"

namespace dure::energy {
namespace {

TEST(Wind, GrowsWithHeightByThePowerLaw) {
    EXPECT_NEAR(wind_at_hub(5, {.hub_m = 90}), 5 * std::pow(9, 1.0 / 7), 1e-12);
    EXPECT_EQ(wind_at_hub(5, {.hub_m = 10}), 5);
    EXPECT_NEAR(wind_at_hub(4, {.hub_m = 40, .shear = 0.5}), 8, 1e-12);
}

TEST(Wind, AirIsThatOfTheStandardAtmosphere) {
    // ISO 2533: 1.225 kg/m³ at sea level and 15 °C, 89874.6 Pa and 1.1117 kg/m³ at 1000 m and 8.5 °C.
    EXPECT_NEAR(air_density(101325, 15), 1.225, 2e-4);
    EXPECT_EQ(standard_pressure_pa(0), 101325);
    EXPECT_NEAR(standard_pressure_pa(1000), 89874.6, 5);
    EXPECT_NEAR(air_density(standard_pressure_pa(1000), 8.5), 1.1117, 2e-4);
}

TEST(Wind, ReferenceCurveRisesToItsRatedPowerAndStops) {
    const auto& curve = reference_power_curve();
    EXPECT_TRUE(check_power_curve(curve));
    EXPECT_EQ(power_share(curve, 2.9), 0);
    EXPECT_NEAR(power_share(curve, 8), 1771.17 / 5000, 1e-12);
    EXPECT_NEAR(power_share(curve, 8.5), (1771.17 + 2518.55) / 2 / 5000, 1e-12);
    EXPECT_EQ(power_share(curve, 11.4), 1);
    EXPECT_EQ(power_share(curve, 25), 1);
    EXPECT_EQ(power_share(curve, 25.1), 0);
    // Below its rated power the rotor of 126 m works at its peak coefficient, 0.482, and 94.4 % of that leave
    // the generator (Jonkman and others, section 7 and table 1-1).
    EXPECT_NEAR(power_share(curve, 8) * 5e6 / (0.5 * 1.225 * 12469 * 512), 0.482 * 0.944, 0.005);
}

TEST(Wind, MakesAnHourForEachOfTheFile) {
    auto weather = read_epw(testing::small_epw(false), "w.epw");
    ASSERT_TRUE(weather);
    const Turbine plain{.hub_m = 90, .losses = 0, .density = false};
    const double hub = 3.5 * std::pow(9, 1.0 / 7);
    const auto made = wind_power(*weather, plain);
    ASSERT_EQ(made.size(), 8760u);
    EXPECT_NEAR(made[0], power_share(plain.curve, hub), 1e-12);
    // 10 °C at sea level's pressure is denser than the curve's air.
    const auto dense = wind_power(*weather, {.losses = 0});
    EXPECT_NEAR(dense[0], power_share(plain.curve, hub * std::cbrt(101325 / (287.05 * 283.15) / 1.225)),
                1e-12);
    EXPECT_GT(dense[0], made[0]);
    EXPECT_NEAR(wind_power(*weather, {.losses = 0.2})[0], 0.8 * dense[0], 1e-12);
    weather->hours[0].wind_m_s = NAN;
    weather->hours[1].temperature_c = NAN;
    weather->hours[2].pressure_pa = NAN;
    const auto again = wind_power(*weather, {});
    EXPECT_TRUE(std::isnan(again[0]));
    EXPECT_TRUE(std::isnan(again[1]));
    EXPECT_FALSE(std::isnan(wind_power(*weather, plain)[1])) << "without density no temperature is needed";
    EXPECT_GT(again[2], 0);
}

TEST(Wind, ReadsAPowerCurve) {
    const auto curve = read_power_curve("\xef\xbb\xbfwind,share\r\n3, 0\r\n12,1\r\n\r\n25,1", "c.csv");
    ASSERT_TRUE(curve);
    EXPECT_EQ(*curve, (std::vector<PowerPoint>{{3, 0}, {12, 1}, {25, 1}}));
    EXPECT_EQ(read_power_curve("3,0\n12,1\n", "c.csv")->size(), 2u);
    struct Bad {
        const char *text, *code;
        int line;
    };
    for (const auto& bad :
         {Bad{"", "weather.curve_short", 0}, Bad{"wind,share\n3,0\n", "weather.curve_short", 0},
          Bad{"w,s\n3,0\n12,much\n", "weather.curve_number", 3},
          Bad{"w,s\n3,0\n12\n", "weather.curve_number", 3},
          Bad{"w,s\n3,0\nnan,1\n", "weather.curve_number", 3},
          Bad{"w,s\n3,0\n3,1\n", "weather.curve_order", 3}, Bad{"w,s\n-3,0\n3,1\n", "weather.curve_order", 2},
          Bad{"w,s\n\n3,0\n12,1.2\n", "weather.curve_share", 4}}) {
        const auto read = read_power_curve(bad.text, "c.csv");
        ASSERT_FALSE(read) << bad.text;
        EXPECT_EQ(read.error()[0].code, bad.code) << bad.text;
        EXPECT_EQ(read.error()[0].line, bad.line) << bad.text;
        EXPECT_EQ(read.error()[0].file, bad.line ? "c.csv" : read.error()[0].file);
    }
}

}  // namespace
}  // namespace dure::energy
