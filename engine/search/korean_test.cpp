// SPDX-License-Identifier: Apache-2.0
#include "engine/search/korean.hpp"

#include <gtest/gtest.h>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

bool has_form(const char* word, const char* form) {
    for (const std::u32string& f : korean_forms(to_utf32(word))) {
        if (to_utf8(f) == form) return true;
    }
    return false;
}

TEST(KoreanForms, hold_what_is_left_without_particles_and_endings) {
    const std::pair<const char*, const char*> cases[] = {
        {"로봇에서는", "로봇"},     {"회사입니다", "회사"}, {"돈을", "돈"},     {"책이", "책"},
        {"개발하였습니다", "개발"}, {"생산합니다", "생산"}, {"제조된", "제조"}, {"먹었다", "먹"},
        {"갔습니다", "가"},         {"간다", "가"},         {"마셨다", "마시"}, {"배웠다", "배우"},
        {"기업들의", "기업"},       {"산업용", "산업"}};
    for (const auto& [word, form] : cases) EXPECT_TRUE(has_form(word, form)) << word;
}

TEST(KoreanForms, heed_the_final_consonant_before_a_particle) {
    EXPECT_EQ(korean_forms(U"사과").size(), 1U);  // 과 follows only a consonant
    EXPECT_EQ(korean_forms(U"나이").size(), 1U);
    EXPECT_EQ(korean_forms(U"이").size(), 1U);
}

TEST(Initials, of_syllables_are_what_is_typed_for_short) {
    EXPECT_EQ(initials_of(U"대구"), U"ㄷㄱ");
    EXPECT_EQ(initials_of(U"대x"), U"");
    EXPECT_TRUE(is_initials(U"ㄷㄱ"));
    EXPECT_FALSE(is_initials(U"ㄷ구"));
    EXPECT_FALSE(is_initials(U""));
}

TEST(Letters, are_the_keys_pressed) {
    EXPECT_EQ(letters_of(U"값a"), U"ㄱㅏㅂㅅa");
    EXPECT_EQ(romanized(U"대구"), U"daegu");
}

TEST(Sound, of_a_name_is_one_for_its_spellings) {
    const std::pair<const char*, const char*> same[] = {
        {"현대", "hyundai"},  {"삼성", "samsung"}, {"두산", "doosan"},
        {"포스코", "posco"},  {"한국", "hankook"}, {"로봇", "robot"},
        {"시스템", "system"}, {"대우", "daewoo"},  {"롯데", "lotte"}};
    for (const auto& [hangul, latin] : same) {
        EXPECT_EQ(sound_of(to_utf32(hangul)), sound_of(to_utf32(latin))) << hangul;
    }
    EXPECT_NE(sound_of(U"삼성"), sound_of(U"현대"));
    EXPECT_EQ(sound_of(U"工業"), "");
}

}  // namespace
}  // namespace dure::search
