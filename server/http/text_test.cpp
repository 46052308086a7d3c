// SPDX-License-Identifier: Apache-2.0
#include "server/http/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dure::http {
namespace {

TEST(Text, decodes_percents_strictly) {
    EXPECT_EQ(percent_decoded("a%20b%EA%B0%80+"), "a b가+");
    EXPECT_EQ(percent_decoded("a+b%2B", true), "a b+");
    for (const char* bad :
         {"%", "%4", "%zz", "%4g", "%00", "%0a", "%7f", "%ff", "%c0%af", "%ed%a0%80", "\x01"})
        EXPECT_FALSE(percent_decoded(bad)) << bad;
}

TEST(Text, takes_targets_apart) {
    const auto target = parse_target("/a//b%2Fc/?x=1&y&=z&&x=2");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (std::vector<std::string>{"a", "", "b/c", ""}));
    EXPECT_EQ(target->query, (Pairs{{"x", "1"}, {"y", ""}, {"", "z"}, {"x", "2"}}));
    for (const char* bad :
         {"", "a", "*", "http://a/", "/..", "/a/../b", "/.", "/%2e%2E/x", "/a#b", "/%", "/?a=%"})
        EXPECT_FALSE(parse_target(bad)) << bad;
}

TEST(Text, finds_cookies) {
    EXPECT_EQ(cookie("a=1; dure_session=xyz; b=\"q\"", "dure_session"), "xyz");
    EXPECT_EQ(cookie("a=1; b=\"q\"", "b"), "q");
    EXPECT_EQ(cookie("a=1; a=2", "a"), "1");
    EXPECT_EQ(cookie("a=", "a"), "");
    for (const char* other : {"", "a", "aa=1", ";;;", "=1", " = "}) EXPECT_FALSE(cookie(other, "a")) << other;
}

TEST(Text, refuses_base64url_that_no_encoder_writes) {
    EXPECT_EQ(base64url("\xff\xfe?"), "__4_");
    for (const char* bad : {"a", "ab=", "a+bc", "a/bc", "ab ", "aa\n", "ab", "가"})
        EXPECT_FALSE(from_base64url(bad)) << bad;
}

RC_GTEST_PROP(Text, base64url_comes_back_the_same, (const std::string& bytes)) {
    RC_ASSERT(from_base64url(base64url(bytes)) == bytes);
}

TEST(Text, chooses_the_language_that_is_wanted_most) {
    EXPECT_EQ(language_of(""), "ko");
    EXPECT_EQ(language_of("en-US,en;q=0.9"), "en");
    EXPECT_EQ(language_of("en;q=0.5,ko-KR;q=0.6"), "ko");
    EXPECT_EQ(language_of("de, fr;q=0.9"), "ko");
    EXPECT_EQ(language_of("eng, EN"), "en");
    EXPECT_EQ(language_of("en;q=x, ;;,"), "en");
}

}  // namespace
}  // namespace dure::http
