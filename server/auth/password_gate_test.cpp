// SPDX-License-Identifier: Apache-2.0
#include "server/auth/password_gate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace dure::auth {
namespace {

TEST(PasswordGate, SaysNoToAnAddressWithoutAccount) {
    PasswordGate gate(PasswordCost::least(), 1, 0);
    EXPECT_EQ(gate.verify(std::nullopt, "anything at all"), false);
    const auto hash = gate.hash("correct horse battery staple");
    EXPECT_EQ(gate.verify(hash, "correct horse battery staple"), true);
    EXPECT_EQ(gate.verify(hash, "anything at all"), false);
}

TEST(PasswordGate, TakesAsLongForAnAddressWithoutAccount) {
    PasswordGate gate({.passes = 3, .memory_bytes = 16u << 20}, 1, 0);
    const auto hash = gate.hash("correct horse battery staple");
    std::vector<double> with, without;
    const auto measure = [&](const std::optional<std::string>& one, std::vector<double>& times) {
        const auto begin = std::chrono::steady_clock::now();
        gate.verify(one, "anything at all");
        times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    };
    for (int i = 0; i < 15; ++i) {
        measure(hash, with);
        measure(std::nullopt, without);
    }
    // The fastest of fifteen: what else the machine does can only add to a time.
    const double ratio = std::ranges::min(with) / std::ranges::min(without);
    EXPECT_LT(ratio, 1.5);
    EXPECT_GT(ratio, 1 / 1.5);
}

TEST(PasswordGate, TurnsAwayAtOnceWhenFull) {
    PasswordGate gate({.passes = 4, .memory_bytes = 16u << 20}, 1, 1);
    std::atomic<int> turned_away = 0, served = 0;
    std::vector<std::jthread> crowd;
    for (int i = 0; i < 8; ++i)
        crowd.emplace_back([&] { gate.hash("correct horse battery staple") ? ++served : ++turned_away; });
    crowd.clear();
    EXPECT_GE(served, 2);
    EXPECT_GT(turned_away, 0);
    EXPECT_TRUE(gate.hash("correct horse battery staple")) << "and serves again afterwards";
}

}  // namespace
}  // namespace dure::auth
