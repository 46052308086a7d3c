// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/heat_pump.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace dure::energy {
namespace {

TEST(HeatPump, IsAShareOfCarnots) {
    // 328.15 K / 55 K = 5.966; two fifths of it.
    const auto cop = carnot_cop({0, 20, -1000, 54, NAN}, {.sink_c = 55, .quality = 0.4});
    EXPECT_NEAR(cop[0], 2.3865, 1e-4);
    EXPECT_NEAR(cop[1], 0.4 * 328.15 / 35, 1e-12);
    EXPECT_EQ(cop[2], 1) << "never worse than heating directly";
    EXPECT_EQ(cop[3], 5.14) << "no more than a real machine in mild hours";
    EXPECT_TRUE(std::isnan(cop[4]));
}

TEST(HeatPump, StaysWhereItIsBelowTheLeastLift) {
    const HeatPump pump{.sink_c = 35, .quality = 0.2};
    const auto cop = carnot_cop({20, 21, 34}, pump);
    EXPECT_NEAR(cop[0], 0.2 * 308.15 / 15, 1e-12);
    EXPECT_EQ(cop[1], cop[0]);
    EXPECT_EQ(cop[2], cop[0]);
    // At either end of what was measured, the default is near the curve: 6.81 − 0.121 Δ + 0.00063 Δ².
    EXPECT_NEAR(carnot_cop({7}, {.sink_c = 55})[0], 6.81 - 0.121 * 48 + 0.00063 * 48 * 48, 0.4);
    EXPECT_NEAR(pump.most, 6.81 - 0.121 * 15 + 0.00063 * 15 * 15, 0.01);
}

TEST(HeatPump, MeetsThePointItIsFittedTo) {
    const double quality = carnot_quality(3.2, 7, 45);
    EXPECT_NEAR(carnot_cop({7}, {.sink_c = 45, .quality = quality})[0], 3.2, 1e-12);
}

}  // namespace
}  // namespace dure::energy
