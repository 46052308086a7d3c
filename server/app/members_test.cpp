// SPDX-License-Identifier: Apache-2.0
// Members of the network: who sees what of them, by every road that leads out.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

/// Everything filled, each group with a word of its own; `consent` goes in at the end.
std::string body(const std::string& consent, const std::string& name = "두레정밀") {
    return R"({"names":[{"language":"ko","name":")" + name +
           R"(","primary":true},{"language":"en","name":"Dure Precision","primary":false}],
        "kind":"company","country":"KR","registration_number":"1234567891","address":"Addressville",
        "web":"https://www.dure.example","size_class":"small","activities":["manufacturing"],
        "hs_codes":["847950"],"technologies":["robotics.gripper"],
        "products":[{"language":"en","name":"Productium","text":"holds apples"}],
        "certificates":[{"name":"Certificatum","valid_until":"2999-01-01"}],
        "summaries":[{"language":"ko","text":"협동로봇 그리퍼를 개발하고 생산합니다."}],
        "links":[{"label":"Shop","url":"https://linkword.test"}],
        "contact":{"person":"Contactperson","email":"mailword@post.test","phone":"053"},
        "consent":)" +
           consent + "}";
}

std::string consent(const std::string& listing, const std::string& business, const std::string& certificates,
                    const std::string& contact, const std::string& until = "2999-12-31") {
    return R"({"listing":")" + listing + R"(","business":")" + business + R"(","certificates":")" +
           certificates + R"(","contact":")" + contact +
           R"(","given_by":"Kim","given_on":"2026-01-02","valid_until":")" + until + "\"}";
}

class MembersApi : public Api {
  protected:
    Person manager() { return person({auth::Role::cluster_manager}); }
    Person company_of(const std::string& member) {
        const Person made = person({});
        const Reply given = post(administrator(), "/accounts/" + made.id + "/roles",
                                 R"({"role":"company","organisation":")" + member + "\"}");
        EXPECT_EQ(given.status, 201) << given.body;
        return made;
    }
    std::string make(const Person& who, const std::string& text) {
        const Reply reply = post(who, "/network/members", text);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return testing::text(parsed(reply), "id");
    }
    Reply replace(const Person& who, const std::string& id, const std::string& text) {
        const Reply before = get(who, "/network/members/" + id);
        return send(who, "PUT", "/network/members/" + id, text, {{"If-Match", etag(before)}});
    }
    json::value search(const Person& who, const std::string& query) {
        const Reply reply = get(who, "/network/members?" + query);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return parsed(reply);
    }
    std::size_t matches(const Person& who, const std::string& query) {
        return static_cast<std::size_t>(search(who, query).at("matches").to_number<std::int64_t>());
    }
    std::vector<std::string> names(const Person& who, const std::string& query) {
        std::vector<std::string> found;
        std::string cursor;
        do {
            const auto page = search(who, query + (cursor.empty() ? "" : "&cursor=" + cursor));
            for (const auto& item : page.at("items").as_array()) found.push_back(text(item, "name"));
            cursor = text(page, "next_cursor");
        } while (!cursor.empty());
        return found;
    }
    /// All that a search, its facets, suggestions, the record and the open data say.
    std::string everything(const Person& who, const std::string& id, const std::string& word) {
        std::string all = get(who, "/network/members/" + id).body;
        for (const char* path : {"/network/members?q=", "/network/suggestions?q=", "/search?q="})
            all += get(who, path + word).body;
        all += get(who, "/network/members").body;
        all += get(who, "/network/open_data?format=json").body;
        all += get(who, "/network/open_data?format=csv").body;
        return all;
    }
};
DURE_API_TESTS(MembersApi);

