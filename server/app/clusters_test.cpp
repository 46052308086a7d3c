// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "server/app/api_test.hpp"
#include "server/db/database.hpp"

namespace dure::app::testing {
namespace {

class ClustersApi : public Api {
  protected:
    Person secretary() { return person({auth::Role::cluster_manager}, "Secretary"); }
    /// Somebody of a partner cluster: holds that role within it.
    Person partner_of(const std::string& cluster) {
        const Person one = person({auth::Role::partner_cluster}, "Partner");
        app().database().write([&](db::Connection& c) {
            c.execute("UPDATE role_grant SET organisation = $1 WHERE account = $2", cluster, one.id);
        });
        return one;
    }
    static std::string body(const std::string& name, const std::string& more = {},
                            const std::string& country = "KR") {
        return R"({"names":[{"language":"en","name":")" + name + R"(","primary":true}],"country":")" +
               country + "\"" + more + "}";
    }
    json::value make(const Person& who, const std::string& text) {
        const Reply reply = post(who, "/network/clusters", text);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return parsed(reply);
    }
    Reply change(const Person& who, std::string_view method, const json::value& one,
                 const std::string& text) {
        return send(who, method, "/network/clusters/" + testing::text(one, "id"), text,
                    {{"If-Match", '"' + testing::text(one, "version") + '"'}});
    }
    std::string organisation(const Person& who, const std::string& name,
                             const std::string& kind = "company") {
        return testing::text(
            parsed(post(who, "/organisations",
                        R"({"names":[{"language":"en","name":")" + name + R"(","primary":true}],"kind":")" +
                            kind + R"(","country":"KR"})")),
            "id");
    }
    std::vector<std::string> names(const Person& who, const std::string& query) {
        std::vector<std::string> found;
        std::string cursor;
        do {
            const auto page = parsed(
                get(who, "/network/clusters?limit=2&" + query + (cursor.empty() ? "" : "&cursor=" + cursor)));
            for (const auto& item : page.at("items").as_array()) found.push_back(testing::text(item, "name"));
            cursor = testing::text(page, "next_cursor");
        } while (!cursor.empty());
        return found;
    }
};
DURE_API_TESTS(ClustersApi);

using List = std::vector<std::string>;

TEST_P(ClustersApi, BadBodiesNameEveryBadField) {
    const Person kim = secretary();
    struct Case {
        std::string body;
        List refused;
    };
    const Case cases[] = {
        {"{}", {"/country json.missing", "/names json.missing"}},
        {body("A", R"(,"periods":[{"joined":"2020-02-30"}])"), {"/periods/0/joined json.bad_format"}},
        {body("A", R"(,"periods":[{"joined":"2020-02-01","left":"2020-02-01"}])"),
         {"/periods/0/left cluster.period_order"}},
        {body("A", R"(,"periods":[{"joined":"2020-02-01"},{"joined":"2021-02-01"}])"),
         {"/periods/1/joined cluster.period_overlap"}},
        {body("A", R"(,"periods":[{"joined":"2020-02-01","left":"2022-01-01"},{"joined":"2021-02-01"}])"),
         {"/periods/1/joined cluster.period_overlap"}},
        {body("A", R"(,"agreements":[{"title":"MoU","signed_on":"2021-01-01","valid_until":"2020-01-01"}])"),
         {"/agreements/0/valid_until cluster.agreement_order"}},
        {body("A", R"(,"agreements":[{"title":" ","link":"example"}])"),
         {"/agreements/0/link json.bad_format", "/agreements/0/title json.bad_format"}},
        {body("A", R"(,"figures":[{"on":"2026-01-01","members":-1,"fte":-0.1,"kinds":["club"]}])"),
         {"/figures/0/fte json.too_small", "/figures/0/kinds/0 json.bad_choice",
          "/figures/0/members json.too_small"}},
        {body("A", R"(,"figures":[{"on":"2026-01-01","kinds":["company","company"]}])"),
         {"/figures/0/kinds/1 cluster.kind_twice"}},
        {body("A", R"(,"contacts":[{"name":"","email":"nobody"}])"),
         {"/contacts/0/email json.bad_format", "/contacts/0/name json.too_short"}},
        {body("A", R"(,"fictitious":true,"organisation":"none")"),
         {"/fictitious json.unknown_field", "/organisation json.too_short"}},
        {body("A", R"(,"organisation":"00000000-0000-7000-8000-000000000000")"),
         {"/organisation cluster.no_organisation"}},
    };
    for (const auto& [body, refused] : cases) {
        const Reply reply = post(kim, "/network/clusters", body);
        EXPECT_EQ(reply.status, 422) << body << reply.body;
        auto found = refusals(reply);
        std::ranges::sort(found);
        EXPECT_EQ(found, refused) << body;
    }
    EXPECT_EQ(names(kim, ""), List());
}

