// SPDX-License-Identifier: Apache-2.0
#include "engine/base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dure {
namespace {

TEST(Text, NamesSortAsAKoreanReaderExpects) {
    std::vector<std::string> names = {"Zebra",     "가로수", "apple",     "Äpfel",
                                      "대구 2030", "Banana", "대구 2029", "나무"};
    std::ranges::sort(names, {}, sort_key);
    EXPECT_EQ(names, (std::vector<std::string>{"가로수", "나무", "대구 2029", "대구 2030", "Äpfel", "apple",
                                               "Banana", "Zebra"}));
}

TEST(Text, ALongNameHasAWholeSortKey) {
    const std::string name(150, 'a');
    EXPECT_LT(sort_key(name + "a"), sort_key(name + "b"));
    EXPECT_EQ(sort_key(""), sort_key(std::string_view()));
}

TEST(Text, FoldingForgetsCaseWidthAndBlanks) {
    EXPECT_EQ(folded("  Daegu\t ２０３０ \n PLAN "), "daegu 2030 plan");
    EXPECT_EQ(folded("대구  계획"), "대구 계획");
    EXPECT_EQ(folded(" "), "");
}

TEST(Text, FoldingIsTheSameWithAndWithoutACharacterThatNeedsUnicodesTables) {
    // One such character sends the whole text through the tables; it folds to itself and joins with nothing.
    const bool holds = rc::check("folded(text + other) is folded(text) + other", [] {
        const auto letters = rc::gen::container<std::string>(rc::gen::inRange(1, 0x80));
        const auto syllables = rc::gen::container<std::vector<int>>(rc::gen::inRange(0xAC00, 0xD7A4));
        std::string text = *letters;
        for (const int c : *syllables) {
            text += static_cast<char>(0xE0 | c >> 12);
            text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (c & 0x3F));
        }
        text += *letters + "|";
        RC_ASSERT(folded(text) + "漢" == folded(text + "漢"));
    });
    EXPECT_TRUE(holds);
}

TEST(Text, FoldingOfBrokenBytesIsThatOfTheTables) {
    for (const std::string text : {"가\xEA", "\xEA\xB0", "a\x80",
                                   "\xEA"
                                   "ab",
                                   "\xED\x9E\xA4"})
        EXPECT_EQ(folded(text + "|") + "漢", folded(text + "|漢")) << text;
}

TEST(Shortened, IsNeverCutWithinACharacter) {
    EXPECT_EQ(shortened("대구", 6), "대구");
    EXPECT_EQ(shortened("대구시", 8), "대구…");
    EXPECT_EQ(shortened("대구시", 2), "…");
    EXPECT_EQ(shortened("plan", 3), "pla…");
}

}  // namespace
}  // namespace dure
