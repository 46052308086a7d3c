// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/solver.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <cmath>
#include <thread>

#include "engine/lp/builder.hpp"
#include "engine/lp/ray.hpp"

namespace dure::lp {
namespace {

/// max 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: the textbook's 36 at (2, 6).
Problem textbook() {
    ProblemBuilder b;
    const int x = b.add_column(-3), y = b.add_column(-5);
    b.add_entry(b.add_row(-kInfinity, 4), x, 1);
    b.add_entry(b.add_row(-kInfinity, 12), y, 2);
    const int r = b.add_row(-kInfinity, 18);
    b.add_entry(r, x, 3);
    b.add_entry(r, y, 2);
    return *b.finish();
}

TEST(Solve, FindsTheTextbookOptimumAndCertifiesIt) {
    const auto s = solve(textbook(), {.method = Method::clp});
    ASSERT_TRUE(s);
    EXPECT_EQ(s->status, Status::optimal);
    EXPECT_NEAR(s->certificate->objective, -36, 1e-9);
    EXPECT_NEAR(s->certificate->dual_objective, -36, 1e-9);
    EXPECT_LE(s->certificate->gap, 1e-12);
    EXPECT_NEAR(s->x[0], 2, 1e-9);
    EXPECT_NEAR(s->y[1], -1.5, 1e-9) << "the second row's price";
    EXPECT_EQ(s->method, "clp-dual");
}

TEST(Certify, SeesAPointThatIsNotOptimal) {
    const Problem p = textbook();
    const auto c = certify(p, {0, 0}, {0, 0, 0});
    EXPECT_EQ(c.primal_residual, 0);
    EXPECT_DOUBLE_EQ(c.dual_residual, 5.0 / 6) << "nothing bounds y from above but rows";
    const auto broken = certify(p, {5, 0}, {0, -2.5, -1});
    EXPECT_DOUBLE_EQ(broken.primal_residual, 1.0 / 19);
    const auto nan = certify(p, {std::nan(""), 0}, {0, 0, 0});
    EXPECT_EQ(nan.primal_residual, kInfinity);
}

TEST(Solve, ProvesInfeasibilityByARay) {
    ProblemBuilder b;
    const int x = b.add_column(1, 0, 3), y = b.add_column(1, 0, 3);
    const int r = b.add_row(7, kInfinity), s = b.add_row(-kInfinity, 100);
    for (const int row : {r, s}) {
        b.add_entry(row, x, 1);
        b.add_entry(row, y, 1);
    }
    const auto p = *b.finish();
    const auto answer = solve(p, {.method = Method::clp});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, Status::infeasible);
    EXPECT_TRUE(proves_infeasible(p, answer->ray));
    EXPECT_FALSE(answer->certificate);
}

TEST(Solve, ProvesUnboundednessByARay) {
    ProblemBuilder b;
    const int x = b.add_column(-1), y = b.add_column(0);
    const int r = b.add_row(0, kInfinity);
    b.add_entry(r, x, -1);
    b.add_entry(r, y, 2);
    const auto p = *b.finish();
    const auto answer = solve(p, {.method = Method::clp});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, Status::unbounded);
    EXPECT_TRUE(proves_unbounded(p, answer->ray));
}

TEST(Solve, CallsAProblemInfeasibleThatIsAlsoUnboundedInItsObjective) {
    ProblemBuilder b;
    const int x = b.add_column(-1), y = b.add_column(0, 0, 1), z = b.add_column(0, 0, 1);
    const int r = b.add_row(3, 3), s = b.add_row(-kInfinity, 0);
    b.add_entry(r, y, 1);
    b.add_entry(r, z, 1);
    b.add_entry(s, x, -1);
    b.add_entry(s, y, 1);
    const auto answer = solve(*b.finish(), {.method = Method::clp});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, Status::infeasible);
}

TEST(Solve, CallsAProblemUnboundedWhereClpItselfSaysInfeasible) {
    ProblemBuilder b;
    const int x = b.add_column(-5, -5, -5), y = b.add_column(-5, -5, kInfinity);
    b.add_column(-5, -5, kInfinity);
    const int r = b.add_row(-5, -5);
    b.add_entry(r, x, -5);
    b.add_entry(r, y, -5);
    const auto answer = solve(*b.finish(), {.method = Method::clp});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, Status::unbounded);
    EXPECT_FALSE(answer->ray.empty());
}