TEST_P(ClustersApi, AreKeptAsTheyWereWrittenAndAreOrganisations) {
    const Person kim = secretary();
    const std::string rest =
        R"(,"web":"https://a.example","region":"Gyeongbuk","city":"Daegu",
            "descriptions":[{"language":"ko","text":"소개"}],
            "contacts":[{"name":"A. Kim","duty":"manager","email":"a@a.example","phone":"1"}],
            "periods":[{"joined":"2018-11-01","left":"2020-01-01"},{"joined":"2021-01-01"}],
            "agreements":[{"title":"MoU","signed_on":"2018-11-01","parties":["A","B"],"link":"https://a.example/m"}],
            "figures":[{"on":"2026-01-01","members":20,"fte":1.5,"kinds":["company","university"],"source":"report"}],
            "sources":[{"title":"A newspaper","link":"https://n.example/1"}])";
    const auto made = make(kim, body("Robot cluster", rest));
    EXPECT_EQ(parsed(get(kim, "/network/clusters/" + text(made, "id"))), made);
    EXPECT_EQ(text(made, "standing"), "member");
    EXPECT_EQ(text(made.at("validation"), "verdict"), "met");
    EXPECT_EQ(json::serialize(made.at("agreements").at(0).at("parties")), R"(["A","B"])");
    const auto organisation = parsed(get(kim, "/organisations/" + text(made, "id")));
    EXPECT_EQ(text(organisation, "kind"), "cluster");
    EXPECT_EQ(text(organisation, "name"), "Robot cluster");
}

TEST_P(ClustersApi, AnOrganisationBecomesAClusterOnce) {
    const Person kim = secretary();
    const std::string id = organisation(kim, "An association", "association");
    const std::string wanted = body("An association", R"(,"organisation":")" + id + '"');
    EXPECT_EQ(text(make(kim, wanted), "id"), id);
    EXPECT_EQ(text(parsed(get(kim, "/organisations/" + id)), "kind"), "association") << "it stays what it is";
    EXPECT_EQ(post(kim, "/network/clusters", wanted).status, 409);
}

TEST_P(ClustersApi, ListsAreSearchedFilteredSortedPagedAndDownloaded) {
    const Person kim = secretary();
    make(kim, body("Beta", R"(,"city":"Lyon","periods":[{"joined":"2018-11-01"}])", "FR"));
    make(kim, body("alpha", R"(,"periods":[{"joined":"2020-11-01","left":"2022-01-01"}])", "FR"));
    make(kim, body("Gamma", R"(,"contacts":[{"name":"Ms Lyon"}])"));
    EXPECT_EQ(names(kim, ""), (List{"alpha", "Beta", "Gamma"}));
    EXPECT_EQ(names(kim, "sort=-name"), (List{"Gamma", "Beta", "alpha"}));
    EXPECT_EQ(names(kim, "sort=joined"), (List{"Gamma", "Beta", "alpha"}));
    EXPECT_EQ(names(kim, "sort=-updated"), (List{"Gamma", "alpha", "Beta"}));
    EXPECT_EQ(names(kim, "q=lyon"), (List{"Beta", "Gamma"})) << "a place, a person";
    EXPECT_EQ(names(kim, "country=FR&standing=member"), List{"Beta"});
    EXPECT_EQ(names(kim, "standing=former"), List{"alpha"});
    EXPECT_EQ(names(kim, "standing=candidate"), List{"Gamma"});
    EXPECT_EQ(refusals(get(kim, "/network/clusters?standing=x&country=XX&page=1")),
              (List{"/query/standing json.bad_choice", "/query/country json.bad_format",
                    "/query/page http.unknown_parameter"}));
    const Reply csv = get(kim, "/network/clusters/export?format=csv&country=FR");
    EXPECT_EQ(csv.status, 200);
    EXPECT_NE(csv.body.find("Beta"), std::string::npos);
    EXPECT_EQ(csv.body.find("Gamma"), std::string::npos) << "what the filter leaves out is not in the file";
    EXPECT_EQ(get(kim, "/network/clusters/export?format=xlsx").body.substr(0, 2), "PK");
    EXPECT_EQ(get(kim, "/network/clusters/export?format=pdf").status, 422);
}

