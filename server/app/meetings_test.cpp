// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class MeetingsApi : public Api {
  protected:
    Person secretary() { return person({auth::Role::cluster_manager}, "Secretary"); }
    std::string body_of_network(const Person& who, const std::string& name = "General assembly") {
        return text(parsed(post(who, "/network/bodies",
                                R"({"names":[{"language":"en","name":")" + name + R"(","primary":true}]})")),
                    "id");
    }
    static std::string meeting(const std::string& body, const std::string& title,
                               const std::string& more = {}) {
        return R"({"body":")" + body + R"(","title":")" + title + R"(","language":"en","day":"2026-11-26")" +
               more + "}";
    }
    Reply change(const Person& who, std::string_view method, const json::value& one, const std::string& path,
                 const std::string& text_body = {}) {
        return send(who, method, "/network/meetings/" + text(one, "id") + path, text_body,
                    {{"If-Match", '"' + text(one, "version") + '"'}});
    }
};
DURE_API_TESTS(MeetingsApi);

using List = std::vector<std::string>;

TEST_P(MeetingsApi, KeepAgendaAttendanceMinutesDecisionsAndTasks) {
    const Person kim = secretary();
    const std::string body = body_of_network(kim);
    const auto cluster =
        parsed(post(kim, "/network/clusters",
                    R"({"names":[{"language":"en","name":"Cluster","primary":true}],"country":"DK"})"));
    const std::string more = R"(,"time":"14:30","place":"EXCO","link":"https://meet.example/1",
        "agenda":[{"title":"Report","text":"x"}],"attendance":[{"cluster":")" +
                             text(cluster, "id") + R"(","presence":"online","people":"A"}],"minutes":"said",
        "decisions":[{"text":"yes"}],"tasks":[{"text":"write","who":"A","due":"2026-12-01","done":false}])";
    const Reply made = post(kim, "/network/meetings", meeting(body, "First", more));
    ASSERT_EQ(made.status, 201) << made.body;
    const auto one = parsed(get(kim, "/network/meetings/" + text(parsed(made), "id")));
    EXPECT_EQ(one, parsed(made));
    EXPECT_EQ(text(one, "state"), "draft");
    EXPECT_EQ(text(one.at("clusters").at(0), "name"), "Cluster");
    EXPECT_EQ(text(one.at("body_names").at(0), "name"), "General assembly");
    EXPECT_EQ(text(one.at("tasks").at(0), "due"), "2026-12-01");
}

TEST_P(MeetingsApi, BadBodiesNameEveryBadField) {
    const Person kim = secretary();
    const std::string body = body_of_network(kim);
    const auto refused = [&](const std::string& text_body) {
        auto found = refusals(post(kim, "/network/meetings", text_body));
        std::ranges::sort(found);
        return found;
    };
    EXPECT_EQ(
        refused(meeting(body, "A", R"(,"time":"24:00","link":"x","tasks":[{"text":"t","due":"soon"}])")),
        (List{"/link json.bad_format", "/tasks/0/due json.bad_format", "/time json.bad_format"}));
    EXPECT_EQ(refused(meeting("none", "A", R"(,"attendance":[{"cluster":"none","presence":"present"}])")),
              (List{"/attendance/0/cluster meeting.no_cluster", "/body meeting.no_body"}));
    EXPECT_EQ(
        refused(meeting(
            body, "A",
            R"(,"attendance":[{"cluster":"x","presence":"present"},{"cluster":"x","presence":"absent"}])")),
        List{"/attendance/1/cluster meeting.cluster_twice"});
    EXPECT_EQ(refused(meeting(body, " ")), List{"/title json.bad_format"});
}

TEST_P(MeetingsApi, PartnersReadWhatIsPublishedAndNothingElse) {
    const Person kim = secretary(), partner = person({auth::Role::partner_cluster}, "Partner");
    const std::string body = body_of_network(kim);
    const auto draft = parsed(post(kim, "/network/meetings", meeting(body, "Draft")));
    EXPECT_EQ(get(partner, "/network/meetings/" + text(draft, "id")).status, 404);
    EXPECT_EQ(parsed(get(partner, "/network/meetings?state=draft")).at("items").as_array().size(), 0u);
    const Reply published = change(kim, "POST", draft, "/publish");
    ASSERT_EQ(published.status, 200) << published.body;
    EXPECT_EQ(text(parsed(published), "published_by_name"), "Secretary");
    EXPECT_EQ(get(partner, "/network/meetings/" + text(draft, "id")).status, 200);
    EXPECT_EQ(change(kim, "PUT", parsed(published), "", meeting(body, "Changed")).status, 409);
    EXPECT_EQ(change(kim, "DELETE", parsed(published), "").status, 409);
    EXPECT_EQ(change(partner, "POST", parsed(published), "/withdraw").status, 404);
    const Reply withdrawn = change(kim, "POST", parsed(published), "/withdraw");
    EXPECT_EQ(text(parsed(withdrawn), "published_at"), "");
    EXPECT_EQ(get(partner, "/network/meetings/" + text(draft, "id")).status, 404);
}

TEST_P(MeetingsApi, AreListedSearchedChangedPutAwayAndRemembered) {
    const Person kim = secretary();
    const std::string board = body_of_network(kim, "Board"), assembly = body_of_network(kim);
    const auto first =
        parsed(post(kim, "/network/meetings", meeting(board, "First", R"(,"minutes":"about fairs")")));
    post(kim, "/network/meetings", meeting(assembly, "Second"));
    const auto titles = [&](const std::string& query) {
        List found;
        const auto page = parsed(get(kim, "/network/meetings?" + query));
        for (const auto& one : page.at("items").as_array()) found.push_back(text(one, "title"));
        return found;
    };
    EXPECT_EQ(titles(""), (List{"Second", "First"}));
    EXPECT_EQ(titles("q=FAIRS"), List{"First"});
    EXPECT_EQ(titles("body=" + assembly), List{"Second"});
    const auto page = parsed(get(kim, "/network/meetings?limit=1"));
    EXPECT_EQ(titles("limit=1&cursor=" + text(page, "next_cursor")), List{"First"});
    const auto saved = parsed(change(kim, "PUT", first, "", meeting(board, "First, mended")));
    EXPECT_EQ(change(kim, "PUT", first, "", meeting(board, "x")).status, 412);
    EXPECT_EQ(change(kim, "DELETE", saved, "").status, 204);
    EXPECT_EQ(titles("deleted=true"), List{"First, mended"});
    const std::string path = "/network/meetings/" + text(first, "id");
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(parsed(get(kim, path + "/history")).at("items").as_array().size(), 4u);
}

}  // namespace
}  // namespace dure::app::testing
