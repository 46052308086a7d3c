// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "bench/planning_cases.hpp"
#include "engine/lp/solver.hpp"

namespace dure::lp {
namespace {

Problem weeks(int hours, bool heat) {
    return planning_cases::problem(
        {.year = planning_cases::synthetic_year(hours, 5), .heat = heat, .co2_share = 0.3});
}

/// Columns and rows that are at none of their bounds: of a corner there are no more than rows.
int inside(const Problem& p, const Solution& s) {
    std::vector<double> rows(s.y.size());
    int count = 0;
    const auto off = [](double v, double bound) {
        return !std::isfinite(bound) || std::abs(v - bound) > 1e-7 * (1 + std::abs(bound));
    };
    for (int j = 0; j < p.columns(); ++j) {
        count += off(s.x[j], p.col_lower[j]) && off(s.x[j], p.col_upper[j]);
        for (auto k = p.start[j]; k < p.start[j + 1]; ++k) rows[p.index[k]] += p.value[k] * s.x[j];
    }
    for (int i = 0; i < p.rows(); ++i) count += off(rows[i], p.row_lower[i]) && off(rows[i], p.row_upper[i]);
    return count;
}

TEST(Vertex, IsWhereTheSimplexEnds) {
    for (const bool heat : {false, true}) {
        const Problem p = weeks(336, heat);
        const auto inner = solve(p, {.method = Method::ipm}),
                   corner = solve(p, {.method = Method::ipm, .vertex = true}),
                   simplex = solve(p, {.method = Method::clp});
        ASSERT_TRUE(inner && corner && simplex);
        EXPECT_FALSE(inner->vertex);
        EXPECT_TRUE(corner->vertex);
        EXPECT_TRUE(simplex->vertex);
        EXPECT_EQ(corner->method, "ipm-hours, corner by clp");
        const double objective = simplex->certificate->objective;
        EXPECT_NEAR(corner->certificate->objective, objective, 1e-9 * objective);
        EXPECT_LE(corner->certificate->gap, 1e-9);
        EXPECT_LE(corner->certificate->primal_residual, 1e-9);
        EXPECT_LE(corner->certificate->dual_residual, 1e-9);
        EXPECT_GT(inside(p, *inner), p.rows());
        EXPECT_LE(inside(p, *corner), p.rows());
    }
}

TEST(Vertex, StoppedOnTheWayLeavesTheInteriorAnswer) {
    const Problem p = weeks(2000, true);
    std::stop_source source;
    const auto s = solve(p, {.method = Method::ipm,
                             .progress =
                                 [&](const Progress& at) {
                                     if (at.fraction > 0.2) source.request_stop();
                                 },
                             .stop = source.get_token(),
                             .vertex = true});
    ASSERT_TRUE(s);
    ASSERT_EQ(s->status, Status::optimal);
    if (s->vertex) GTEST_SKIP() << "there before it could be stopped";
    EXPECT_EQ(s->method, "ipm-hours");
    EXPECT_LE(s->certificate->gap, 1e-7);
}

TEST(Vertex, WantedOfWhatHasNoOptimumChangesNothing) {
    Problem p = weeks(48, false);
    for (int i = 0; i < p.rows(); ++i)
        if (!std::isfinite(p.row_lower[i]) && p.row_upper[i] > 0) p.row_upper[i] = -1;
    const auto s = solve(p, {.method = Method::ipm, .vertex = true});
    ASSERT_TRUE(s);
    EXPECT_NE(s->status, Status::optimal);
    EXPECT_FALSE(s->vertex);
}

}  // namespace
}  // namespace dure::lp