TEST_P(ClustersApi, ChangesNeedTheVersionOfBothRecords) {
    const Person kim = secretary(), lee = secretary();
    const auto made = make(kim, body("Cluster"));
    EXPECT_EQ(send(kim, "PUT", "/network/clusters/" + text(made, "id"), body("Kim")).status, 428);
    const auto saved = parsed(change(lee, "PUT", made, body("Lee", R"(,"city":"Daegu")")));
    EXPECT_EQ(change(kim, "PUT", made, body("Kim")).status, 412);
    EXPECT_EQ(change(kim, "DELETE", made, "").status, 412);
    // The organisation changed elsewhere changes the cluster's tag too.
    const auto organisation = parsed(get(kim, "/organisations/" + text(made, "id")));
    EXPECT_EQ(
        send(
            kim, "PUT", "/organisations/" + text(made, "id"),
            R"({"names":[{"language":"en","name":"Renamed","primary":true}],"kind":"cluster","country":"KR"})",
            {{"If-Match", '"' + text(organisation, "version") + '"'}})
            .status,
        200);
    EXPECT_EQ(change(kim, "PUT", saved, body("Kim")).status, 412);
    EXPECT_EQ(names(kim, ""), List{"Renamed"});
}

TEST_P(ClustersApi, PutAwayBroughtBackAndRemembered) {
    const Person kim = secretary();
    const auto made = make(kim, body("Away"));
    const std::string path = "/network/clusters/" + text(made, "id");
    EXPECT_EQ(change(kim, "DELETE", made, "").status, 204);
    EXPECT_EQ(get(kim, path).status, 404);
    EXPECT_EQ(names(kim, "deleted=true"), List{"Away"});
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    const auto history = parsed(get(kim, path + "/history")).at("items").as_array();
    ASSERT_EQ(history.size(), 3u);
    EXPECT_EQ(text(history[0], "action"), "restore_cluster");
    EXPECT_EQ(text(history[2], "action"), "create_cluster");
}

TEST_P(ClustersApi, APartnerReadsAndWritesItsOwnAndNoOther) {
    const Person kim = secretary();
    const auto own = make(kim, body("Own", R"(,"note":"internal","periods":[{"joined":"2020-01-01"}])"));
    const auto other = make(kim, body("Other"));
    const Person partner = partner_of(text(own, "id"));
    EXPECT_EQ(names(partner, ""), List{"Own"});
    EXPECT_EQ(names(partner, "q=Other"), List());
    EXPECT_EQ(get(partner, "/network/clusters/" + text(other, "id")).status, 404);
    EXPECT_EQ(get(partner, "/network/clusters/export?format=csv").body.find("Other"), std::string::npos);
    const auto seen = parsed(get(partner, "/network/clusters/" + text(own, "id")));
    EXPECT_EQ(text(seen, "note"), "") << "the institute's own note";
    const Reply saved =
        change(partner, "PUT", own, body("Own, renamed", R"(,"periods":[{"joined":"2020-01-01"}])"));
    EXPECT_EQ(saved.status, 200) << saved.body;
    EXPECT_EQ(text(parsed(get(kim, "/network/clusters/" + text(own, "id"))), "note"), "internal")
        << "what a partner does not see is not lost by its saving";
    EXPECT_EQ(refusals(change(partner, "PUT", parsed(saved), body("Own"))),
              List{"/periods cluster.secretariat_only"});
    EXPECT_EQ(change(partner, "PUT", other, body("Mine now")).status, 404);
    EXPECT_EQ(change(partner, "DELETE", parsed(saved), "").status, 404);
    EXPECT_EQ(post(partner, "/network/clusters", body("New")).status, 403);
    EXPECT_EQ(get(partner, "/network/clusters?deleted=true").status, 200);
}

