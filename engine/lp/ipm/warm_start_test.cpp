// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "bench/planning_cases.hpp"
#include "engine/lp/ray.hpp"
#include "engine/lp/solver.hpp"

namespace dure::lp {
namespace {

using planning_cases::Case;
using planning_cases::problem;

Solution solved(const Problem& p, const Options& options) {
    auto s = solve(p, options);
    EXPECT_TRUE(s);
    return s ? *std::move(s) : Solution{};
}

std::shared_ptr<const WarmStart> start_of(const Problem& p) {
    return solved(p, {.method = Method::ipm, .keep_start = true}).start;
}

/// Cold and warm end at the same optimum; gives how many iterations warm saves.
long saved_iterations(const Problem& p, std::shared_ptr<const WarmStart> start, bool expect_warm = true) {
    const auto cold = solved(p, {.method = Method::ipm});
    const auto warm = solved(p, {.method = Method::ipm, .start = std::move(start)});
    EXPECT_EQ(warm.status, Status::optimal);
    if (warm.status != Status::optimal || cold.status != Status::optimal) return 0;
    EXPECT_EQ(warm.warm, expect_warm);
    EXPECT_LE(
        std::max({warm.certificate->gap, warm.certificate->primal_residual, warm.certificate->dual_residual}),
        1e-7);
    const double objective = cold.certificate->objective;
    EXPECT_NEAR(warm.certificate->objective, objective, 1e-7 * (1 + std::abs(objective)));
    return cold.iterations - warm.iterations;
}

Case week(bool heat) {
    return {.year = planning_cases::synthetic_year(672, 5), .heat = heat, .co2_share = 0.3};
}

TEST(WarmStart, TheSameYearAgainTakesHalfTheIterations) {
    for (const bool heat : {false, true}) {
        const Problem p = problem(week(heat));
        const auto cold = solved(p, {.method = Method::ipm, .keep_start = true});
        ASSERT_TRUE(cold.start);
        const auto warm = solved(p, {.method = Method::ipm, .start = cold.start});
        EXPECT_TRUE(warm.warm);
        EXPECT_LE(2 * warm.iterations, cold.iterations + 6);
    }
}

TEST(WarmStart, SmallChangesSaveIterations) {
    for (const bool heat : {false, true}) {
        const auto start = start_of(problem(week(heat)));
        const std::pair<const char*, std::function<void(Case&)>> changes[] = {
            {"cap", [](Case& c) { c.co2_share *= 0.98; }},
            {"load", [](Case& c) { c.load_factor = 1.02; }},
            {"sun", [](Case& c) { c.solar_cost *= 0.98; }},
            {"gas", [](Case& c) { c.gas_price *= 1.02; }}};
        long saved = 0;
        for (const auto& [what, change] : changes) {
            SCOPED_TRACE(what);
            Case c = week(heat);
            change(c);
            saved += saved_iterations(problem(c), start);
        }
        EXPECT_GT(saved, 4 * 5);
    }
}

TEST(WarmStart, GreatChangesAreSolvedAllTheSame) {
    const auto start = start_of(problem(week(true)));
    for (const double factor : {0.01, 0.5, 2.0, 50.0}) {
        for (int what = 0; what < 4; ++what) {
            SCOPED_TRACE(testing::Message() << what << " × " << factor);
            Case c = week(true);
            if (what == 0) c.co2_share = std::min(1.0, c.co2_share * factor);
            if (what == 1) c.load_factor *= factor;
            if (what == 2) c.solar_cost *= factor;
            if (what == 3) c.gas_price *= factor;
            const Problem p = problem(c);
            const auto cold = solved(p, {.method = Method::ipm}),
                       warm = solved(p, {.method = Method::ipm, .start = start});
            ASSERT_EQ(warm.status, Status::optimal);
            const double objective = cold.certificate->objective;
            EXPECT_NEAR(warm.certificate->objective, objective, 1e-6 * (1 + std::abs(objective)));
        }
    }
}

TEST(WarmStart, OfAnotherFormIsNotUsed) {
    const auto start = start_of(problem(week(false)));
    EXPECT_LE(std::abs(saved_iterations(problem(week(true)), start, false)), 0);
}

TEST(WarmStart, OfAFeasibleYearDoesNotHideThatAnotherIsNot) {
    Case c = week(false);
    c.shedding = false;
    const auto start = start_of(problem(c));
    ASSERT_TRUE(start);
    std::fill(c.year.sun.begin(), c.year.sun.end(), 0.0);
    std::fill(c.year.wind.begin(), c.year.wind.end(), 0.0);
    c.co2_share = 0;
    const Problem p = problem(c);
    const auto s = solved(p, {.method = Method::ipm, .start = start});
    EXPECT_EQ(s.status, Status::infeasible);
    EXPECT_TRUE(proves_infeasible(p, s.ray));
}

TEST(WarmStart, AStoppedSolveLeavesNone) {
    std::stop_source source;
    source.request_stop();
    const auto s =
        solved(problem(week(false)), {.method = Method::ipm, .stop = source.get_token(), .keep_start = true});
    EXPECT_EQ(s.status, Status::cancelled);
    EXPECT_FALSE(s.start);
}

}  // namespace
}  // namespace dure::lp
