// SPDX-License-Identifier: Apache-2.0
#include "server/auth/attempts.hpp"

#include <gtest/gtest.h>

namespace dure::auth {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

TEST(Attempts, RefuseAfterTheLimitAndSayHowLongToWait) {
    Attempts attempts({.most = 2, .window_seconds = 60});
    EXPECT_FALSE(attempts.begin("a", 100 * kSecond));
    EXPECT_FALSE(attempts.begin("a", 110 * kSecond));
    EXPECT_EQ(attempts.begin("a", 120 * kSecond), 40);
    EXPECT_FALSE(attempts.begin("b", 120 * kSecond)) << "another key is not concerned";
    EXPECT_FALSE(attempts.begin("a", 160 * kSecond)) << "the window has passed";
}

TEST(Attempts, AreForgivenOnSuccess) {
    Attempts attempts({.most = 1, .window_seconds = 60});
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(attempts.begin("a", 100 * kSecond));
        attempts.forgive("a");
    }
}

}  // namespace
}  // namespace dure::auth
