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
