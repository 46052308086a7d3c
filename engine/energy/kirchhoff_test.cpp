// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/kirchhoff.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace dure::energy {
namespace {

/// Walking round a cycle ends where it began: every bus is left as often as it is entered.
bool closes(const Cycle& cycle, int buses, const std::vector<std::pair<int, int>>& ends) {
    std::vector<int> balance(static_cast<std::size_t>(buses));
    for (const CycleStep& step : cycle) {
        balance[static_cast<std::size_t>(ends[static_cast<std::size_t>(step.line)].first)] -= step.direction;
        balance[static_cast<std::size_t>(ends[static_cast<std::size_t>(step.line)].second)] += step.direction;
    }
    return std::ranges::all_of(balance, [](int b) { return b == 0; });
}

TEST(CycleBasis, finds_none_in_a_tree_and_one_in_parallel_lines) {
    EXPECT_TRUE(cycle_basis(4, {{0, 1}, {1, 2}, {1, 3}}).empty());
    const auto parallel = cycle_basis(2, {{0, 1}, {1, 0}});
    ASSERT_EQ(parallel.size(), 1u);
    EXPECT_TRUE(closes(parallel[0], 2, {{0, 1}, {1, 0}}));
}

TEST(CycleBasis, keeps_islands_apart) {
    const std::vector<std::pair<int, int>> ends{{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {3, 5}};
    const auto cycles = cycle_basis(7, ends);
    ASSERT_EQ(cycles.size(), 2u);
    for (const Cycle& c : cycles) EXPECT_EQ(c.size(), 3u);
}

RC_GTEST_PROP(CycleBasis, has_one_closed_cycle_for_every_line_outside_a_forest, ()) {
    const int buses = *rc::gen::inRange(2, 12);
    const auto count = static_cast<std::size_t>(*rc::gen::inRange(0, 25));
    std::vector<std::pair<int, int>> ends;
    while (ends.size() < count) {
        const int a = *rc::gen::inRange(0, buses), step = *rc::gen::inRange(1, buses);
        ends.emplace_back(a, (a + step) % buses);
    }
    std::vector<int> part(static_cast<std::size_t>(buses));
    for (int i = 0; i < buses; ++i) part[static_cast<std::size_t>(i)] = i;
    int parts = buses;
    for (const auto& [a, b] : ends) {
        const int from = part[static_cast<std::size_t>(a)], to = part[static_cast<std::size_t>(b)];
        if (from != to) --parts;
        std::ranges::replace(part, from, to);
    }
    const auto cycles = cycle_basis(buses, ends);
    RC_ASSERT(static_cast<int>(cycles.size()) == static_cast<int>(ends.size()) - buses + parts);
    for (const Cycle& c : cycles) RC_ASSERT(closes(c, buses, ends));
}

}  // namespace
}  // namespace dure::energy
