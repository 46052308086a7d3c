// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/series.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/energy/weather/epw_for_tests.hpp"
#include "engine/energy/weather/summary.hpp"

namespace dure::energy {
namespace {

using namespace std::chrono;

Weather invented(bool leap = false) {
    return read_epw(testing::small_epw(leap), "w.epw").value();
}

double total(const std::vector<double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0);
}

/// The number of the hour itself, so that one sees where each lands.
std::vector<double> numbers(const Weather& weather) {
    std::vector<double> v(weather.hours.size());
    std::iota(v.begin(), v.end(), 0.0);
    return v;
}

TEST(WeatherAxis, OfItsOwnYearIsTheFile) {
    const auto weather = invented();
    EXPECT_EQ(on_axis(weather, numbers(weather), year_of(weather, 2030)), numbers(weather));
    const auto leap = invented(true);
    EXPECT_EQ(on_axis(leap, numbers(leap), year_of(leap, 2028)), numbers(leap));
}

TEST(WeatherAxis, TakesLeapDaysFromThe28thAndLeavesThemOut) {
    const auto weather = invented();
    const auto longer = on_axis(weather, numbers(weather), year_of(weather, 2028));
    ASSERT_EQ(longer.size(), 8784u);
    const std::size_t leap_day = (31 + 28) * 24;
    EXPECT_EQ(longer[leap_day - 1], leap_day - 1);
    EXPECT_EQ(longer[leap_day], leap_day - 24) << "the 28th once more";
    EXPECT_EQ(longer[leap_day + 24], leap_day) << "1 March";
    const auto leap = invented(true);
    const auto shorter = on_axis(leap, numbers(leap), year_of(leap, 2030));
    ASSERT_EQ(shorter.size(), 8760u);
    EXPECT_EQ(shorter[leap_day], leap_day + 24) << "1 March";
}

TEST(WeatherAxis, TurnsTheYearAsARing) {
    const auto weather = invented();
    // From UTC's midnight on: nine hours into the file's year, which ends with its first nine.
    const auto turned = on_axis(weather, numbers(weather), {sys_days(2030y / January / 1), 8760, 1});
    EXPECT_EQ(turned[0], 9);
    EXPECT_EQ(turned[8750], 8759);
    EXPECT_EQ(turned[8751], 0);
    EXPECT_EQ(total(turned), total(numbers(weather)));
    const auto july = on_axis(weather, numbers(weather), {sys_days(2030y / July / 1) - 9h, 3, 1});
    EXPECT_EQ(july[0], 181 * 24);
}

TEST(WeatherAxis, MixesHoursWhereStandardTimeOrPeriodsAreNotWholeHours) {
    auto weather = invented();
    weather.place.utc_offset_hours = 5.75;
    const auto quarter = on_axis(weather, numbers(weather), {sys_days(2030y / January / 1) - 5h, 2, 1});
    EXPECT_NEAR(quarter[0], 0.25 * 0 + 0.75 * 1, 1e-12) << "from 0:45 to 1:45";
    weather.place.utc_offset_hours = 9;
    const auto long_periods =
        on_axis(weather, numbers(weather), {sys_days(2030y / January / 1) - 9h, 2920, 3});
    EXPECT_EQ(long_periods[1], 4) << "hours 3, 4 and 5";
    EXPECT_NEAR(3 * total(long_periods), total(numbers(weather)), 1e-6);
    const auto halves = on_axis(weather, numbers(weather), {sys_days(2030y / January / 1) - 9h, 4, 0.5});
    EXPECT_EQ(halves, (std::vector<double>{0, 0, 1, 1}));
}

TEST(WeatherHeat, FollowsDegreesAndTheDayAndKeepsTheSumExactly) {
    auto weather = invented();
    for (auto& h : weather.hours) h.temperature_c = h.month <= 3 ? 18 - 0.1 * (h.hour + 1) : 19;
    HeatDemand demand{.annual_mwh = 888'000};
    demand.day[7] = 2;
    const auto axis = year_of(weather, 2030);
    const auto made = weather_series(weather, demand, axis, "w.epw");
    ASSERT_TRUE(made);
    EXPECT_EQ(total(*made), 888'000) << "to the last bit";
    EXPECT_EQ((*made)[8000], 0) << "warm";
    EXPECT_NEAR((*made)[7] / (*made)[6], 2 * 0.8 / 0.7, 1e-9);
    // The sum holds for leap years and longer periods too.
    const auto leap = weather_series(weather, demand, year_of(weather, 2028), "w.epw");
    EXPECT_EQ(total(leap.value()), 888'000);
    auto long_axis = axis;
    long_axis.periods = 2920;
    long_axis.hours_per_period = 3;
    EXPECT_NEAR(3 * total(weather_series(weather, demand, long_axis, "w.epw").value()), 888'000, 1e-6);
    // A week has its part of the year's sum.
    auto week = axis;
    week.periods = 168;
    const auto part = weather_series(weather, demand, week, "w.epw").value();
    EXPECT_NEAR(total(part), 888'000 * 7 / 90.0, 1e-6);
}

TEST(WeatherHeat, RefusesAYearWithoutCold) {
    const auto made = weather_series(invented(), HeatDemand{.annual_mwh = 1, .base_c = 5},
                                     year_of(invented(), 2030), "w.epw");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error()[0].code, "weather.no_heat");
}

TEST(WeatherSeries, NamesTheFirstGapThatCounts) {
    auto text = testing::replaced(testing::small_epw(false), "2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,99.9");
    const auto weather = read_epw(text, "w.epw").value();
    const auto made = weather_series(weather, HeatPump{}, year_of(weather, 2030), "w.epw");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error()[0].code, "weather.gap");
    EXPECT_EQ(made.error()[0].line, 10);
    EXPECT_EQ(made.error()[0].params, (Params{{"column", "dry_bulb"}, {"count", "1"}}));
    EXPECT_TRUE(weather_series(weather, Turbine{.density = false}, year_of(weather, 2030), "w.epw"))
        << "a gap that nothing needs";
}

TEST(WeatherSeries, SaysHowItIsMadeAndInWhatUnit) {
    EXPECT_EQ(unit_of(Panels{}), "per_unit");
    EXPECT_EQ(unit_of(HeatDemand{}), "MW");
    EXPECT_NE(method_of(Panels{.tilt_deg = 15}).find("tilt 15°"), std::string::npos);
    EXPECT_NE(method_of(Turbine{}).find("reference power curve"), std::string::npos);
    EXPECT_NE(method_of(Turbine{.curve = {{3, 0}, {12, 1}}}).find("given power curve"), std::string::npos);
    EXPECT_NE(method_of(HeatPump{}).find("0.4 of Carnot"), std::string::npos);
}

TEST(WeatherSummary, TellsMeansByMonthOfWhatIsGiven) {
    auto weather = invented();
    for (auto& h : weather.hours)
        if (h.month == 2) h.temperature_c = NAN;
    weather.hours[0].temperature_c = -20;
    weather.hours[1].year = 2019;
    const auto summary = summarise(weather);
    EXPECT_NEAR(summary.months[0].temperature_c.value(), (743 * 10 - 20) / 744.0, 1e-12);
    EXPECT_FALSE(summary.months[1].temperature_c);
    EXPECT_EQ(summary.months[1].hours, 672);
    EXPECT_NEAR(summary.months[5].global_kwh_m2_day.value(), 9 * 0.5, 1e-12);
    EXPECT_EQ(summary.year.wind_m_s, 3.5);
    EXPECT_EQ(summary.coldest_c, -20);
    EXPECT_EQ(summary.warmest_c, 10);
    EXPECT_EQ(summary.first_year, 2019);
    EXPECT_EQ(summary.last_year, 2021);
}

}  // namespace
}  // namespace dure::energy
