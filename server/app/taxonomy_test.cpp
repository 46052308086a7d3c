// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "server/app/api_test.hpp"
#include "server/desks/network/taxonomy_seed.hpp"
#include "server/desks/network/taxonomy_store.hpp"

namespace dure::app::testing {
namespace {

namespace network = desks::network;

class TaxonomyApi : public Api {
  protected:
    Person secretary() { return person({auth::Role::cluster_manager}, "Secretary"); }
    json::value make(const Person& who, const std::string& id, const std::string& terms) {
        const Reply reply = post(who, kConcepts, R"({"id":")" + id + R"(","terms":[)" + terms + "]}");
        EXPECT_EQ(reply.status, 201) << reply.body;
        return parsed(reply);
    }
    static std::string term(const std::string& language, const std::string& word) {
        return R"({"language":")" + language + R"(","term":")" + word + R"(","origin":"test"})";
    }
    Reply change(const Person& who, const std::string& method, const std::string& path, int version,
                 const std::string& body) {
        return send(who, method, kConcepts + path, body, {{"If-Match", '"' + std::to_string(version) + '"'}});
    }
    Reply import(const Person& who, const std::string& lines, const std::string& mode, bool preview = false) {
        const json::object body{{"tsv", "concept\tlanguage\tterm\torigin\treview\n" + lines},
                                {"mode", mode},
                                {"preview", preview},
                                {"file", "mine.tsv"}};
        return post(who, "/network/taxonomy/imports", json::serialize(body));
    }
    std::vector<std::string> ids(const Person& who, const std::string& query) {
        std::vector<std::string> found;
        const auto page = parsed(get(who, kConcepts + "?" + query));
        for (const auto& item : page.at("items").as_array()) found.push_back(text(item, "id"));
        return found;
    }
    const std::string kConcepts = "/network/taxonomy/concepts";
};
DURE_API_TESTS(TaxonomyApi);

using List = std::vector<std::string>;

TEST(TaxonomyFile, HoldsWhatTheDeskNeeds) {
    std::map<std::string, std::map<std::string, int>> concepts;
    for (const auto& term : network::built_in_terms())
        ++concepts[term.concept_id][std::string(search::tag(term.language))];
    std::size_t both = 0, synonyms = 0, nine = 0;
    for (auto& [id, languages] : concepts) {
        if (languages["ko"] == 0 || languages["en"] == 0) continue;
        ++both;
        if (languages["ko"] + languages["en"] > 2) ++synonyms;
        bool all = true;
        for (const char* tag : {"zh", "ja", "de", "fr", "es", "ru", "tr"}) all &= languages[tag] > 0;
        if (all) ++nine;
    }
    EXPECT_GE(both, 600u);
    EXPECT_GE(synonyms, 300u);
    EXPECT_GE(nine, 200u);
}

TEST_P(TaxonomyApi, TheProgramsTermsAreBroughtInOnce) {
    IdMaker ids([] { return Instant{1}; },
                [](std::span<std::byte> bytes) { std::ranges::fill(bytes, std::byte{7}); });
    const network::Desk desk{app().database(), [] { return Instant{1}; }, ids};
    const auto before = app().database().read([](db::Connection& c) { return network::current_taxonomy(c); });
    EXPECT_EQ(before.change, 0);
    EXPECT_EQ(before.terms.size(), network::built_in_terms().size());
    network::seed_taxonomy(desk);
    const auto after = app().database().read([](db::Connection& c) { return network::current_taxonomy(c); });
    EXPECT_EQ(after.change, 1);
    EXPECT_EQ(after.terms.size(), before.terms.size());
    network::seed_taxonomy(desk);
    EXPECT_EQ(app().database().read([](db::Connection& c) { return network::taxonomy_change(c); }), 1);
    const auto counts = parsed(get(nobody, "/network/taxonomy"));
    EXPECT_GE(counts.at("korean_and_english").as_int64(), 600);
    EXPECT_GE(counts.at("all_nine").as_int64(), 200);
    const Reply file = get(nobody, "/network/taxonomy/export");
    auto read = search::read_taxonomy(file.body, "x");
    ASSERT_TRUE(read) << "what goes out can come in again";
    EXPECT_EQ(read->size(), before.terms.size());
}

TEST_P(TaxonomyApi, BadTermsAreNamed) {
    const Person kim = secretary();
    const auto refused = [&](const std::string& id, const std::string& terms) {
        return refusals(post(kim, kConcepts, R"({"id":")" + id + R"(","terms":[)" + terms + "]}"));
    };
    EXPECT_EQ(refused("robotics.arm", ""), List{"/terms json.too_few"});
    EXPECT_EQ(refused("Robot arm", term("en", "arm")), List{"/id taxonomy.bad_concept"});
    EXPECT_EQ(refused("#obotics.arm", term("en", "arm")), List{"/id taxonomy.bad_concept"});
    EXPECT_EQ(refused("robotics.arm", term("en", "arm") + "," + term("xx", "arm")),
              List{"/terms/1/language taxonomy.unknown_language"});
    EXPECT_EQ(refused("robotics.arm", term("en", "arm") + "," + term("en", " arm ")),
              List{"/terms/1/term taxonomy.doubled_term"});
    EXPECT_EQ(refused("robotics.arm", term("en", "--")), List{"/terms/0/term taxonomy.empty_term"});
    EXPECT_EQ(refused("robotics.arm", term("en", "a\\tb")), List{"/terms/0/term json.bad_format"});
    EXPECT_EQ(post(kim, kConcepts, "{}").status, 422);
}

TEST_P(TaxonomyApi, AReviewLastsWhileTheTermStays) {
    const Person kim = secretary();
    make(kim, "robotics.gripper",
         term("ko", "그리퍼") + "," + term("ko", "집게") + "," + term("en", "gripper"));
    const std::string path = "/robotics.gripper";
    const Reply reviewed = change(kim, "POST", path + "/review", 1,
                                  R"({"terms":[{"language":"ko","term":"그리퍼"}],"reviewed":true})");
    const auto first = parsed(reviewed).at("terms").at(0);
    EXPECT_EQ(text(first, "reviewed"), "true");
    EXPECT_EQ(text(first, "reviewed_by_name"), "Secretary");
    EXPECT_EQ(text(first, "kind"), "preferred");
    EXPECT_EQ(text(parsed(reviewed).at("terms").at(1), "kind"), "synonym");
    EXPECT_EQ(text(parsed(get(nobody, kConcepts + path)).at("terms").at(0), "reviewed_by_name"), "")
        << "who it was is not for the public";
    const auto saved = parsed(change(
        kim, "PUT", path, 2, R"({"terms":[)" + term("ko", "집게손") + "," + term("ko", "그리퍼") + "]}"));
    EXPECT_EQ(text(saved.at("terms").at(0), "reviewed"), "false");
    EXPECT_EQ(text(saved.at("terms").at(1), "reviewed"), "true");
    EXPECT_EQ(ids(kim, "state=reviewed&language=ko"), List{"robotics.gripper"});
    EXPECT_EQ(ids(kim, "state=missing&language=en"), List{"robotics.gripper"});
    EXPECT_EQ(ids(kim, "state=unreviewed&language=de"), List());
    EXPECT_EQ(refusals(change(kim, "POST", path + "/review", 3,
                              R"({"terms":[{"language":"ko","term":"없음"}],"reviewed":true})")),
              List{"/terms/0 taxonomy.no_such_term"});
    EXPECT_EQ(change(kim, "PUT", path, 1, R"({"terms":[)" + term("en", "gripper") + "]}").status, 412);
    EXPECT_EQ(parsed(get(kim, kConcepts + path + "/history")).at("items").as_array().size(), 3u);
}

TEST_P(TaxonomyApi, IsSearchedInEveryLanguageAndByField) {
    const Person kim = secretary();
    make(kim, "robotics.gripper", term("ko", "그리퍼") + "," + term("de", "Greifer"));
    make(kim, "energy.battery", term("ko", "전지") + "," + term("fr", "batterie"));
    EXPECT_EQ(ids(nobody, "q=GREIF"), List{"robotics.gripper"});
    EXPECT_EQ(ids(nobody, "q=%EC%A0%84%EC%A7%80"), List{"energy.battery"});
    EXPECT_EQ(ids(nobody, "field=energy"), List{"energy.battery"});
    EXPECT_EQ(ids(nobody, "limit=1"), List{"energy.battery"});
    EXPECT_EQ(change(kim, "DELETE", "/energy.battery", 1, "").status, 204);
    EXPECT_EQ(ids(nobody, ""), List{"robotics.gripper"});
    EXPECT_EQ(ids(nobody, "deleted=true"), List{"robotics.gripper"})
        << "the public never lists what was put away";
    EXPECT_EQ(
        post(kim, kConcepts, R"({"id":"energy.battery","terms":[)" + term("en", "battery") + "]}").status,
        409);
    EXPECT_EQ(post(kim, kConcepts + "/energy.battery/restore").status, 200);
}

TEST_P(TaxonomyApi, AnImportIsPreviewedMadeAndUndone) {
    const Person kim = secretary();
    make(kim, "robotics.gripper", term("ko", "그리퍼"));
    make(kim, "energy.battery", term("ko", "전지"));
    const std::string lines =
        "robotics.gripper\tko\t그리퍼\ttest\treviewed\nrobotics.gripper\ten\tgripper\tbook\tunreviewed\n"
        "robotics.arm\ten\tarm\tbook\tunreviewed\n";
    const auto preview = parsed(import(kim, lines, "replace", true));
    EXPECT_EQ(text(preview, "id"), "");
    EXPECT_EQ(text(preview, "new_concepts"), "1");
    EXPECT_EQ(text(preview, "changed_concepts"), "1");
    EXPECT_EQ(text(preview, "removed_concepts"), "1");
    EXPECT_EQ(text(preview, "new_terms"), "2");
    EXPECT_EQ(text(preview, "changed_terms"), "1");
    EXPECT_EQ(ids(kim, ""), (List{"energy.battery", "robotics.gripper"})) << "a preview changes nothing";
    const auto made = parsed(import(kim, lines, "replace"));
    EXPECT_EQ(ids(kim, ""), (List{"robotics.arm", "robotics.gripper"}));
    EXPECT_EQ(text(parsed(import(kim, lines, "merge")), "unchanged_concepts"), "2") << "twice is as once";
    const std::string undo = "/network/taxonomy/imports/" + text(made, "id") + "/undo";
    EXPECT_EQ(post(kim, undo).status, 200);
    EXPECT_EQ(ids(kim, ""), (List{"energy.battery", "robotics.gripper"}));
    const auto back = parsed(get(kim, kConcepts + "/robotics.gripper")).at("terms").as_array();
    ASSERT_EQ(back.size(), 1u);
    EXPECT_EQ(text(back[0], "reviewed"), "false");
    EXPECT_EQ(text(parsed(post(kim, undo)), "code"), "taxonomy.import_undone");
}

TEST_P(TaxonomyApi, WhatWasChangedAfterAnImportIsNotLostByUndoing) {
    const Person kim = secretary();
    const auto made = parsed(import(kim, "robotics.arm\ten\tarm\tbook\tunreviewed\n", "merge"));
    EXPECT_EQ(change(kim, "PUT", "/robotics.arm", 1, R"({"terms":[)" + term("en", "robot arm") + "]}").status,
              200);
    const Reply undone = post(kim, "/network/taxonomy/imports/" + text(made, "id") + "/undo");
    EXPECT_EQ(undone.status, 409);
    EXPECT_EQ(text(parsed(undone), "code"), "taxonomy.changed_since");
    EXPECT_EQ(ids(kim, "q=robot%20arm"), List{"robotics.arm"});
}

TEST_P(TaxonomyApi, AFileOfBadLinesChangesNothingAndNamesEach) {
    const Person kim = secretary();
    const auto problem = parsed(
        import(kim, "robotics.arm\ten\tarm\tbook\tunreviewed\nbad\nrobotics.arm\txx\tarm\tbook\tunreviewed\n",
               "merge"));
    const auto& errors = problem.at("errors").as_array();
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(text(errors[0], "file") + ":" + text(errors[0], "line"), "mine.tsv:3");
    EXPECT_EQ(text(errors[1], "code"), "taxonomy.unknown_language");
    EXPECT_EQ(ids(kim, ""), List());
}

}  // namespace
}  // namespace dure::app::testing
