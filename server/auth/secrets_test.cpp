// SPDX-License-Identifier: Apache-2.0
#include "server/auth/secrets.hpp"

#include <gtest/gtest.h>

namespace dure::auth {
namespace {

TEST(Secrets, VerifyTheRightPasswordOnly) {
    const std::string hash = hash_password("correct horse battery staple", PasswordCost::least());
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(verify_password(hash, "correct horse battery staple"));
    EXPECT_FALSE(verify_password(hash, "correct horse battery stapler"));
    EXPECT_FALSE(verify_password("no hash", "correct horse battery staple"));
    EXPECT_NE(hash, hash_password("correct horse battery staple", PasswordCost::least()));
}

TEST(Secrets, MakeTokensOf256Bits) {
    const std::string token = random_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    EXPECT_NE(token, random_token());
}

TEST(Secrets, DigestIsSha256) {
    EXPECT_EQ(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace dure::auth
