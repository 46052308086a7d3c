// SPDX-License-Identifier: Apache-2.0
// What lists share: views that a person keeps, and what is seen as a file.
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class ListsApi : public Api {
  protected:
    void make(const Person& who, const std::string& name, const std::string& kind = "company") {
        const Reply made = post(who, "/organisations",
                                R"({"names":[{"language":"ko","name":")" + name +
                                    R"(","primary":true}],"kind":")" + kind + R"(","country":"KR"})");
        EXPECT_EQ(made.status, 201) << made.body;
    }
    static std::string view(const std::string& name, const std::string& query = "{}") {
        return R"({"list":"organisations","name":")" + name + R"(","query":")" + query + "\"}";
    }
};
DURE_API_TESTS(ListsApi);

TEST_P(ListsApi, ViewsAreKeptPerPersonAndByName) {
    const Person kim = planner(), lee = planner();
    const Reply made = post(kim, "/views", view("독일 회사", "country=DE"));
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(refusals(post(kim, "/views", view("독일 회사"))),
              std::vector<std::string>{"/name lists.view_exists"});
    EXPECT_EQ(post(lee, "/views", view("독일 회사")).status, 201) << "each person's own";
    EXPECT_EQ(post(kim, "/views", view("")).status, 422);
    post(kim, "/views", view("가나다"));
    const auto views = parsed(get(kim, "/views?list=organisations")).at("items").as_array();
    ASSERT_EQ(views.size(), 2u);
    EXPECT_EQ(text(views[0], "name"), "가나다");
    EXPECT_EQ(parsed(get(kim, "/views?list=plans")).at("items").as_array().size(), 0u);
    const std::string path = "/views/" + text(parsed(made), "id");
    EXPECT_EQ(send(kim, "PATCH", path, R"({"query":"x"})").status, 428);
    const Reply changed = send(kim, "PATCH", path, R"({"query":"x"})", {{"If-Match", etag(made)}});
    EXPECT_EQ(text(parsed(changed), "query"), "x");
    EXPECT_EQ(send(kim, "PATCH", path, R"({"query":"y"})", {{"If-Match", etag(made)}}).status, 412);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", etag(changed)}}).status, 204);
    EXPECT_EQ(get(kim, "/views").body.find("독일"), std::string::npos);
}

TEST_P(ListsApi, AViewSentTwiceWithItsKeyIsMadeOnce) {
    const Person kim = planner();
    const Headers key{{"Idempotency-Key", "a-view-once"}};
    const Reply first = post(kim, "/views", view("한 번"), key);
    EXPECT_EQ(post(kim, "/views", view("한 번"), key).body, first.body);
}

TEST_P(ListsApi, WhatIsSeenIsDownloaded) {
    const Person kim = planner();
    make(kim, "나루");
    make(kim, "=두레", "institute");
    const Reply csv = get(kim, "/organisations/export?format=csv&columns=name,kind&sort=-name");
    EXPECT_EQ(csv.body, "\xEF\xBB\xBF이름,종류\r\n나루,기업\r\n'=두레,연구소\r\n");
    EXPECT_EQ(csv.header("content-disposition"), "attachment; filename=\"organisations.csv\"");
    EXPECT_EQ(get(kim, "/organisations/export?format=json&columns=kind,name&kind=institute").body,
              R"([{"kind":"institute","name":"=두레"}])");
    EXPECT_TRUE(get(kim, "/organisations/export?format=xlsx&language=en").body.starts_with("PK"));
    EXPECT_EQ(
        refusals(get(kim, "/organisations/export?format=pdf&columns=name,secret")),
        (std::vector<std::string>{"/query/format json.bad_choice", "/query/columns lists.unknown_column"}));
    EXPECT_EQ(get(kim, "/organisations/export").status, 422);
}

}  // namespace
}  // namespace dure::app::testing
