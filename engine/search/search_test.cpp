// SPDX-License-Identifier: Apache-2.0
#include "engine/search/search.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace dure::search {
namespace {

Schema schema() {
    return {.fields = {{.name = "name", .weight = 3, .names = true}, {.name = "text"}},
            .facets = {"country", "kind"}};
}

Document document(std::string id, std::string name, std::string text, std::string country = "KR") {
    return {.id = std::move(id),
            .language = Language::none,
            .texts = {std::move(name), std::move(text)},
            .facets = {{std::move(country)}, {"company"}}};
}

Query query(std::string text) {
    Query q;
    q.text = std::move(text);
    return q;
}

std::vector<std::string> ids(const Answer& answer) {
    std::vector<std::string> made;
    for (const Hit& h : answer.hits) made.push_back(h.id);
    return made;
}

Index small() {
    Index index(schema());
    index.put(document("a", "두레정밀", "산업용로봇 감속기를 생산합니다"));
    index.put(document("b", "Alpha Robotics", "We build robots for the food industry", "FR"));
    index.put(document("c", "Gamma", "The pumps of this maker move water", "FR"));
    index.put(document("d", "현대로봇", "협동로봇"));
    index.commit();
    return index;
}

TEST(Search, finds_korean_words_behind_particles_and_within_compounds) {
    const Index index = small();
    EXPECT_EQ(ids(search(index, query("감속기"))), std::vector<std::string>{"a"});
    EXPECT_EQ(ids(search(index, query("생산하는"))).front(), "a");
    EXPECT_EQ(ids(search(index, query("로봇"))).size(), 2U);
}

TEST(Search, finds_other_forms_of_a_word_in_its_language) {
    const Index index = small();
    EXPECT_EQ(ids(search(index, query("pump"))), std::vector<std::string>{"c"});
    EXPECT_TRUE(ids(search(index, query("the"))).empty());
}

TEST(Search, finds_names_by_their_sound) {
    const Index index = small();
    Index korean(schema());
    korean.put(document("x", "현대", ""));
    korean.put(document("y", "삼성", ""));
    korean.commit();
    EXPECT_EQ(ids(search(korean, query("Hyundai"))), std::vector<std::string>{"x"});
    EXPECT_EQ(ids(search(korean, query("samsung"))), std::vector<std::string>{"y"});
    korean.put(document("z", "두레정밀", ""));
    korean.put(document("u", "Hanbit Robotics", ""));
    korean.commit();
    EXPECT_EQ(ids(search(korean, query("Dure Jeongmil"))), std::vector<std::string>{"z"});
    EXPECT_EQ(ids(search(korean, query("한빛로보틱스"))), std::vector<std::string>{"u"});
}

TEST(Search, filters_and_counts_what_matches) {
    const Index index = small();
    Query q = query("robots pump 로봇");
    q.count = {0};
    const Answer all = search(index, q);
    EXPECT_EQ(all.matches, 4U);
    ASSERT_EQ(all.facets.front().size(), 2U);
    EXPECT_EQ(all.facets.front().front().value, "FR");
    EXPECT_EQ(all.facets.front().front().count, 2U);
    q.filters = {{.facet = 0, .values = {"FR", "DE"}}};
    EXPECT_EQ(search(index, q).matches, 2U);
    q.filters = {{.facet = 0, .values = {"DE"}}};
    EXPECT_EQ(search(index, q).matches, 0U);
    q.limit = 0;
    EXPECT_TRUE(search(index, q).hits.empty());
}

TEST(Search, breaks_ties_by_id) {
    Index index(schema());
    for (const char* id : {"z", "b", "a"}) index.put(document(id, "", "pump"));
    index.commit();
    EXPECT_EQ(ids(search(index, query("pump"))), (std::vector<std::string>{"a", "b", "z"}));
}

TEST(Search, knows_only_what_was_put_last) {
    Index index = small();
    index.put(document("c", "Gamma", "Valves"));
    EXPECT_TRUE(index.remove("b"));
    EXPECT_FALSE(index.remove("b"));
    index.commit();
    EXPECT_TRUE(ids(search(index, query("pump"))).empty());
    EXPECT_TRUE(ids(search(index, query("food"))).empty());
    EXPECT_EQ(ids(search(index, query("valve"))), std::vector<std::string>{"c"});
    EXPECT_EQ(index.size(), 3U);
}

TEST(Search, second_look_gathers_more_of_the_subject) {
    Index index(schema());
    index.put(document("a", "", "heat pump with natural refrigerant"));
    index.put(document("b", "", "heat pump and refrigerant for homes"));
    index.put(document("c", "", "refrigerant in bottles"));
    index.put(document("d", "", "gears and bearings"));
    index.commit();
    Query q = query("heat pump");
    EXPECT_EQ(search(index, q).matches, 2U);
    q.feedback = true;
    EXPECT_EQ(ids(search(index, q)).back(), "c");
}

TEST(Index, refuses_more_fields_than_it_can_hold) {
    Schema many;
    many.fields.resize(9);
    EXPECT_THROW(Index{many}, std::invalid_argument);
}

/// However an index came about, the same documents give the same answers to the last bit.
RC_GTEST_PROP(Index, answers_by_its_documents_alone, ()) {
    const auto word = rc::gen::elementOf(
        std::vector<std::string>{"robot", "pump", "gear", "로봇을", "펌프", "the", "工业", "heat"});
    const auto text = rc::gen::map(rc::gen::container<std::vector<std::string>>(word),
                                   [](const std::vector<std::string>& words) {
                                       std::string made;
                                       for (const std::string& w : words) made += w + " ";
                                       return made;
                                   });
    const auto changes = *rc::gen::container<std::vector<std::pair<int, std::string>>>(
        rc::gen::pair(rc::gen::inRange(0, 12), text));
    Index grown(schema());
    std::map<std::string, std::string> held;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::string id = "id" + std::to_string(changes[i].first);
        if (i % 3 == 2) {
            grown.remove(id);
            held.erase(id);
        } else {
            grown.put(document(id, changes[i].second, changes[i].second));
            held[id] = changes[i].second;
        }
        if (i % 4 == 0) grown.commit();
    }
    grown.commit();
    Index fresh(schema());
    for (const auto& [id, words] : held) fresh.put(document(id, words, words));
    fresh.commit();
    Query q = query("robot gears 로봇 工业 heat");
    q.count = {0};
    for (const bool feedback : {false, true}) {
        q.feedback = feedback;
        const Answer a = search(grown, q), b = search(fresh, q);
        RC_ASSERT(ids(a) == ids(b));
        for (std::size_t i = 0; i < a.hits.size(); ++i) RC_ASSERT(a.hits[i].score == b.hits[i].score);
        RC_ASSERT(a.matches == b.matches);
    }
}

TEST(Index, stays_the_same_when_it_is_made_anew_after_many_removals) {
    Index grown(schema()), fresh(schema());
    for (int i = 0; i < 1000; ++i)
        grown.put(document("id" + std::to_string(i), "", "pump " + std::to_string(i % 7)));
    grown.commit();
    for (int i = 0; i < 600; ++i) grown.remove("id" + std::to_string(i));
    grown.commit();
    EXPECT_EQ(grown.documents(), 400U);
    for (int i = 600; i < 1000; ++i)
        fresh.put(document("id" + std::to_string(i), "", "pump " + std::to_string(i % 7)));
    fresh.commit();
    EXPECT_EQ(ids(search(grown, query("pump 3"))), ids(search(fresh, query("pump 3"))));
}

}  // namespace
}  // namespace dure::search
