// SPDX-License-Identifier: Apache-2.0
#include "server/auth/password_rules.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dure::auth {
namespace {

struct Case {
    std::string password;
    std::string code;
};

TEST(PasswordRules, NameWhyAWeakPasswordIsRefused) {
    const Case cases[] = {
        {"", "password.too_short"},
        {"elevenchars", "password.too_short"},
        {"가나다라마바사아자차카", "password.too_short"},
        {std::string(201, 'x'), "password.too_long"},
        {"aaaaaaaaaaaaaaaa", "password.repeated"},
        {"abababababababab", "password.repeated"},
        {"tulip!tulip!tulip!", "password.repeated"},
        {"112211221122", "password.repeated"},
        {"abcdefghijklmnop", "password.sequence"},
        {"1234567890123", "password.sequence"},
        {"zyxwvutsrqponm", "password.sequence"},
        {"qwertyuiop[]12", "password.sequence"},
        {"1qaz2wsx3edc4rfv", "password.sequence"},
        {"kim.jisoo@dure.example!", "password.personal"},
        {"kim.jisoo123456", "password.personal"},
        {"JisooKim2026!!", "password.personal"},
        {"Password2026!", "password.common"},
        {"admin!admin!2026", "password.common"},
        {"WelcomeDaegu1!", "password.common"},
        {"985473216049", "password.common"},
    };
    for (const auto& [password, code] : cases) {
        const auto refusal = refuse_password(password, "kim.jisoo@dure.example", "Jisoo Kim");
        ASSERT_TRUE(refusal) << password;
        EXPECT_EQ(refusal->code, code) << password;
    }
}

TEST(PasswordRules, TakeALongPhraseInAnyLanguage) {
    for (const char* password :
         {"correct horse battery staple", "겨울바람에 흔들리는 버드나무", "p7Hx!tqz-92Wmk"})
        EXPECT_FALSE(refuse_password(password, "kim@dure.example", "Jisoo Kim")) << password;
}

}  // namespace
}  // namespace dure::auth
