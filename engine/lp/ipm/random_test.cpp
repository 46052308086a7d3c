// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "engine/lp/method.hpp"
#include "engine/lp/ray.hpp"

namespace dure::lp {
namespace {

/// Small programs of every awkward kind: degenerate, free, fixed, ranged, one-sided, empty and parallel rows
/// and columns, columns bounded by another, infeasible and unbounded ones.
class RandomProblem {
  public:
    explicit RandomProblem(unsigned seed) : random_(seed) {}

    Problem make() {
        const int rows = between(1, 12), columns = between(1, 15);
        density_ = 0.15 + 0.5 * unit();
        const bool feasible = chance(0.8);
        for (int j = 0; j < columns; ++j) point_.push_back(between(-3, 3));
        for (int j = 0; j < columns; ++j) add_column(rows, j);
        if (chance(0.3)) add_caps();
        set_rows(feasible);
        return p_;
    }

  private:
    int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    double unit() { return std::uniform_real_distribution<double>(0, 1)(random_); }
    bool chance(double p) { return unit() < p; }

    void add_column(int rows, int j) {
        for (int i = 0; i < rows; ++i) {
            if (!chance(density_)) continue;
            p_.index.push_back(i);
            p_.value.push_back(chance(0.5) ? between(1, 4) * (chance(0.5) ? 1 : -1) : unit() * 4 - 2);
        }
        p_.start.push_back(p_.entries());
        p_.cost.push_back(chance(0.3) ? 0 : between(-5, 5));
        const double at = point_[j];
        const int kind = between(0, 9);
        double l = at - between(0, 3), u = kInfinity;
        if (kind == 0) l = u = at;                              // fixed
        if (kind == 1) l = -kInfinity;                          // free
        if (kind == 2) l = -kInfinity, u = at + between(0, 3);  // bounded above
        if (kind >= 3 && kind <= 5) u = at + between(0, 4);     // both
        p_.col_lower.push_back(l);
        p_.col_upper.push_back(u);
    }

    /// Makes the first column a cap of some of the others: x ≤ f·K.
    void add_caps() {
        Problem q;
        const int columns = p_.columns();
        int next = 0;
        for (const auto i : p_.index) next = std::max(next, i + 1);
        next = std::max(next, 12);
        std::vector<std::vector<std::pair<int, double>>> more(columns);
        for (int j = 1; j < columns; ++j) {
            if (!chance(0.7)) continue;
            more[j].emplace_back(next, 1);
            more[0].emplace_back(next, -0.25 - unit());
            capped_.push_back(next++);
        }
        for (int j = 0; j < columns; ++j) {
            for (auto k = p_.start[j]; k < p_.start[j + 1]; ++k) {
                q.index.push_back(p_.index[k]);
                q.value.push_back(p_.value[k]);
            }
            for (const auto& [row, value] : more[j]) {
                q.index.push_back(row);
                q.value.push_back(value);
            }
            q.start.push_back(q.entries());
        }
        p_.start = q.start;
        p_.index = q.index;
        p_.value = q.value;
    }

    void set_rows(bool feasible) {
        int rows = 1;
        for (const auto i : p_.index) rows = std::max(rows, i + 1);
        std::vector<double> activity(rows);
        for (int j = 0; j < p_.columns(); ++j) {
            for (auto k = p_.start[j]; k < p_.start[j + 1]; ++k)
                activity[p_.index[k]] += p_.value[k] * point_[j];
        }
        for (int i = 0; i < rows; ++i) {
            const double a = feasible ? activity[i] : between(-10, 10);
            const int kind = between(0, 5);
            const bool cap = std::find(capped_.begin(), capped_.end(), i) != capped_.end();
            double lower = a, upper = a;  // equation
            if (kind == 1) upper = kInfinity;
            if (kind == 2 || cap) lower = -kInfinity;
            if (kind == 3) upper = a + between(0, 5);  // range
            if (kind == 4) lower = a - between(0, 5), upper = kInfinity;
            if (cap) upper = std::max(a, 0.0);
            if (kind == 5 && chance(0.2)) lower = -kInfinity, upper = kInfinity;
            p_.row_lower.push_back(lower);
            p_.row_upper.push_back(upper);
        }
    }

    std::mt19937 random_;
    double density_ = 0.5;
    std::vector<double> point_;
    std::vector<int> capped_;
    Problem p_;
};

TEST(InteriorPoint, AgreesWithTheSimplexOnTwoThousandRandomProblems) {
    int optimal = 0, infeasible = 0, unbounded = 0, by_simplex = 0;
    for (unsigned seed = 1; seed <= 2000; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const Problem p = RandomProblem(seed).make();
        const auto ours = run_ipm(p, {});
        const auto clp = run_clp(p, {});
        ASSERT_TRUE(ours) << ours.error().code;
        if (!clp) continue;  // Clp gives up on a few that have no answer
        by_simplex += ours->method != "ipm";
        if (ours->status == Status::optimal) {
            ++optimal;
            ASSERT_EQ(clp->status, Status::optimal);
            const auto a = certify(p, ours->x, ours->y), b = certify(p, clp->x, clp->y);
            EXPECT_LE(std::max({a.primal_residual, a.dual_residual, a.gap}), 1e-7);
            EXPECT_NEAR(a.objective, b.objective, 1e-6 * (1 + std::abs(b.objective)));
        } else if (ours->status == Status::infeasible) {
            ++infeasible;
            EXPECT_NE(clp->status, Status::optimal);
            EXPECT_TRUE(ours->method != "ipm" || proves_infeasible(p, ours->ray));
        } else {
            ASSERT_EQ(ours->status, Status::unbounded);
            ++unbounded;
            EXPECT_NE(clp->status, Status::optimal);
            EXPECT_TRUE(ours->method != "ipm" || proves_unbounded(p, ours->ray));
        }
    }
    EXPECT_GT(optimal, 600);
    EXPECT_GT(infeasible, 200);
    EXPECT_GT(unbounded, 100);
    EXPECT_LE(by_simplex, 10);
}

}  // namespace
}  // namespace dure::lp
