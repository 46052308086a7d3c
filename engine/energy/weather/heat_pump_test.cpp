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
    EXPECT_NEAR(cop[3], 0.4 * 328.15 / 10, 1e-12) << "the least lift";
    EXPECT_TRUE(std::isnan(cop[4]));
}

TEST(HeatPump, MeetsThePointItIsFittedTo) {
    const double quality = carnot_quality(3.2, 7, 45);
    EXPECT_NEAR(carnot_cop({7}, {.sink_c = 45, .quality = quality})[0], 3.2, 1e-12);
}

}  // namespace
}  // namespace dure::energy
