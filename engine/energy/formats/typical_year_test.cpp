// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/typical_year.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dure::energy {
namespace {

double sum(const std::vector<double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0);
}

TEST(TypicalYear, HasTheHoursOfItsYear) {
    EXPECT_EQ(hours_of_year(2030), 8760);
    EXPECT_EQ(hours_of_year(2028), 8784);
    EXPECT_EQ(typical_wind(2028, 2000, 1).size(), 8784u);
}

TEST(TypicalYear, MeetsWhatItIsCalibratedTo) {
    const auto temperature = typical_temperature(2030, {}, 1);
    EXPECT_NEAR(sum(temperature) / 8760, 14.5, 1);
    EXPECT_NEAR(sum(typical_electricity(2030, temperature, 15'675'749)), 15'675'749, 1e-3);
    EXPECT_NEAR(sum(typical_heat(2030, temperature, 888'000, 0.25)), 888'000, 1e-4);
    EXPECT_NEAR(sum(typical_pv(2030, {}, 1314, 2)), 1314, 1e-6);
    EXPECT_NEAR(sum(typical_wind(2030, 2000, 3)), 2000, 1e-6);
}

TEST(TypicalYear, IsTheSameForTheSameSeedOnly) {
    EXPECT_EQ(typical_wind(2030, 2000, 3), typical_wind(2030, 2000, 3));
    EXPECT_NE(typical_wind(2030, 2000, 3), typical_wind(2030, 2000, 4));
}

TEST(TypicalYear, TheSunFollowsItsPath) {
    const auto pv = typical_pv(2030, {}, 1314, 2);
    for (int day = 0; day < 365; ++day) {
        EXPECT_EQ(pv[static_cast<std::size_t>(24 * day)], 0) << "midnight";
        EXPECT_GT(pv[static_cast<std::size_t>(24 * day + 12)], 0) << "noon";
    }
    const auto sunny_hours = [&](int day) {
        return std::count_if(pv.begin() + 24 * day, pv.begin() + 24 * day + 24,
                             [](double v) { return v > 0; });
    };
    EXPECT_NEAR(static_cast<double>(sunny_hours(171)), 14.6, 1) << "the longest day at 35.87° N";
    EXPECT_NEAR(static_cast<double>(sunny_hours(354)), 9.7, 1) << "the shortest";
    EXPECT_LE(*std::ranges::max_element(pv), 1);
}

TEST(TypicalYear, AHolidayHasTheLoadOfASunday) {
    const auto temperature = typical_temperature(2030, {.weather_c = 0}, 1);
    const std::chrono::year_month_day liberation[] = {std::chrono::year(2030) / 8 / 15};
    const auto plain = typical_electricity(2030, temperature, 1e6),
               load = typical_electricity(2030, temperature, 1e6, liberation);
    const std::size_t day = 226;  // a Thursday
    for (std::size_t h = 0; h < 24; ++h) {
        const std::size_t t = 24 * day + h;
        EXPECT_NEAR(load[t] / load[t - 24] / (plain[t] / plain[t - 24]), 0.86, 1e-12) << h;
        EXPECT_NEAR(load[t + 24] / load[t - 24], plain[t + 24] / plain[t - 24], 1e-12)
            << "the days beside it";
    }
    EXPECT_NEAR(sum(load), 1e6, 1e-6);
}

TEST(TypicalYear, PeopleUseMoreOnWorkdaysAndInTheHeat) {
    const auto temperature = typical_temperature(2030, {.weather_c = 0}, 1);
    const auto load = typical_electricity(2030, temperature, 1e6);
    // 1 January 2030 is a Tuesday, so day 5 is a Sunday.
    EXPECT_GT(load[24 * 1 + 11], load[24 * 5 + 11]);
    EXPECT_GT(load[24 * 203 + 15], load[24 * 112 + 15]) << "July against April";
    EXPECT_GT(load[24 * 20 + 10], load[24 * 20 + 3]) << "day against night";
}

TEST(TypicalYear, ColdDaysNeedHeatAndSpoilTheHeatPump) {
    const auto temperature = typical_temperature(2030, {}, 1);
    const auto heat = typical_heat(2030, temperature, 1000, 0.25);
    EXPECT_GT(heat[24 * 15 + 7], 4 * heat[24 * 210 + 7]);
    EXPECT_GT(*std::ranges::min_element(heat), 0);
    const auto cop = typical_cop({-10, 0, 10, 60}, 55);
    EXPECT_TRUE(std::ranges::is_sorted(cop));
    EXPECT_NEAR(cop[1], 0.85 * (6.08 - 0.09 * 55 + 0.0005 * 55 * 55), 1e-12);
    EXPECT_LT(cop[3], 5);
}

TEST(TypicalYear, WindIsCorrelatedFromHourToHour) {
    const auto wind = typical_wind(2030, 2000, 3);
    const double mean = sum(wind) / 8760;
    double both = 0, alone = 0;
    for (std::size_t t = 1; t < wind.size(); ++t) {
        both += (wind[t] - mean) * (wind[t - 1] - mean);
        alone += (wind[t] - mean) * (wind[t] - mean);
    }
    EXPECT_GT(both / alone, 0.8);
    EXPECT_LE(*std::ranges::max_element(wind), 1);
    EXPECT_GE(*std::ranges::min_element(wind), 0);
}

}  // namespace
}  // namespace dure::energy
