// SPDX-License-Identifier: Apache-2.0
#include "engine/search/words.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

std::string joined(std::string_view text) {
    std::string made;
    for (const Word& w : words_of(text)) made += (made.empty() ? "" : "|") + to_utf8(w.text);
    return made;
}

TEST(Words, are_cut_where_script_or_punctuation_changes_and_folded) {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {" .,-/ ", ""},
        {"LG전자(주)", "lg|전자|주"},
        {"3D프린터", "3d|프린터"},
        {"㈜두산", "주|두산"},
        {"ＡＢＣ ﬁne STRASSE straße", "abc|fine|strasse|strasse"},
        {"Bosch's l’énergie", "bosch|l|énergie"},
        {"工業用ロボット", "工業用|ロボット"},
        {"ㄷㄱ 로봇", "ᄃᄀ|로봇"},
        {"a\xFF\x80z", "a|z"},
        {"S7-1200", "s7|1200"},
    };
    for (const auto& [text, words] : cases) EXPECT_EQ(joined(text), words) << text;
}

TEST(Words, know_the_bytes_they_were_read_from) {
    const std::string text = "LG전자, 로봇";
    std::vector<std::string> pieces;
    for (const Word& w : words_of(text)) pieces.push_back(text.substr(w.begin, w.end - w.begin));
    EXPECT_EQ(pieces, (std::vector<std::string>{"LG", "전자", "로봇"}));
}

RC_GTEST_PROP(Words, of_any_bytes_lie_within_the_text_in_order, (const std::string& text)) {
    std::uint32_t last = 0;
    for (const Word& w : words_of(text)) {
        RC_ASSERT(!w.text.empty());
        RC_ASSERT(w.begin < w.end && w.end <= text.size());
        RC_ASSERT(w.begin >= last);
        last = w.begin;
    }
}

}  // namespace
}  // namespace dure::search
