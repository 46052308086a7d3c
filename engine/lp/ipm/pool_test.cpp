// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/pool.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>

namespace dure::lp::ipm {
namespace {

TEST(Pool, DoesEveryTaskOnceBeforeItReturns) {
    for (const int threads : {1, 2, 4}) {
        Pool pool(threads);
        std::vector<int> counts(37);
        for (int round = 0; round < 3000; ++round) {
            pool.run(static_cast<int>(counts.size()), [&](int t) { ++counts[t]; });
            if (round % 1000 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        for (const int c : counts) EXPECT_EQ(c, 3000);
    }
}

TEST(Pool, WithoutTasksDoesNothing) {
    Pool pool(2);
    pool.run(0, [](int) { FAIL(); });
}

}  // namespace
}  // namespace dure::lp::ipm