TEST_P(ClustersApi, MembersComeAndGo) {
    const Person kim = secretary();
    const auto cluster = make(kim, body("Cluster"));
    const std::string members = "/network/clusters/" + text(cluster, "id") + "/members";
    const std::string first = organisation(kim, "First"), second = organisation(kim, "Second", "university");
    const auto with = [](const std::string& id, const std::string& more = {}) {
        return R"({"organisation":")" + id + '"' + more + "}";
    };
    const auto one = parsed(post(kim, members, with(first, R"(,"from":"2020-01-01","until":"2021-01-01")")));
    EXPECT_EQ(post(kim, members, with(first, R"(,"from":"2020-06-01")")).status, 409);
    EXPECT_EQ(post(kim, members, with(first, R"(,"from":"2021-01-01")")).status, 201)
        << "the day it ends is free";
    EXPECT_EQ(post(kim, members, with(second)).status, 201);
    EXPECT_EQ(post(kim, members, with(second, R"(,"from":"2090-01-01")")).status, 409) << "it goes on";
    EXPECT_EQ(refusals(post(kim, members, with(text(cluster, "id")))),
              List{"/organisation membership.no_organisation"});
    EXPECT_EQ(refusals(post(kim, members, with(second, R"(,"from":"2020-01-01","until":"2020-01-01")"))),
              List{"/until membership.order"});
    EXPECT_EQ(parsed(get(kim, members)).at("items").as_array().size(), 2u);
    EXPECT_EQ(parsed(get(kim, members + "?time=past")).at("items").as_array().size(), 1u);
    EXPECT_EQ(parsed(get(kim, members + "?time=all&q=first")).at("items").as_array().size(), 2u);
    EXPECT_EQ(text(parsed(get(kim, "/network/clusters/" + text(cluster, "id"))), "members"), "2");

    const Person partner = partner_of(text(cluster, "id"));
    EXPECT_EQ(parsed(get(partner, members)).at("items").as_array().size(), 2u)
        << "a partner sees who its members are";
    const std::string path = members + "/" + text(one, "id");
    EXPECT_EQ(
        send(partner, "PUT", path, R"({"from":"2019-01-01","until":"2020-01-01"})", {{"If-Match", "\"1\""}})
            .status,
        200);
    EXPECT_EQ(send(partner, "DELETE", path, "", {{"If-Match", "\"2\""}}).status, 404);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"1\""}}).status, 412);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"2\""}}).status, 204);
}

TEST_P(ClustersApi, TheRuleIsARecordThatDecidesAnew) {
    const Person kim = secretary();
    const auto made = make(
        kim, body("Small",
                  R"(,"figures":[{"on":"2026-01-01","members":10,"fte":0.5,"kinds":["company","city"]}])"));
    EXPECT_EQ(text(made.at("validation"), "verdict"), "not_met");
    const auto rule = parsed(get(kim, "/network/cluster_rule"));
    EXPECT_EQ(text(rule, "min_members"), "15");
    const std::string easier = R"({"min_members":10,"min_fte":0.5,"min_kinds":2,"origin":"board","note":""})";
    EXPECT_EQ(send(kim, "PUT", "/network/cluster_rule", easier).status, 428);
    EXPECT_EQ(send(kim, "PUT", "/network/cluster_rule", easier, {{"If-Match", "\"1\""}}).status, 200);
    const auto after = parsed(get(kim, "/network/clusters/" + text(made, "id")));
    EXPECT_EQ(text(after.at("validation"), "verdict"), "met");
    EXPECT_EQ(text(after, "version"), text(made, "version")) << "the record itself has not changed";
    const auto history = parsed(get(kim, "/network/cluster_rule/history")).at("items").as_array();
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(text(history[0].at("before"), "min_members"), "15");
    EXPECT_EQ(refusals(send(kim, "PUT", "/network/cluster_rule",
                            R"({"min_members":-1,"min_fte":0.5,"min_kinds":9})", {{"If-Match", "\"2\""}})),
              (List{"/min_members json.too_small", "/min_kinds json.too_large"}));
}

