// SPDX-License-Identifier: Apache-2.0
// What people type short, wrong or in another language, and what is marked of what they find.
#include <gtest/gtest.h>

#include "engine/search/edits.hpp"
#include "engine/search/highlight.hpp"
#include "engine/search/search.hpp"

namespace dure::search {
namespace {

Index profiles() {
    Index index({.fields = {{.name = "name", .weight = 3, .names = true}, {.name = "text"}}, .facets = {}});
    const auto put = [&](const char* id, const char* name, const char* text) {
        index.put({.id = id, .language = Language::none, .texts = {name, text}, .facets = {}});
    };
    put("a", "두레정밀", "하모닉 감속기를 생산합니다");
    put("b", "Alpha Robotics", "We build collaborative robots and speed reducers");
    put("c", "Gamma", "Wir fertigen Wärmepumpen für Altbauten");
    put("d", "杜瑞", "我们生产减速器");
    put("e", "Delta", "speed controllers for lifts");
    index.commit();
    return index;
}

std::vector<std::string> found(const Index& index, const char* text, const Taxonomy* taxonomy = nullptr) {
    Query q;
    q.text = text;
    q.taxonomy = taxonomy;
    std::vector<std::string> ids;
    for (const Hit& h : search(index, q).hits) ids.push_back(h.id);
    return ids;
}

Taxonomy taxonomy() {
    return Taxonomy({{"parts.reducer", Language::ko, "감속기", "test", Review::unreviewed},
                     {"parts.reducer", Language::en, "speed reducer", "test", Review::unreviewed},
                     {"parts.reducer", Language::zh, "减速器", "test", Review::unreviewed},
                     {"energy.heat_pump", Language::ko, "히트펌프", "test", Review::unreviewed},
                     {"energy.heat_pump", Language::de, "Wärmepumpe", "test", Review::unreviewed}});
}

TEST(Typing, initial_consonants_find_names) {
    const Index index = profiles();
    EXPECT_EQ(found(index, "ㄷㄹ"), std::vector<std::string>{"a"});
    EXPECT_EQ(found(index, "ㄷㄹㅈㅁ"), std::vector<std::string>{"a"});
    EXPECT_TRUE(found(index, "ㄱㅅ").empty()) << "texts are not found so";
}

TEST(Typing, slips_of_the_hand_are_understood) {
    const Index index = profiles();
    for (const char* slip : {"colaborative", "colalborative"}) {
        EXPECT_EQ(found(index, slip), std::vector<std::string>{"b"}) << slip;
    }
    EXPECT_EQ(found(index, "감솏기").front(), "a");
    EXPECT_TRUE(found(index, "zzzzzz").empty());
}

TEST(Typing, a_word_that_is_not_yet_whole_is_understood) {
    const Index index = profiles();
    const auto typing = [&](const char* text) {
        Query q;
        q.text = text;
        q.unfinished = true;
        std::vector<std::string> ids;
        for (const Hit& h : search(index, q).hits) ids.push_back(h.id);
        return ids;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(typing("두렞"), Ids{"a"}) << "half a syllable";
    EXPECT_EQ(typing("collab"), Ids{"b"});
    EXPECT_EQ(typing("wärm"), Ids{"c"});
    EXPECT_EQ(typing("speed"), found(index, "speed")) << "a whole word counts as ever";
    EXPECT_EQ(typing("collab speed"), found(index, "speed")) << "only the last word may go on";
    EXPECT_TRUE(typing("x").empty());
    EXPECT_TRUE(found(index, "collab").empty());
}

TEST(Typing, a_concept_is_found_in_every_language_but_only_where_all_words_of_a_term_stand) {
    const Index index = profiles();
    const Taxonomy t = taxonomy();
    EXPECT_EQ(found(index, "감속기").size(), 1U);
    const auto wide = found(index, "감속기를", &t);
    EXPECT_EQ(wide.size(), 3U) << "a, b and d, not e";
    EXPECT_EQ(wide.front(), "a") << "one's own words first";
    EXPECT_EQ(found(index, "히트 펌프", &t), std::vector<std::string>{"c"});
}

TEST(Edits, count_neighbours_changed_once_and_give_up) {
    EXPECT_EQ(edits(U"robot", U"robot", 2), 0U);
    EXPECT_EQ(edits(U"robto", U"robot", 2), 1U);
    EXPECT_EQ(edits(U"rbot", U"robot", 2), 1U);
    EXPECT_EQ(edits(U"pump", U"gear", 2), 3U);
}

std::vector<std::string> marked(const char* query, const std::string& text) {
    static const Index index = profiles();
    static const Taxonomy t = taxonomy();
    Query q;
    q.text = query;
    q.taxonomy = &t;
    std::vector<std::string> words;
    for (const Mark& m : marks(index, q, text)) words.push_back(text.substr(m.begin, m.end - m.begin));
    return words;
}

TEST(Marks, are_whole_words) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(marked("robot", "Our robots, our ROBOT."), (Words{"robots", "ROBOT"}));
    EXPECT_EQ(marked("감속기", "정밀감속기를 만들고, 속기사도 있다"), (Words{"정밀감속기를"}));
    EXPECT_EQ(marked("감속기", "我们生产减速器"), (Words{"减速器"}));
    EXPECT_EQ(marked("dure jeongmil", "(주)두레정밀"), (Words{"두레정밀"}));
    EXPECT_EQ(marked("ㄷㄹ", "(주)두레정밀은"), (Words{"두레정밀은"}));
    EXPECT_EQ(marked("히트펌프", "Wärmepumpen für alle"), (Words{"Wärmepumpen"}));
    EXPECT_TRUE(marked("robot", "").empty());
}

TEST(TaxonomyFile, names_what_is_wrong_and_where) {
    const std::string head = "concept\tlanguage\tterm\torigin\treview\n";
    struct Case {
        std::string text;
        const char* code;
        int line;
    };
    const Case cases[] = {
        {"", "taxonomy.empty", 0},
        {head, "taxonomy.empty", 0},
        {"a.b\tko\tx\ty\treviewed\n", "taxonomy.no_header", 1},
        {head + "a.b\tko\tx\n", "taxonomy.wrong_count", 2},
        {head + "ab\tko\tx\ty\treviewed\n", "taxonomy.bad_concept", 2},
        {head + "a.b\txx\tx\ty\treviewed\n", "taxonomy.unknown_language", 2},
        {head + "a.b\tko\t \ty\treviewed\n", "taxonomy.empty_term", 2},
        {head + "a.b\tko\tx\t\treviewed\n", "taxonomy.no_origin", 2},
        {head + "a.b\tko\tx\ty\tmaybe\n", "taxonomy.unknown_review", 2},
        {head + "a.b\tko\tx\ty\treviewed\n\na.b\tko\tx\tz\treviewed\n", "taxonomy.doubled_term", 4},
        {head + "a.b\tko\t\xFF\ty\treviewed\n", "tsv.not_utf8", 2}};
    for (const Case& c : cases) {
        const auto read = read_taxonomy(c.text, "t.tsv");
        ASSERT_FALSE(read.has_value()) << c.code;
        EXPECT_EQ(read.error().front().code, c.code);
        EXPECT_EQ(read.error().front().line, c.line) << c.code;
    }
    const auto good = read_taxonomy("\xEF\xBB\xBF# note\n" + head + "a.b\tko\tx\ty\treviewed\r\n", "t");
    ASSERT_TRUE(good.has_value());
    EXPECT_EQ(good->front().review, Review::reviewed);
}

}  // namespace
}  // namespace dure::search
