// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>

#include "server/app/api_test.hpp"
#include "server/http/contract.hpp"
#include "server/people/texts.hpp"

namespace dure::app::testing {
namespace {

class OrganisationsApi : public Api {
  protected:
    static std::string body(const std::string& name, const std::string& more = {},
                            const std::string& kind = "company", const std::string& country = "KR") {
        return R"({"names":[{"language":"ko","name":")" + name + R"(","primary":true}],"kind":")" + kind +
               R"(","country":")" + country + "\"" + more + "}";
    }
    json::value make(const Person& who, const std::string& text) {
        const Reply reply = post(who, "/organisations", text);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return parsed(reply);
    }
    Reply change(const Person& who, std::string_view method, const json::value& one,
                 const std::string& text) {
        return send(who, method, "/organisations/" + text_of(one, "id"), text,
                    {{"If-Match", '"' + text_of(one, "version") + '"'}});
    }
    static std::string text_of(const json::value& one, std::string_view member) {
        return testing::text(one, member);
    }
    std::vector<std::string> names(const Person& who, const std::string& query) {
        std::vector<std::string> found;
        std::string cursor;
        do {
            const auto page = parsed(
                get(who, "/organisations?limit=2&" + query + (cursor.empty() ? "" : "&cursor=" + cursor)));
            for (const auto& item : page.at("items").as_array()) found.push_back(text_of(item, "name"));
            cursor = text_of(page, "next_cursor");
        } while (!cursor.empty());
        return found;
    }
};
DURE_API_TESTS(OrganisationsApi);

TEST_P(OrganisationsApi, BadBodiesNameEveryBadField) {
    const Person kim = planner();
    struct Case {
        std::string body;
        std::vector<std::string> refused;
    };
    const auto with_names = [](const std::string& names) {
        return R"({"names":)" + names + R"(,"kind":"company","country":"KR"})";
    };
    const Case cases[] = {
        {"{}", {"/country json.missing", "/kind json.missing", "/names json.missing"}},
        {body("A", "", "club", "kr"), {"/country json.bad_format", "/kind json.bad_choice"}},
        {body("A", R"(,"web":"example.org")"), {"/web json.bad_format"}},
        {body("A", R"(,"registration_number":"123-45-67890")"),
         {"/registration_number organisation.registration_check"}},
        {body("A", R"(,"registration_number":"HRB 1")"),
         {"/registration_number organisation.registration_digits"}},
        {body("A", R"(,"registration_number":" ")", "company", "DE"),
         {"/registration_number organisation.registration_blank"}},
        {body("A", R"(,"owner":"x","fictitious":true)"),
         {"/fictitious json.unknown_field", "/owner json.unknown_field"}},
        {body(" "), {"/names/0/name names.blank"}},
        {with_names("[]"), {"/names json.too_few"}},
        {with_names(R"([{"language":"korean","name":"A","primary":true}])"),
         {"/names/0/language json.bad_format"}},
        {with_names(R"([{"language":"ko","name":"A","primary":false}])"), {"/names names.none_primary"}},
        {with_names(
             R"([{"language":"ko","name":"A","primary":true},{"language":"en","name":"A","primary":true}])"),
         {"/names names.two_primary"}},
        {with_names(
             R"([{"language":"ko","name":"A","primary":true},{"language":"ko","name":" A ","primary":false}])"),
         {"/names/1/name names.twice"}},
    };
    for (const auto& [body, refused] : cases) {
        const Reply reply = post(kim, "/organisations", body);
        EXPECT_EQ(reply.status, 422) << body << reply.body;
        auto found = refusals(reply);
        std::ranges::sort(found);
        EXPECT_EQ(found, refused) << body;
    }
    EXPECT_EQ(parsed(get(kim, "/organisations")).at("items").as_array().size(), 0u);
}

TEST_P(OrganisationsApi, AreKeptAsTheyWereWritten) {
    const Person kim = planner();
    const auto made = make(
        kim,
        R"({"names":[{"language":"en","name":"Dure Test","primary":false},{"language":"ko","name":" 두레시험 ","primary":true}],
            "kind":"institute","country":"KR","registration_number":"1234567891","address":"대구","web":"https://www.dure.example","note":"n"})");
    const auto again = parsed(get(kim, "/organisations/" + text_of(made, "id")));
    EXPECT_EQ(again, made);
    EXPECT_EQ(text_of(again, "name"), "두레시험");
    EXPECT_EQ(text_of(again, "registration_number"), "123-45-67891");
    EXPECT_EQ(text_of(again.at("names").at(0), "name"), "Dure Test") << "names keep their order";
    EXPECT_FALSE(again.at("fictitious").as_bool());
}