TEST_P(ClustersApi, FiguresOfGrowthStandSideBySideWithTheirSources) {
    const Person kim = secretary();
    const std::string source = R"(,"source":{"title":"A newspaper","link":"https://n.example/1"}})";
    const auto fact = [&](const std::string& text) {
        return post(kim, "/network/growth_facts", text + source);
    };
    EXPECT_EQ(fact(R"({"time":"2018-11","basis":"membership","countries":6,"clusters":8)").status, 201);
    EXPECT_EQ(fact(R"({"time":"2018-11","basis":"attendance","countries":7,"clusters":9)").status, 201);
    EXPECT_EQ(fact(R"({"time":"2018","basis":"named","country":"SG","cluster":"SIAA")").status, 201);
    EXPECT_EQ(refusals(fact(R"({"time":"2018","basis":"named")")), List{"/country growth.no_country"});
    EXPECT_EQ(refusals(fact(R"({"time":"18","basis":"membership")")), List{"/time json.bad_format"});
    EXPECT_EQ(refusals(fact(R"({"time":"2018","basis":"membership")")), List{"/clusters growth.no_count"});
    EXPECT_EQ(
        refusals(post(kim, "/network/growth_facts", R"({"time":"2018","basis":"membership","clusters":1})")),
        List{"/source json.missing"});
    const auto facts = parsed(get(kim, "/network/growth_facts")).at("items").as_array();
    ASSERT_EQ(facts.size(), 3u);
    EXPECT_EQ(text(facts[0], "time"), "2018");
    EXPECT_EQ(text(facts[1], "clusters"), "8");
    EXPECT_EQ(text(facts[2], "clusters"), "9");
    make(kim, body("Cluster", R"(,"periods":[{"joined":"2018-11-01"}])"));
    const auto growth = parsed(get(kim, "/network/growth"));
    EXPECT_EQ(text(growth.at("points").at(0), "clusters"), "1");
    EXPECT_EQ(text(growth.at("countries").at(0), "country"), "KR");
}

TEST_P(ClustersApi, AnHsCodeStandsThereOnce) {
    const Person kim = secretary();
    const std::string rest =
        R"("names":[{"language":"en","name":"Industrial robots","primary":true}],"source":{"title":"t"}})";
    const auto made = parsed(post(kim, "/network/hs_codes", R"({"code":"8479.50",)" + rest));
    EXPECT_EQ(post(kim, "/network/hs_codes", R"({"code":"847950",)" + rest).status, 409) << "the same digits";
    for (const char* bad : {"8", "84795", "84.", "84..79", "84x9", "8479.50.1000.00"})
        EXPECT_EQ(post(kim, "/network/hs_codes", std::string(R"({"code":")") + bad + "\"," + rest).status,
                  422)
            << bad;
    const std::string path = "/network/hs_codes/" + text(made, "id");
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"1\""}}).status, 204);
    EXPECT_EQ(post(kim, "/network/hs_codes", R"({"code":"847950",)" + rest).status, 201);
    EXPECT_EQ(post(kim, path + "/restore").status, 409) << "another one has its place";
    EXPECT_EQ(parsed(get(nobody, "/network/hs_codes?q=8479.5")).at("items").as_array().size(), 0u);
    EXPECT_EQ(parsed(get(nobody, "/network/hs_codes?q=84795")).at("items").as_array().size(), 1u);
}

}  // namespace
}  // namespace dure::app::testing
