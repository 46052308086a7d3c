// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/rivals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "engine/search/linkage/curve.hpp"

namespace dure::search {
namespace {

TEST(Rivals, share_what_speaks_for_each) {
    // One left record, two rights of equal odds: neither can be surer than the other.
    const PairGraph graph{.records = 3, .pairs = {{0, 1}, {0, 2}}};
    const auto odds = odds_among_rivals(graph, {8, 8});
    EXPECT_NEAR(odds[0], 8.0 / 9, 1e-6);
    EXPECT_NEAR(odds[1], 8.0 / 9, 1e-6);
}

TEST(Rivals, that_have_a_better_partner_do_not_count) {
    // 0–2 is all but certain, so 1–2 is not, and 1–3 is left alone by 1–2.
    const PairGraph graph{.records = 4, .pairs = {{0, 2}, {1, 2}, {1, 3}}};
    const auto odds = odds_among_rivals(graph, {1e6, 8, 8});
    EXPECT_LT(odds[1], 0.01);
    EXPECT_NEAR(odds[2], 8, 0.01);
}

/// Records 0 … n−1 against n … 2n−1 with weights of an exponential sample; the first `doubles` stand out.
double estimated(int n, int doubles) {
    std::mt19937_64 random(7);
    PairGraph graph{.records = static_cast<std::uint32_t>(2 * n), .pairs = {}};
    std::vector<double> weights;
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < 40; ++j) {
            const double unit = (static_cast<double>(random() >> 11U) + 0.5) / 9007199254740992.0;
            const int other = j == 0 ? i : static_cast<int>(random() % static_cast<std::uint64_t>(n));
            graph.pairs.emplace_back(i, n + other);
            weights.push_back(-std::log(unit) + (j == 0 && i < doubles ? 25 : 0));
        }
    }
    return share_with_double(graph, weights);
}

TEST(ShareWithDouble, is_near_the_truth_without_labels) {
    EXPECT_LT(estimated(1000, 0), 0.1);
    EXPECT_NEAR(estimated(1000, 300), 0.3, 0.1);
    EXPECT_NEAR(estimated(1000, 900), 0.9, 0.1);
    EXPECT_EQ(estimated(3, 1), 0) << "too few speak";
}

TEST(Curve, never_falls_and_is_linear_between_its_points) {
    std::vector<float> scores;
    std::vector<double> chances;
    for (int i = 0; i < 1000; ++i) {
        scores.push_back(static_cast<float>(i) / 1000);
        chances.push_back(i >= 800 ? 0.9 : 0.01);
    }
    const Curve curve = learned(scores, chances);
    for (std::size_t i = 1; i < curve.bits.size(); ++i) EXPECT_GE(curve.bits[i], curve.bits[i - 1]);
    EXPECT_LT(curve.at(0.3), -2);
    EXPECT_GT(curve.at(0.95), 2);
    EXPECT_EQ(curve.at(NAN), 0);
    EXPECT_EQ(learned({}, {}).at(0.5), 0);
    EXPECT_EQ(curve.at(-9), curve.bits.front());
}

}  // namespace
}  // namespace dure::search