TEST(Solve, AnswersProblemsWithoutRowsColumnsOrEntries) {
    EXPECT_EQ(solve(Problem{.offset = 7})->certificate->objective, 7);

    ProblemBuilder only_columns;
    only_columns.add_column(1, -2, 5);
    only_columns.add_column(-1, -2, 5);
    only_columns.add_column(0, 3, kInfinity);
    auto s = solve(*only_columns.finish());
    EXPECT_EQ(s->status, Status::optimal);
    EXPECT_EQ(s->x, (std::vector<double>{-2, 5, 3}));

    ProblemBuilder unbounded;
    unbounded.add_column(-1);
    s = solve(*unbounded.finish());
    EXPECT_EQ(s->status, Status::unbounded);
    EXPECT_EQ(s->ray, (std::vector<double>{1}));

    ProblemBuilder only_rows;
    only_rows.add_row(-1, 1);
    EXPECT_EQ(solve(*only_rows.finish())->status, Status::optimal);
    only_rows.add_row(1, 2);
    s = solve(*only_rows.finish());
    EXPECT_EQ(s->status, Status::infeasible);
    EXPECT_EQ(s->ray, (std::vector<double>{1}));
}

TEST(Solve, RefusesAnInvalidProblem) {
    Problem p = textbook();
    p.value[0] = std::nan("");
    const auto answer = solve(p);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "lp.invalid");
}

/// A dense-ish random program that keeps the simplex busy for seconds.
Problem long_running() {
    ProblemBuilder b;
    unsigned state = 12345;
    const auto random = [&state] {
        return static_cast<double>((state = state * 1664525 + 1013904223) >> 8) / 16777216;
    };
    const int n = 1200;
    for (int i = 0; i < n; ++i) b.add_row(1 + random(), kInfinity);
    for (int j = 0; j < n; ++j) {
        b.add_column(1 + random());
        for (int i = 0; i < n; ++i) {
            if (random() < 0.3) b.add_entry(i, j, random());
        }
    }
    return *b.finish();
}

TEST(Solve, StopsWithinATenthOfASecondOfTheRequest) {
    const auto p = long_running();
    std::stop_source source;
    std::chrono::steady_clock::time_point asked;
    std::jthread asker([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        asked = std::chrono::steady_clock::now();
        source.request_stop();
    });
    const auto answer = solve(p, {.method = Method::clp, .stop = source.get_token()});
    const auto answered = std::chrono::steady_clock::now();
    asker.join();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, Status::cancelled);
    EXPECT_TRUE(answer->x.empty());
    // The sanitizers slow Clp's steps between two looks at the token.
    EXPECT_LT(answered - asked, std::chrono::milliseconds(400));
}

TEST(Solve, StopsAtTheTimeLimitAndReportsProgressOnTheWay) {
    double last = -1;
    int calls = 0;
    const auto answer =
        solve(long_running(),
              {.method = Method::clp, .time_limit_seconds = 0.4, .progress = [&](const Progress& p) {
                   EXPECT_GE(p.fraction, last);
                   EXPECT_LE(p.fraction, 1);
                   EXPECT_EQ(p.stage, "solve");
                   last = p.fraction;
                   ++calls;
               }});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, Status::limit);
    EXPECT_GE(calls, 1);
    EXPECT_LE(calls, 6);
}

Problem random_problem() {
    const int rows = *rc::gen::inRange(1, 7), columns = *rc::gen::inRange(1, 7);
    const auto number = rc::gen::inRange(-5, 6);
    const auto bounds = [&]() -> std::pair<double, double> {
        const double a = *number, b = *number;
        switch (*rc::gen::inRange(0, 5)) {
            case 0:
                return {a, a};
            case 1:
                return {-kInfinity, b};
            case 2:
                return {a, kInfinity};
            case 3:
                return {-kInfinity, kInfinity};
            default:
                return {std::min(a, b), std::max(a, b)};
        }
    };
    ProblemBuilder b;
    for (int i = 0; i < rows; ++i) {
        const auto [lower, upper] = bounds();
        b.add_row(lower, upper);
    }
    for (int j = 0; j < columns; ++j) {
        const auto [lower, upper] = *rc::gen::inRange(0, 2) ? std::pair{0.0, kInfinity} : bounds();
        b.add_column(*number, lower, upper);
        for (int i = 0; i < rows; ++i) {
            if (*rc::gen::inRange(0, 3)) b.add_entry(i, j, *number);
        }
    }
    return *b.finish();
}

RC_GTEST_PROP(Solve, EveryAnswerToASmallRandomProblemIsProved, ()) {
    const Problem p = random_problem();
    const auto s = solve(p, {.method = Method::clp});
    RC_ASSERT(s.has_value());
    switch (s->status) {
        case Status::optimal: {
            RC_TAG("optimal");
            const auto c = certify(p, s->x, s->y);
            RC_ASSERT(c == *s->certificate);
            RC_ASSERT(std::max({c.primal_residual, c.dual_residual, c.gap}) <= 1e-9);
            break;
        }
        case Status::infeasible:
            RC_TAG("infeasible");
            RC_ASSERT(proves_infeasible(p, s->ray));
            break;
        case Status::unbounded:
            RC_TAG("unbounded");
            RC_ASSERT(proves_unbounded(p, s->ray));
            break;
        default:
            RC_FAIL("neither limit nor cancel was asked for");
    }
}

}  // namespace
}  // namespace dure::lp
