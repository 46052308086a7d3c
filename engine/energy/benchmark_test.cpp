// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/benchmark_for_tests.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <numbers>
#include <sstream>

#include "engine/energy/build.hpp"

namespace dure::energy::testing {
namespace {

/// Whether a year may be solved: half a minute in an optimised build, many with sanitizers.
bool long_tests_wanted() {
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    return true;
#else
    return std::getenv("DURE_LONG_TESTS") != nullptr;
#endif
}

CityHours read_daegu(std::istream& in) {
    CityHours hours;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::ranges::replace(line, ',', ' ');
        std::istringstream cells(line);
        double hour, load, pv, wind, temperature, sun, heat, cop;
        cells >> hour >> load >> pv >> wind >> temperature >> sun >> heat >> cop;
        hours.load_mw.push_back(load);
        hours.pv_cf.push_back(pv);
        hours.wind_cf.push_back(wind);
        hours.heat_mw.push_back(heat);
        hours.cop.push_back(cop);
    }
    return hours;
}

/// 168 hours by formula, standing for a year.
Sketch week(bool with_heat) {
    constexpr double kTurn = 2 * std::numbers::pi;
    CityHours hours;
    for (int h = 0; h < 168; ++h) {
        hours.load_mw.push_back(2000 + 400 * std::sin(kTurn * (h - 8) / 24) +
                                150 * std::sin(kTurn * h / 168));
        hours.pv_cf.push_back(std::max(0.0, std::sin(kTurn * (h % 24 - 6) / 24)) *
                              (0.7 + 0.3 * std::cos(kTurn * h / 168)));
        hours.wind_cf.push_back(
            std::max(0.0, 0.35 + 0.3 * std::sin(kTurn * h / 61) + 0.1 * std::cos(kTurn * h / 17)));
        hours.heat_mw.push_back(900 + 500 * std::cos(kTurn * (h - 4) / 24));
        hours.cop.push_back(3 + 0.8 * std::sin(kTurn * (h - 9) / 24));
    }
    Sketch s = benchmark_city(hours, with_heat);
    constexpr double kWeeks = 8760.0 / 168;
    s.network.time.objective_weight = s.network.time.generator_weight = kWeeks;
    *s.network.limits[0].reference_t *= kWeeks;
    return s;
}

constexpr double kPowerWeek = 978'610'606.662'853, kPowerAndHeatWeek = 989'963'347.654'905;

// Optima proved twice: by the certificate here, and by HiGHS 1.15 (dual simplex, and interior point with
// crossover) on a program written independently from the table of the benchmark.
TEST(Benchmark, a_week_of_power_costs_what_two_solvers_proved) {
    const Plan plan = week(false).solved();
    EXPECT_NEAR(plan.total_cost / kPowerWeek, 1, 1e-8);
    EXPECT_EQ(plan.rows, 168 * 8 + 1);
    EXPECT_EQ(plan.columns, 168 * 7 + 5);
}

TEST(Benchmark, a_week_of_power_and_heat_costs_what_two_solvers_proved) {
    const Plan plan = week(true).solved();
    EXPECT_NEAR(plan.total_cost / kPowerAndHeatWeek, 1, 1e-8);
    EXPECT_EQ(plan.rows, 168 * 14 + 1);
    EXPECT_EQ(plan.columns, 168 * 13 + 9);
}

TEST(Benchmark, the_year_of_the_city_costs_what_is_published) {
    std::ifstream file(DURE_SOURCE_DIR "/../shared/data/daegu_hourly.csv");
    if (!file) GTEST_SKIP() << "the benchmark's data are not there";
    if (!long_tests_wanted()) GTEST_SKIP() << "set DURE_LONG_TESTS";
    const CityHours hours = read_daegu(file);
    const bool with_heat = std::getenv("DURE_D2") != nullptr;
    const Plan plan = benchmark_city(hours, with_heat).solved();
    std::printf("%d rows x %d columns, %ld entries, build %.3f s, solve %.1f s by %s, %.4f\n", plan.rows,
                plan.columns, static_cast<long>(plan.entries), plan.build_seconds, plan.solve_seconds,
                plan.method.c_str(), plan.total_cost);
    const double published = with_heat ? 1'094'090'938.85 : 1'075'095'754.61;
    EXPECT_NEAR(plan.total_cost / published, 1, 1e-6);
    if (with_heat) return;
    EXPECT_NEAR(technology(plan, "pv").capacity_mw, 4363.03, 0.05);
    EXPECT_NEAR(technology(plan, "wind").capacity_mw, 3878.89, 0.05);
    EXPECT_NEAR(technology(plan, "gas").capacity_mw, 1311.78, 0.05);
    EXPECT_NEAR(technology(plan, "battery").capacity_mw, 1321.20, 0.05);
    EXPECT_NEAR(technology(plan, "battery").energy_capacity_mwh.value_or(0), 6569.69, 0.1);
}

}  // namespace
}  // namespace dure::energy::testing
