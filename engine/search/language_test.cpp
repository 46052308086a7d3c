// SPDX-License-Identifier: Apache-2.0
#include "engine/search/language.hpp"

#include <gtest/gtest.h>

namespace dure::search {
namespace {

TEST(Language, is_guessed_by_script_and_stop_words) {
    const std::pair<const char*, Language> cases[] = {
        {"우리는 로봇을 만듭니다", Language::ko},
        {"We build robots for the food industry", Language::en},
        {"Wir fertigen Anlagen für die Industrie", Language::de},
        {"Nous fabriquons des robots pour les usines", Language::fr},
        {"Fabricamos robots para las fábricas", Language::es},
        {"Производство подшипников", Language::ru},
        {"精密ボールねじの製造", Language::ja},
        {"工业机器人", Language::zh},
        {"Siemens", Language::none},
        {"", Language::none}};
    for (const auto& [text, language] : cases) EXPECT_EQ(guess_language(words_of(text)), language) << text;
}

TEST(Language, is_known_by_its_tag) {
    EXPECT_EQ(language_by_tag("en-GB"), Language::en);
    EXPECT_EQ(language_by_tag("nb"), Language::no);
    EXPECT_EQ(language_by_tag("xx"), Language::none);
    EXPECT_EQ(tag(Language::tr), "tr");
}

TEST(Stem, is_one_for_the_forms_of_a_word) {
    EXPECT_EQ(stem(Language::en, U"machines"), stem(Language::en, U"machine"));
    EXPECT_EQ(stem(Language::de, U"wärmepumpen"), stem(Language::de, U"wärmepumpe"));
    EXPECT_EQ(stem(Language::ru, U"подшипников"), stem(Language::ru, U"подшипники"));
    EXPECT_EQ(stem(Language::en, U"s7s"), U"s7s");
    EXPECT_EQ(stem(Language::none, U"énergie"), U"energie");
}

}  // namespace
}  // namespace dure::search