TEST_P(MembersApi, NobodyLearnsWhatWasNotConsentedTo) {
    const Person kim = manager(), stranger = person({});
    struct Case {
        std::string word, business, certificates, contact;
    };
    // Each word stands in one group, which is not shown.
    const Case hidden[] = {{"Productium", "nobody", "everyone", "everyone"},
                           {"apples", "nobody", "everyone", "everyone"},
                           {"gripper", "nobody", "everyone", "everyone"},
                           {"847950", "nobody", "everyone", "everyone"},
                           {"linkword", "nobody", "everyone", "everyone"},
                           {"Certificatum", "everyone", "nobody", "everyone"},
                           {"Contactperson", "everyone", "everyone", "nobody"},
                           {"mailword", "everyone", "everyone", "network"},
                           {"Addressville", "everyone", "everyone", "network"}};
    const std::string id = make(kim, body(consent("nobody", "nobody", "nobody", "nobody")));
    for (const auto& [word, business, certificates, contact] : hidden) {
        SCOPED_TRACE(word);
        ASSERT_EQ(replace(kim, id, body(consent("everyone", business, certificates, contact))).status, 200);
        EXPECT_EQ(matches(kim, "q=" + word), 1u) << "the secretariat finds it";
        if (word == "Productium" || word == "apples" || word == "Certificatum") {
            EXPECT_NE(get(kim, "/search?kind=member&q=" + word).body.find(id), std::string::npos) << word;
        }
        for (const Person& who : {stranger, nobody}) {
            EXPECT_EQ(get(who, "/network/members/" + id).status, 200);
            EXPECT_EQ(matches(who, "q=" + word), 0u);
            EXPECT_EQ(everything(who, id, word).find(word), std::string::npos);
        }
    }
}

TEST_P(MembersApi, WhatIsHiddenChangesNothingThatOthersGet) {
    const Person kim = manager(), stranger = person({}), planner = person({auth::Role::planner});
    make(kim, body(consent("everyone", "everyone", "everyone", "everyone"), "가나정밀"));
    const auto answers = [&](const Person& who, const std::string& id) {
        const Reply record = get(who, "/network/members/" + id);
        std::string all = record.status == 200 ? record.body : std::to_string(record.status);
        // limit=1: the cursor holds the score and the order of the best.
        for (const char* query :
             {"", "q=Dure", "q=gripper", "q=Precision+apples", "limit=1", "limit=1&q=Dure", "country=KR",
              "technology=robotics.gripper", "size_class=small", "hs_code=8479", "q=Prcdu"})
            all += get(who, std::string("/network/members?") + query).body;
        for (const char* typed : {"Dure", "Produ", "grip", "%EA%B7%B8%EB%A6%AC%ED%8D%BC", "Certif", "mail"})
            all += get(who, std::string("/network/suggestions?q=") + typed).body;
        if (!who.id.empty())
            for (const char* text : {"Dure", "Productium", "gripper", "Contactperson"})
                all += get(who, std::string("/search?kind=member&q=") + text).body;
        for (const char* format : {"json", "csv"})
            all += get(who, std::string("/network/open_data?format=") + format).body;
        return all;
    };
    const std::string bare = R"({"names":[{"language":"ko","name":"두레정밀","primary":true},
        {"language":"en","name":"Dure Precision","primary":false}],"kind":"company","country":"KR",
        "web":"https://www.dure.example","consent":)";
    const auto same = [&](const std::string& shown, const std::vector<Person>& readers) {
        const std::string id = make(kim, bare + shown + "}");
        std::vector<std::string> before;
        for (const Person& who : readers) before.push_back(answers(who, id));
        ASSERT_EQ(replace(kim, id, body(shown)).status, 200);
        for (std::size_t i = 0; i < readers.size(); ++i) EXPECT_EQ(answers(readers[i], id), before[i]);
        EXPECT_EQ(matches(kim, "q=Productium"), 2u) << "the secretariat finds it, and the one beside it";
        const std::string path = "/network/members/" + id;
        send(kim, "DELETE", path, "", {{"If-Match", etag(get(kim, path))}});
    };
    same(consent("everyone", "nobody", "nobody", "nobody"), {stranger, nobody, planner});
    same(consent("everyone", "network", "network", "network"), {stranger, nobody});
    same(consent("network", "nobody", "nobody", "nobody"), {stranger, nobody, planner});
    same(consent("nobody", "everyone", "everyone", "everyone"), {stranger, nobody, planner});
}

TEST_P(MembersApi, FiltersAndCountsTellNothingThatIsHidden) {
    const Person kim = manager(), stranger = person({});
    make(kim, body(consent("everyone", "network", "everyone", "everyone")));
    for (const char* filter :
         {"technology=robotics.gripper", "size_class=small", "activity=manufacturing", "hs_code=8479"}) {
        EXPECT_EQ(matches(kim, filter), 1u) << filter;
        EXPECT_EQ(matches(stranger, filter), 0u) << filter;
        EXPECT_EQ(matches(nobody, filter), 0u) << filter;
    }
    const auto page = search(stranger, "");
    for (const auto& facet : page.at("facets").as_array()) {
        const std::string name = text(facet, "name");
        if (name == "country" || name == "kind") continue;
        EXPECT_EQ(facet.at("values").as_array().size(), 0u) << name;
    }
    EXPECT_EQ(matches(stranger, "country=KR"), 1u);
}