TEST_P(OrganisationsApi, ListsAreSearchedFilteredSortedAndPaged) {
    const Person kim = planner();
    make(kim, body("하나 연구원", "", "institute"));
    make(kim, body("두레전자", R"(,"registration_number":"123-45-67891","web":"https://dure.example")"));
    make(kim, body("Zeta GmbH", "", "company", "DE"));
    make(kim, body("alpha 100%", "", "company", "DE"));
    using List = std::vector<std::string>;
    EXPECT_EQ(names(kim, ""), (List{"두레전자", "하나 연구원", "alpha 100%", "Zeta GmbH"}));
    EXPECT_EQ(names(kim, "sort=-name"), (List{"Zeta GmbH", "alpha 100%", "하나 연구원", "두레전자"}));
    EXPECT_EQ(names(kim, "sort=-updated"), (List{"alpha 100%", "Zeta GmbH", "두레전자", "하나 연구원"}));
    EXPECT_EQ(names(kim, "kind=company&country=DE"), (List{"alpha 100%", "Zeta GmbH"}));
    EXPECT_EQ(names(kim, "q=ZETA"), List{"Zeta GmbH"});
    EXPECT_EQ(names(kim, "q=45-678"), List{"두레전자"});
    EXPECT_EQ(names(kim, "q=4567891"), List{"두레전자"}) << "also without its hyphens";
    EXPECT_EQ(names(kim, "q=dure.ex"), List{"두레전자"});
    EXPECT_EQ(names(kim, "q=0%25"), List{"alpha 100%"}) << "a sign of LIKE is a letter like any other";
    EXPECT_EQ(refusals(get(kim, "/organisations?kind=club&country=XX&page=1")),
              (std::vector<std::string>{"/query/kind json.bad_choice", "/query/country json.bad_format",
                                        "/query/page http.unknown_parameter"}));
    EXPECT_EQ(get(kim, "/organisations?cursor=e30").status, 422);
}

TEST_P(OrganisationsApi, ChangesNeedTheVersion) {
    const Person kim = planner(), lee = planner();
    const auto made = make(kim, body("Dure"));
    const std::string path = "/organisations/" + text_of(made, "id");
    EXPECT_EQ(send(kim, "PUT", path, body("Kim")).status, 428);
    EXPECT_EQ(change(lee, "PUT", made, body("Lee was first")).status, 200);
    EXPECT_EQ(change(kim, "PUT", made, body("Kim")).status, 412);
    EXPECT_EQ(change(kim, "DELETE", made, "").status, 412);
    const Reply fresh = get(kim, path);
    EXPECT_EQ(text_of(parsed(fresh), "name"), "Lee was first");
    EXPECT_EQ(get(kim, path, {{"If-None-Match", etag(fresh)}}).status, 304);
}

TEST_P(OrganisationsApi, PutAwayAndBroughtBack) {
    const Person kim = planner();
    const auto made = make(kim, body("Away"));
    const std::string path = "/organisations/" + text_of(made, "id");
    EXPECT_EQ(change(kim, "DELETE", made, "").status, 204);
    EXPECT_EQ(get(kim, path).status, 404);
    EXPECT_EQ(names(kim, ""), std::vector<std::string>());
    const auto away = parsed(get(kim, "/organisations?deleted=true")).at("items").as_array();
    ASSERT_EQ(away.size(), 1u);
    EXPECT_EQ(json::serialize(away[0].at("actions")), R"(["restore_organisation"])");
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(names(kim, ""), std::vector<std::string>{"Away"});
}

TEST_P(OrganisationsApi, ARepeatedKeyGetsTheFirstAnswer) {
    const Person kim = planner();
    const Headers key{{"Idempotency-Key", "once-and-for-all"}};
    const auto first = post(kim, "/organisations", body("Once"), key);
    EXPECT_EQ(post(kim, "/organisations", body("Once"), key).body, first.body);
    EXPECT_EQ(post(kim, "/organisations", body("Other"), key).status, 422);
    EXPECT_EQ(names(kim, ""), std::vector<std::string>{"Once"});
}

TEST_P(OrganisationsApi, TheHistoryTellsWhoChangedWhat) {
    const Person kim = planner(), lee = person({auth::Role::planner}, "Lee");
    const auto made = make(kim, body("Before"));
    const auto saved = parsed(change(lee, "PUT", made, body("After")));
    EXPECT_EQ(change(lee, "PUT", saved, body("After")).status, 200) << "saving the same is no change";
    const auto page = parsed(get(kim, "/organisations/" + text_of(made, "id") + "/history?limit=1"));
    const auto& newest = page.at("items").at(0);
    EXPECT_EQ(text_of(newest, "action"), "replace_organisation");
    EXPECT_EQ(text_of(newest, "actor_name"), "Lee");
    EXPECT_EQ(text_of(newest.at("before").at("names").at(0), "name"), "Before");
    EXPECT_EQ(text_of(newest.at("after").at("names").at(0), "name"), "After");
    const auto older = parsed(get(
        kim, "/organisations/" + text_of(made, "id") + "/history?cursor=" + text_of(page, "next_cursor")));
    EXPECT_EQ(older.at("items").as_array().size(), 1u);
    EXPECT_EQ(text_of(older.at("items").at(0), "action"), "create_organisation");
    EXPECT_EQ(text_of(older, "next_cursor"), "");
}

TEST(OrganisationsContract, NamesTheSameCountries) {
    const auto contract = json::parse(std::string(http::contract_json()));
    std::vector<std::string> listed;
    for (const auto& code : contract.at("components").at("schemas").at("Country").at("enum").as_array())
        listed.emplace_back(code.as_string());
    EXPECT_EQ(listed, std::vector<std::string>(people::countries().begin(), people::countries().end()));
}

}  // namespace
}  // namespace dure::app::testing
