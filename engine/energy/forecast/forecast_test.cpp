// SPDX-License-Identifier: Apache-2.0
// Series here are made up for the tests.
#include "engine/energy/forecast/forecast.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <random>

namespace dure::energy::forecast {
namespace {

std::vector<Sample> growing(int from, int to, double first, double rate) {
    std::vector<Sample> samples;
    for (int year = from; year <= to; ++year)
        samples.push_back({year, first * std::pow(1 + rate, year - from)});
    return samples;
}

TEST(Trend, goes_on_with_steady_growth_and_is_sure_of_it) {
    const auto forecast = by_trend(growing(2010, 2020, 100, 0.02), {.to_year = 2030}).value();
    ASSERT_EQ(forecast.years.size(), 10U);
    EXPECT_EQ(forecast.years.front().year, 2021);
    EXPECT_NEAR(forecast.years.back().value, 100 * std::pow(1.02, 20), 1e-6);
    EXPECT_NEAR(*forecast.years.back().low, forecast.years.back().value, 1e-6);
    EXPECT_NEAR(forecast.coefficients.at(0).value, 0.02, 1e-12);
    ASSERT_TRUE(forecast.back_test);
    EXPECT_EQ(forecast.back_test->actual.size(), 3U);
    EXPECT_LT(forecast.back_test->mape_percent, 1e-9);
}

TEST(Trend, has_the_interval_of_the_textbook) {
    // ln y = 0, 1, 0, 1, 0 in five years: mean 0.4, slope 0, s² = 1.2/3 = 0.4. The year behind them is 3 from
    // the middle, Σ(x−x̄)² = 10: reach = t(3) · √0.4 · √(1 + 1/5 + 9/10) = 3.18245 · 0.632456 · 1.449138.
    const double e = std::exp(1);
    const auto forecast =
        by_trend({{2001, 1}, {2002, e}, {2003, 1}, {2004, e}, {2005, 1}}, {.to_year = 2006}).value();
    EXPECT_NEAR(std::log(forecast.years[0].value), 0.4, 1e-12);
    EXPECT_NEAR(std::log(*forecast.years[0].high), 0.4 + 2.916760, 1e-5);
    EXPECT_NEAR(std::log(*forecast.years[0].low), 0.4 - 2.916760, 1e-5);
    EXPECT_FALSE(forecast.back_test);
    EXPECT_EQ(forecast.no_back_test->code, "forecast.too_few_years");
}

TEST(Trend, back_test_is_held_against_the_years_it_was_not_shown) {
    auto history = growing(2010, 2017, 100, 0);
    history.push_back({2018, 125});
    const auto test = by_trend(history, {.held_out = 1}).value().back_test.value();
    EXPECT_NEAR(test.mape_percent, 20, 1e-9);
    EXPECT_NEAR(test.bias_percent, -20, 1e-9);
    EXPECT_EQ(test.coverage_percent, 0);
}

TEST(Trend, refuses_what_it_cannot_use) {
    const auto code = [](std::vector<Sample> samples, int to = 2040) {
        return by_trend(std::move(samples), {.to_year = to}).error();
    };
    const Error two = code({{2014, 14859}, {2018, 15675.749}});
    EXPECT_EQ(two.code, "forecast.too_few_years");
    EXPECT_EQ(two.params, (Params{{"needed", "5"}, {"found", "2"}}));
    EXPECT_EQ(code({}).code, "forecast.too_few_years");
    EXPECT_EQ(code({{1, 1}, {2, 0}, {3, 1}, {4, 1}, {5, 1}}).code, "forecast.not_positive");
    EXPECT_EQ(code({{1, 1}, {1, 2}, {3, 1}, {4, 1}, {5, 1}}).code, "forecast.doubled_year");
    EXPECT_EQ(code(growing(2010, 2020, 1, 0), 2020).code, "forecast.nothing_ahead");
}

std::vector<Sample> wavy(int from, int to, double middle) {
    std::vector<Sample> samples;
    for (int year = from; year <= to; ++year) samples.push_back({year, middle + 10 * std::sin(year * 1.7)});
    return samples;
}

TEST(Drivers, finds_elasticities_again) {
    const auto people = wavy(2005, 2040, 200), output = wavy(2005, 2040, 90);
    auto income = output;
    for (Sample& one : income) one.value += (one.year - 2005) * 2;
    std::vector<Sample> history;
    for (int year = 2005; year <= 2020; ++year)
        history.push_back({year, 3 * std::pow(*at(people, year), 0.7) * std::pow(*at(income, year), -0.4)});
    const auto forecast = by_drivers(history, {{"people", people, {}}, {"income", income, {}}}, {}).value();
    EXPECT_NEAR(forecast.coefficients.at(0).value, 0.7, 1e-9);
    EXPECT_NEAR(forecast.coefficients.at(1).value, -0.4, 1e-9);
    EXPECT_NEAR(forecast.years.back().value,
                3 * std::pow(*at(people, 2040), 0.7) * std::pow(*at(income, 2040), -0.4), 1e-8);
    EXPECT_LT(forecast.back_test.value().mape_percent, 1e-8);
}

TEST(Drivers, takes_stated_elasticities_as_they_are) {
    const auto people = growing(2010, 2040, 100, -0.01);
    std::vector<Sample> history;
    for (int year = 2010; year <= 2020; ++year) history.push_back({year, 5 * *at(people, year)});
    const auto forecast = by_drivers(history, {{"people", people, 1.0}}, {}).value();
    EXPECT_TRUE(forecast.coefficients.at(0).stated);
    EXPECT_NEAR(forecast.years.back().value, 5 * people.back().value, 1e-9);
}

TEST(Drivers, names_what_is_missing) {
    const auto history = growing(2010, 2020, 100, 0.01);
    const auto error = [&](const std::vector<Driver>& drivers) {
        return by_drivers(history, drivers, {}).error();
    };
    EXPECT_EQ(error({}).code, "forecast.no_drivers");
    const Error missing = error({{"people", growing(2010, 2030, 1, 0.01), {}}});
    EXPECT_EQ(missing.code, "forecast.driver_missing");
    EXPECT_EQ(missing.params, (Params{{"name", "people"}, {"year", "2031"}}));
    const auto people = wavy(2010, 2040, 100);
    EXPECT_EQ(error({{"a", people, {}}, {"b", people, {}}}).params, (Params{{"name", "b"}}));
    EXPECT_EQ(error({{"a", growing(2010, 2040, -1, 0), {}}}).code, "forecast.driver_not_positive");
}

TEST(EndUses, adds_activity_times_intensity) {
    // 1000 dwellings at 4 MWh in 2020, 1200 at 3 in 2040; 50 shops at 20 throughout.
    const std::vector<EndUse> uses = {{"dwellings", {{2020, 1000}, {2040, 1200}}, {{2020, 4}, {2040, 3}}, 3},
                                      {"shops", {{2020, 50}, {2040, 50}}, {{2020, 20}, {2040, 20}}, 4}};
    const auto forecast = by_end_uses({{2020, 4800}}, uses, {}).value();
    EXPECT_EQ(forecast.years.front().year, 2021);
    EXPECT_NEAR(forecast.years.at(9).value, 1100 * 3.5 + 1000, 1e-9);
    EXPECT_NEAR(forecast.years.back().value, 4600, 1e-9);
    EXPECT_NEAR(*forecast.years.back().high - 4600, std::hypot(3600 * 0.03, 1000 * 0.04), 1e-9);
    EXPECT_NEAR(forecast.back_test.value().bias_percent, 100 * 200.0 / 4800, 1e-9);
}

TEST(EndUses, names_what_is_missing) {
    EXPECT_EQ(by_end_uses({}, {}, {}).error().code, "forecast.no_end_uses");
    EXPECT_EQ(by_end_uses({}, {{"a", {}, {{2020, 1}}, 0}}, {}).error().code, "forecast.path_missing");
    const Error shorter =
        by_end_uses({}, {{"a", {{2020, 1}, {2030, 1}}, {{2020, 1}, {2040, 1}}, 0}}, {}).error();
    EXPECT_EQ(shorter.code, "forecast.path_too_short");
    EXPECT_EQ(shorter.params, (Params{{"name", "a"}, {"year", "2031"}}));
    EXPECT_EQ(by_end_uses({}, {{"a", {{2050, 1}}, {{2050, 1}}, 0}}, {}).error().code,
              "forecast.nothing_ahead");
}

RC_GTEST_PROP(Trend, scales_with_its_unit, ()) {
    const auto seed = static_cast<unsigned>(*rc::gen::inRange(0, 1'000'000));
    const double factor = *rc::gen::inRange(1, 1000) / 10.0;
    std::mt19937 random(seed);
    std::lognormal_distribution<double> noise(3, 0.2);
    std::vector<Sample> history, scaled;
    for (int year = 2000; year < 2015; ++year) {
        history.push_back({year, noise(random)});
        scaled.push_back({year, history.back().value * factor});
    }
    const auto one = by_trend(history, {}).value(), other = by_trend(scaled, {}).value();
    for (std::size_t i = 0; i < one.years.size(); ++i) {
        RC_ASSERT(std::abs(one.years[i].value * factor / other.years[i].value - 1) < 1e-9);
        RC_ASSERT(std::abs(*one.years[i].high * factor / *other.years[i].high - 1) < 1e-9);
        RC_ASSERT(*one.years[i].low <= one.years[i].value && one.years[i].value <= *one.years[i].high);
    }
    RC_ASSERT(std::abs(one.back_test->mape_percent - other.back_test->mape_percent) < 1e-9);
}

TEST(Trend, interval_holds_as_often_as_it_says) {
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, 0.05);
    int inside = 0;
    constexpr int tries = 2000;
    for (int n = 0; n < tries; ++n) {
        std::vector<Sample> history;
        for (int year = 2000; year < 2012; ++year)
            history.push_back({year, std::exp(2 + 0.01 * (year - 2000) + noise(random))});
        const double truth = std::exp(2 + 0.01 * 15 + noise(random));
        const auto one = by_trend(history, {.to_year = 2015, .level = 0.9}).value().years.back();
        if (*one.low <= truth && truth <= *one.high) ++inside;
    }
    // Binomial: 0.9 with a deviation of 0.0067.
    EXPECT_NEAR(inside / double{tries}, 0.9, 0.027);
}

}  // namespace
}  // namespace dure::energy::forecast