TEST_P(MembersApi, AreUnknownWithoutConsentAndOnceItHasEnded) {
    const Person kim = manager(), stranger = person({}), expert = person({auth::Role::planner});
    const std::string id = make(kim, body(consent("nobody", "everyone", "everyone", "everyone")));
    const auto unknown = [&](const Person& who) {
        return get(who, "/network/members/" + id).status == 404 && matches(who, "") == 0 &&
               get(who, "/network/suggestions?q=Dure").body.find("Precision") == std::string::npos;
    };
    EXPECT_TRUE(unknown(stranger) && unknown(nobody) && unknown(expert));
    replace(kim, id, body(consent("network", "network", "network", "network")));
    EXPECT_TRUE(unknown(stranger) && unknown(nobody));
    EXPECT_FALSE(unknown(expert));
    replace(kim, id, body(consent("everyone", "everyone", "everyone", "everyone", "2026-01-03")));
    EXPECT_TRUE(unknown(stranger) && unknown(nobody) && unknown(expert)) << "the consent has ended";
    EXPECT_EQ(matches(kim, "q=Dure"), 1u);
}

TEST_P(MembersApi, ACompanyEditsItsOwnProfileAlone) {
    const Person kim = manager();
    const std::string own = make(kim, body(consent("nobody", "nobody", "nobody", "nobody")));
    const std::string other = make(kim, body(consent("network", "nobody", "nobody", "nobody"), "다른회사"));
    const Person lee = company_of(own);
    const auto listed = parsed(get(lee, "/network/own_members")).at("items").as_array();
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(text(listed.front(), "id"), own);
    EXPECT_EQ(replace(lee, own, body(consent("everyone", "everyone", "nobody", "nobody"), "새이름")).status,
              200);
    EXPECT_EQ(replace(lee, other, body(consent("everyone", "everyone", "nobody", "nobody"))).status, 403);
    EXPECT_EQ(names(nobody, "q=새이름"), std::vector<std::string>{"새이름"});
    EXPECT_EQ(text(parsed(get(kim, "/organisations/" + own)), "name"), "새이름")
        << "names are the organisation's";
}

TEST_P(MembersApi, AreFoundAcrossLanguages) {
    const Person kim = manager();
    make(kim, body(consent("everyone", "everyone", "everyone", "everyone")));
    for (const char* words : {"gripper", "%EA%B7%B8%EB%A6%AC%ED%8D%BC", "pr%C3%A9henseur", "Greifer",
                              "847950", "%E3%84%B7%E3%84%B9", "Prescision"})
        EXPECT_EQ(matches(nobody, std::string("q=") + words), 1u) << words;
    const auto page = search(nobody, "q=%EA%B7%B8%EB%A6%AC%ED%8D%BC");
    const std::string snippet = json::serialize(page.at("items").at(0).at("snippet"));
    EXPECT_NE(snippet.find(R"({"text":"그리퍼를","marked":true})"), std::string::npos) << snippet;
}

TEST_P(MembersApi, AreListedByNameAndPaged) {
    const Person kim = manager();
    const std::string open = consent("everyone", "everyone", "everyone", "everyone");
    for (const char* name : {"다라", "가나", "마바", "Zeta", "alpha"}) make(kim, body(open, name));
    using List = std::vector<std::string>;
    EXPECT_EQ(names(nobody, "limit=2"), (List{"가나", "다라", "마바", "alpha", "Zeta"}));
    EXPECT_EQ(names(nobody, "limit=2&q=gripper").size(), 5u);
    EXPECT_EQ(matches(nobody, "country=KR,FR"), 5u);
    EXPECT_EQ(matches(nobody, "country=FR"), 0u);
}

TEST_P(MembersApi, PutAwayAreFoundNoMoreAndComeBack) {
    const Person kim = manager();
    const std::string id = make(kim, body(consent("everyone", "everyone", "everyone", "everyone")));
    const std::string path = "/network/members/" + id;
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", etag(get(kim, path))}}).status, 204);
    EXPECT_EQ(matches(nobody, ""), 0u);
    EXPECT_EQ(get(nobody, path).status, 404);
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(matches(nobody, ""), 1u);
    const Reply organisation = get(kim, "/organisations/" + id);
    Person administrator = this->administrator();
    EXPECT_EQ(
        send(administrator, "DELETE", "/organisations/" + id, "", {{"If-Match", etag(organisation)}}).status,
        204);
    EXPECT_EQ(matches(nobody, ""), 0u) << "without its organisation";
}

