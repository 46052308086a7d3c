// SPDX-License-Identifier: Apache-2.0
#include "server/people/texts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "server/people/names.hpp"

namespace dure::people {
namespace {

TEST(KoreanBusinessNumber, IsKeptInItsUsualForm) {
    for (const char* written : {"123-45-67891", "1234567891", " 123 45 67891 ", "12-345-678-91"})
        EXPECT_EQ(korean_business_number(written).value_or("refused"), "123-45-67891") << written;
}

TEST(KoreanBusinessNumber, BadOnesSayWhy) {
    struct Case {
        const char *text, *code;
    };
    for (const auto& [text, code] : {
             Case{"123-45-67890", "organisation.registration_check"},
             Case{"123-45-76891", "organisation.registration_check"},
             Case{"", "organisation.registration_digits"},
             Case{"123-45-6789", "organisation.registration_digits"},
             Case{"123-45-678910", "organisation.registration_digits"},
             Case{"123.45.67891", "organisation.registration_digits"},
             Case{"１２３-45-67891", "organisation.registration_digits"},
             Case{"123-45-67891x", "organisation.registration_digits"},
         }) {
        const auto number = korean_business_number(text);
        ASSERT_FALSE(number) << text;
        EXPECT_EQ(number.error().code, code) << text;
    }
}

TEST(KoreanBusinessNumber, OneWrongDigitIsFound) {
    rc::check([] {
        std::string digits;
        for (int i = 0; i < 9; ++i) digits += static_cast<char>('0' + *rc::gen::inRange(0, 10));
        std::string valid;
        int fitting = 0;
        for (char last = '0'; last <= '9'; ++last)
            if (korean_business_number(digits + last)) {
                valid = digits + last;
                ++fitting;
            }
        RC_ASSERT(fitting == 1);
        // The ninth digit counts half twice, so that a few of its changes go unseen: the rule is the
        // office's.
        const auto place = static_cast<std::size_t>(*rc::gen::inRange(0, 8));
        std::string wrong = valid;
        wrong[place] = static_cast<char>('0' + (wrong[place] - '0' + *rc::gen::inRange(1, 10)) % 10);
        RC_ASSERT(!korean_business_number(wrong));
    });
}

TEST(LanguageTags, AreLanguageScriptAndRegion) {
    for (const char* good : {"ko", "en", "zh-Hant", "pt-BR", "es-419", "zh-Hant-TW", "fil"})
        EXPECT_TRUE(is_language_tag(good)) << good;
    for (const char* bad : {"", "k", "KO", "korean", "ko-", "-ko", "ko_KR", "zh-hant", "ko-kr", "ko-KR-x",
                            "ko--KR", "ko-Hang-Hang", "ko-KR-Hang", "한국"})
        EXPECT_FALSE(is_language_tag(bad)) << bad;
}

TEST(Countries, AreTheAssignedOnesInOrder) {
    EXPECT_EQ(countries().size(), 249u);
    EXPECT_TRUE(std::ranges::is_sorted(countries()));
    EXPECT_TRUE(is_country("KR"));
    for (const char* bad : {"", "kr", "KOR", "XX", "UK", "EU"}) EXPECT_FALSE(is_country(bad)) << bad;
}

TEST(WebAddresses, NeedASchemeAndAHost) {
    for (const char* good :
         {"https://www.example.org", "http://example.org:8080/a?b#c", "https://두레.한국/소개"})
        EXPECT_TRUE(is_web_address(good)) << good;
    for (const char* bad : {"", "example.org", "www.example.org", "ftp://example.org", "https://",
                            "https://localhost", "https://a b.org", "https://example..org", "https://-a.org",
                            "https://u:p@example.org", "javascript:alert(1)", "https://example.org:",
                            "https://example.org:x", "https://a.org/\"><script>", "HTTPS://EXAMPLE.ORG"})
        EXPECT_FALSE(is_web_address(bad)) << bad;
    EXPECT_EQ(web_host("https://WWW.Example.org:8080/a"), "example.org");
    EXPECT_EQ(web_host("https://www.org/a"), "www.org");
    EXPECT_EQ(web_host("http://shop.example.org"), "shop.example.org");
}

TEST(RegistrationKeys, AreEqualForTwoSpellings) {
    EXPECT_EQ(registration_key("DE", "HRB 12-345"), registration_key("DE", "hrb12345"));
    EXPECT_NE(registration_key("DE", "12345"), registration_key("FR", "12345"));
}

TEST(NormalNames, LoseTheLegalForm) {
    const char* same[][2] = {{"(주)두레전자", "두레전자 주식회사"},
                             {"㈜ 두레 전자", "두레전자"},
                             {"Dure Electronics Co., Ltd.", "DURE ELECTRONICS"},
                             {"Müller GmbH", "müller"},
                             {"Dupont S.A.S.", "Dupont"},
                             {"Dure Sdn Bhd", "dure"}};
    for (const auto& [a, b] : same) EXPECT_EQ(normal_name(a), normal_name(b)) << a;
    EXPECT_NE(normal_name("두레전자"), normal_name("두레전기"));
    EXPECT_FALSE(normal_name("주식회사").empty());
    EXPECT_FALSE(normal_name("Co., Ltd.").empty());
    EXPECT_FALSE(normal_name("...").empty());
}

TEST(Texts, ADayIsOneOfTheCalendar) {
    for (const char* good : {"2026-01-31", "2024-02-29", "1999-12-31"}) EXPECT_TRUE(is_day(good)) << good;
    for (const char* bad : {"", "2026-1-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-32",
                            "20260131", "2026-01-31T", "２026-01-31", "2026/01/31"})
        EXPECT_FALSE(is_day(bad)) << bad;
}

TEST(Texts, TelephoneNumbersAreWrittenInManyWays) {
    for (const char* good : {"+82 53 123 4567", "053-123-4567", "(053) 123.4567 ext 12", "112"})
        EXPECT_TRUE(is_telephone(good)) << good;
    for (const char* bad : {"", "call me", "12", "053-123-4567; DROP", "〒053"})
        EXPECT_FALSE(is_telephone(bad)) << bad;
}

}  // namespace
}  // namespace dure::people
