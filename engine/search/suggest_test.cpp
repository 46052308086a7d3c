// SPDX-License-Identifier: Apache-2.0
#include "engine/search/suggest.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dure::search {
namespace {

Suggester some() {
    return Suggester({{.text = "두레정밀", .kind = "member", .target = "a"},
                      {.text = "Dure Precision", .kind = "member", .target = "a"},
                      {.text = "로봇 감속기", .kind = "technology", .target = "t1", .weight = 3},
                      {.text = "Robot arm", .kind = "technology", .target = "t2", .weight = 2},
                      {.text = "Roboter", .kind = "technology", .target = "t3", .weight = 9},
                      {.text = "Énergie solaire", .kind = "technology", .target = "t4"}});
}

std::vector<std::string> texts(std::string_view typed, std::size_t limit = 9) {
    std::vector<std::string> made;
    for (const Suggestion& s : some().complete(typed, limit)) made.push_back(s.text);
    return made;
}

using List = std::vector<std::string>;

TEST(Suggester, offers_what_begins_with_what_was_typed) {
    EXPECT_EQ(texts("두레"), List{"두레정밀"});
    EXPECT_EQ(texts("dure p"), List{"Dure Precision"});
    EXPECT_TRUE(texts("ure").empty());
}

TEST(Suggester, puts_the_heaviest_first) {
    EXPECT_EQ(texts("rob"), (List{"Roboter", "Robot arm"}));
    EXPECT_EQ(texts("rob", 1), List{"Roboter"});
}

TEST(Suggester, finds_later_words_behind_first_ones) {
    EXPECT_EQ(texts("감속"), List{"로봇 감속기"});
    EXPECT_EQ(texts("arm"), List{"Robot arm"});
}

TEST(Suggester, knows_half_a_syllable_and_initial_consonants) {
    EXPECT_EQ(texts("롭"), List{"로봇 감속기"});
    EXPECT_EQ(texts("두레저"), List{"두레정밀"});
    EXPECT_EQ(texts("두레ㅈ"), List{"두레정밀"});
    EXPECT_EQ(texts("ㄷㄹ"), List{"두레정밀"});
    EXPECT_EQ(texts("ㄱㅅㄱ"), List{"로봇 감속기"});
}

TEST(Suggester, does_not_mind_case_and_marks) {
    EXPECT_EQ(texts("ENERGIE"), List{"Énergie solaire"});
}

TEST(Suggester, names_a_target_once) {
    const Suggester two(
        {{.text = "Dure", .kind = "m", .target = "a"}, {.text = "Dure Co", .kind = "m", .target = "a"}});
    EXPECT_EQ(two.complete("du", 9).size(), 1U);
}

TEST(Suggester, has_nothing_for_nothing) {
    EXPECT_TRUE(texts("").empty());
    EXPECT_TRUE(texts(" - ").empty());
    EXPECT_TRUE(Suggester().complete("a", 5).empty());
}

RC_GTEST_PROP(Suggester, answers_any_bytes, (const std::string& typed)) {
    RC_ASSERT(some().complete(typed, 3).size() <= 3U);
}

}  // namespace
}  // namespace dure::search