TEST_P(MembersApi, AStaleVersionOfProfileOrOrganisationIsRefused) {
    const Person kim = manager();
    const std::string text = body(consent("everyone", "everyone", "everyone", "everyone"));
    const std::string id = make(kim, text), path = "/network/members/" + id;
    const std::string tag = etag(get(kim, path));
    const Reply organisation = get(kim, "/organisations/" + id);
    EXPECT_EQ(
        send(kim, "PUT", "/organisations/" + id,
             R"({"names":[{"language":"ko","name":"바뀜","primary":true}],"kind":"company","country":"KR"})",
             {{"If-Match", etag(organisation)}})
            .status,
        200);
    EXPECT_EQ(send(kim, "PUT", path, text, {{"If-Match", tag}}).status, 412);
    EXPECT_EQ(send(kim, "PUT", path, text).status, 428);
    EXPECT_EQ(names(nobody, "q=바뀜"), std::vector<std::string>{"바뀜"}) << "the index knows the new name";
}

TEST_P(MembersApi, BadBodiesNameEveryBadField) {
    const Person kim = manager();
    struct Case {
        std::string more;
        std::vector<std::string> refused;
    };
    const Case cases[] = {
        {R"("size_class":"tiny")", {"/size_class json.bad_choice"}},
        {R"("activities":["sport"])", {"/activities/0 json.bad_choice"}},
        {R"("activities":["research","research"])", {"/activities/1 member.twice"}},
        {R"("hs_codes":["84795"])", {"/hs_codes/0 json.bad_format"}},
        {R"("technologies":["robotics.none"])", {"/technologies/0 member.unknown_technology"}},
        {R"("products":[{"language":"en","name":""}])", {"/products/0/name json.too_short"}},
        {R"("certificates":[{"name":"ISO","valid_until":"2026-02-30"}])",
         {"/certificates/0/valid_until json.bad_format"}},
        {R"("summaries":[{"language":"english","text":"x"}])", {"/summaries/0/language json.bad_format"}},
        {R"("links":[{"url":"dure.example"}])", {"/links/0/url json.bad_format"}},
        {R"("contact":{"email":"kim at dure"})", {"/contact/email json.bad_format"}},
        {R"("consent":{"listing":"everyone"})", {"/consent/given_by member.consent_without_giver"}},
        {R"("consent":{"listing":"public"})", {"/consent/listing json.bad_choice"}},
        {R"("consent":{"given_on":"2026-02-01","valid_until":"2026-01-01"})",
         {"/consent/valid_until member.consent_reversed"}},
        {R"("fictitious":true)", {"/fictitious json.unknown_field"}},
        {R"("organisation":"none")", {"/organisation member.unknown_organisation"}},
    };
    for (const auto& [more, refused] : cases) {
        const Reply reply = post(kim, "/network/members",
                                 R"({"names":[{"language":"ko","name":"A","primary":true}],"kind":"company",
                                     "country":"KR",)" +
                                     more + "}");
        EXPECT_EQ(reply.status, 422) << more << reply.body;
        if (reply.status != 422) continue;
        EXPECT_EQ(refusals(reply), refused) << more;
    }
    EXPECT_EQ(matches(kim, ""), 0u);
}

TEST_P(MembersApi, DutiesAreListedForWhoHasThem) {
    const Person kim = manager();
    make(kim,
         R"({"names":[{"language":"ko","name":"빈 회원","primary":true}],"kind":"company","country":"KR"})");
    make(kim, body(consent("everyone", "everyone", "everyone", "everyone", "2026-01-03"), "끝난 동의"));
    const auto page = parsed(get(kim, "/network/due_members?duty=consent_ending"));
    ASSERT_EQ(page.at("items").as_array().size(), 1u);
    EXPECT_EQ(text(page.at("items").at(0), "due"), "2026-01-03");
    EXPECT_EQ(text(page.at("counts"), "no_consent"), "1");
    const auto incomplete = parsed(get(kim, "/network/due_members?limit=1"));
    EXPECT_EQ(text(incomplete.at("items").at(0), "name"), "빈 회원");
    EXPECT_EQ(text(incomplete.at("items").at(0), "completeness"), "0");
    const auto more =
        parsed(get(kim, "/network/due_members?limit=1&cursor=" + text(incomplete, "next_cursor")));
    EXPECT_EQ(text(more.at("items").at(0), "name"), "끝난 동의");
}

}  // namespace
}  // namespace dure::app::testing
