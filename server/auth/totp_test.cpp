// SPDX-License-Identifier: Apache-2.0
#include "server/auth/totp.hpp"

#include <gtest/gtest.h>

namespace dure::auth {
namespace {

constexpr std::string_view kRfcSecret = "12345678901234567890";

TEST(Totp, GivesTheCodesOfRfc6238) {
    // Appendix B, SHA-1, the last six of the eight digits.
    const std::pair<std::int64_t, const char*> vectors[] = {{59, "287082"},
                                                            {1'111'111'109, "081804"},
                                                            {1'111'111'111, "050471"},
                                                            {1'234'567'890, "005924"},
                                                            {2'000'000'000, "279037"},
                                                            {20'000'000'000, "353130"}};
    for (const auto& [second, code] : vectors)
        EXPECT_EQ(totp_code(kRfcSecret, totp_step(second * kSecond)), code) << second;
}

TEST(Totp, GivesTheCountersOfRfc4226) {
    const char* codes[] = {"755224", "287082", "359152", "969429", "338314",
                           "254676", "287922", "162583", "399871", "520489"};
    for (int counter = 0; counter < 10; ++counter) EXPECT_EQ(totp_code(kRfcSecret, counter), codes[counter]);
}

TEST(Totp, TakesACodeOnceAndAStepToEitherSide) {
    const std::string secret = base32(kRfcSecret);
    const Instant now = 1'111'111'111 * kSecond;
    const std::int64_t step = totp_step(now);
    for (const int off : {-1, 0, 1})
        EXPECT_EQ(match_totp(secret, totp_code(kRfcSecret, step + off), now, 0), step + off);
    for (const int off : {-2, 2}) EXPECT_FALSE(match_totp(secret, totp_code(kRfcSecret, step + off), now, 0));
    EXPECT_FALSE(match_totp(secret, totp_code(kRfcSecret, step), now, step)) << "taken already";
    EXPECT_FALSE(match_totp(secret, totp_code(kRfcSecret, step - 1), now, step)) << "older than the last";
    for (const char* code : {"", "12345", "1234567", "abcdef"})
        EXPECT_FALSE(match_totp(secret, code, now, 0)) << code;
}

TEST(Base32, IsThatOfRfc4648) {
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "MY"},
                                                           {"fo", "MZXQ"},
                                                           {"foo", "MZXW6"},
                                                           {"foob", "MZXW6YQ"},
                                                           {"fooba", "MZXW6YTB"},
                                                           {"foobar", "MZXW6YTBOI"}};
    for (const auto& [bytes, text] : vectors) {
        EXPECT_EQ(base32(bytes), text);
        EXPECT_EQ(from_base32(text), bytes);
    }
    EXPECT_FALSE(from_base32("MZXW1"));
    EXPECT_EQ(new_totp_secret().size(), 32u);
    EXPECT_NE(new_totp_secret(), new_totp_secret());
}

TEST(Totp, UriIsWhatAuthenticatorsRead) {
    EXPECT_EQ(totp_uri("MZXW6", "kim@dure.example", "두레"),
              "otpauth://totp/%EB%91%90%EB%A0%88:kim%40dure.example?secret=MZXW6&issuer=%EB%91%90%EB%A0%88&"
              "algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace dure::auth
