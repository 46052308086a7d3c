// SPDX-License-Identifier: Apache-2.0
#include "engine/base/text.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace dure
