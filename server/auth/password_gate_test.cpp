// SPDX-License-Identifier: Apache-2.0
#include "server/auth/password_gate.hpp"

#include <gtest/gtest.h>

#include <atomic>
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
