// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <random>
#include <thread>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

using auth::Role;

class BoardApi : public Api {
  protected:
    const Person kim = planner(), admin = administrator(),
                 chair = person({Role::board_member, Role::director}, "Chair"),
                 ahn = person({Role::board_member}, "Ahn"), bae = person({Role::board_member}, "Bae"),
                 cho = person({Role::board_member}, "Cho");
    json::value meeting;

    std::string path(const std::string& more = {}) const {
        return "/board/meetings/" + text(meeting, "id") + more;
    }
    std::string item(std::size_t at, const std::string& more) const {
        return "/items/" + text(meeting.at("agenda").at(at), "id") + more;
    }
    Reply act(const std::string& to, std::string_view method = "POST", const std::string& body = {}) {
        meeting = parsed(get(kim, path()));
        const Reply reply =
            send(kim, method, path(to), body, {{"If-Match", '"' + text(meeting, "version") + '"'}});
        if (reply.status < 300) meeting = parsed(reply);
        return reply;
    }
    std::string content(const std::string& items) const {
        return R"({"title":"Board","place":"Daegu","begins":"2026-12-01T10:00:00+09:00","notice":"Please come.","chair":")" +
               chair.id + R"(","items":[)" + items + "]}";
    }
    void make(const std::string& items) {
        const Reply made = post(kim, "/board/meetings", content(items));
        ASSERT_EQ(made.status, 201) << made.body;
        meeting = parsed(made);
    }
    /// Open, with these members present.
    void opened(const std::string& items, const std::vector<const Person*>& present) {
        make(items);
        ASSERT_EQ(act("/convene").status, 200);
        for (const Person* who : present) there(*who);
        ASSERT_EQ(act("/open").status, 200);
    }
    Reply there(const Person& who, const std::string& body = R"({"presence":"present"})") {
        return act("/members/" + who.id, "PUT", body);
    }
    Reply vote(const Person& who, std::size_t at, const std::string& choice, const Person* member = nullptr) {
        return send(who, "PUT", path(item(at, "/votes/" + (member ? member : &who)->id)),
                    R"({"choice":")" + choice + "\"}");
    }
    const json::value& agenda(std::size_t at) const { return meeting.at("agenda").at(at); }
    static std::string code(const Reply& reply) { return text(parsed(reply), "code"); }

    static constexpr const char* kOpen =
        R"({"title":"Budget","proposal":"Text","ballot":"open","majority":"simple"})";
    static constexpr const char* kSecret = R"({"title":"Head","ballot":"secret","majority":"two_thirds"})";
    static constexpr const char* kReport = R"({"title":"Report","ballot":"report","majority":"simple"})";
    using List = std::vector<std::string>;
};
DURE_API_TESTS(BoardApi);

TEST_P(BoardApi, ItsMembersAreToldByMailThatItMeetsAndThatItDoesNot) {
    const auto readers_of = [&](const std::string& words) {
        List readers;
        const json::value mails = parsed(get(admin, "/mails?q=" + words));
        for (const auto& mail : mails.at("items").as_array())
            if (text(mail, "subject").ends_with("Board")) readers.push_back(text(mail, "address"));
        std::ranges::sort(readers);
        return readers;
    };
    make(kOpen);
    EXPECT_EQ(readers_of("").size(), 0u) << "a draft is nobody's to know";
    ASSERT_EQ(act("/convene").status, 200);
    const List told = readers_of("%EC%86%8C%EC%A7%91");  // 소집
    EXPECT_GE(told.size(), 3u);
    ASSERT_EQ(act("/cancel").status, 200);
    EXPECT_EQ(readers_of("%EC%B7%A8%EC%86%8C"), told) << "취소";
}

TEST_P(BoardApi, AVoteNeedsItsQuorum) {
    opened(kOpen, {&chair, &ahn});
    const Reply refused = act(item(0, "/begin"));
    EXPECT_EQ(code(refused), "board.no_quorum");
    EXPECT_EQ(text(parsed(refused).at("params"), "needed"), "3");
    EXPECT_EQ(there(bae).status, 200);
    EXPECT_EQ(act(item(0, "/begin")).status, 200);
    EXPECT_EQ(there(cho).status, 403) << "nobody comes or goes while a vote runs";
}

TEST_P(BoardApi, OpenVotesAreCountedAndCarriedResolutionsNumbered) {
    opened(std::string(kOpen) + "," + kOpen + "," + kReport, {&chair, &ahn, &bae});
    EXPECT_EQ(vote(ahn, 0, "yes").status, 403) << "the vote has not begun";
    act(item(0, "/begin"));
    EXPECT_EQ(act(item(1, "/begin")).status, 403) << "one at a time";
    const Reply before = get(kim, path(""));
    EXPECT_EQ(get(kim, path(""), {{"If-None-Match", etag(before)}}).status, 304);
    EXPECT_EQ(vote(ahn, 0, "no").status, 200);
    EXPECT_EQ(get(kim, path(""), {{"If-None-Match", etag(before)}}).status, 200)
        << "who looks again sees the vote, although it leaves the version";
    EXPECT_EQ(vote(ahn, 0, "yes").status, 200) << "an open vote may be given anew";
    EXPECT_EQ(vote(cho, 0, "yes").status, 403) << "not there";
    EXPECT_EQ(vote(bae, 0, "no", &ahn).status, 403) << "not theirs to give";
    vote(bae, 0, "yes");
    EXPECT_EQ(vote(kim, 0, "abstain", &chair).status, 200) << "the secretary writes down a show of hands";
    act(item(0, "/end"));
    EXPECT_EQ(text(agenda(0), "state"), "carried");
    EXPECT_EQ(text(agenda(0).at("resolution"), "serial"), "1");
    EXPECT_EQ(
        agenda(0).at("yes").as_int64() + agenda(0).at("no").as_int64() + agenda(0).at("abstain").as_int64(),
        static_cast<std::int64_t>(agenda(0).at("votes").as_array().size()));
    act(item(1, "/begin"));
    vote(ahn, 1, "yes");
    EXPECT_EQ(code(act("/close")), "auth.forbidden") << "a vote runs";
    act(item(1, "/end"));
    EXPECT_EQ(text(agenda(1), "state"), "rejected") << "one of three present";
    EXPECT_EQ(code(act("/close")), "board.items_left");
    act(item(2, "/begin"));
    EXPECT_EQ(text(agenda(2), "state"), "reported");
    EXPECT_EQ(act("/close").status, 200);
    EXPECT_EQ(parsed(get(ahn, "/board/resolutions")).at("items").as_array().size(), 1u);
}

TEST_P(BoardApi, OfSecretVotesOnlyTheCountsAreKept) {
    opened(kSecret, {&chair, &ahn, &bae});
    act(item(0, "/begin"));
    EXPECT_EQ(vote(kim, 0, "yes", &ahn).status, 403) << "nobody gives another's secret vote";
    EXPECT_EQ(vote(ahn, 0, "yes").status, 200);
    EXPECT_EQ(code(vote(ahn, 0, "no")), "board.voted_already");
    const auto during = parsed(get(chair, path()));
    EXPECT_EQ(text(during.at("agenda").at(0), "yes"), "") << "no counts while it runs";
    EXPECT_EQ(during.at("agenda").at(0).at("votes").as_array().size(), 1u) << "but who has voted";
    vote(bae, 0, "yes");
    vote(chair, 0, "no");
    act(item(0, "/end"));
    EXPECT_EQ(text(agenda(0), "yes"), "2");
    EXPECT_EQ(text(agenda(0), "no"), "1");
    EXPECT_EQ(text(agenda(0), "state"), "carried") << "two thirds of three";
    for (const auto& one : agenda(0).at("votes").as_array()) EXPECT_EQ(text(one, "choice"), "");
    // Nor does anything that is kept beside say how somebody voted.
    app().database().read([&](db::Connection& c) {
        for (const auto& row : c.query("SELECT choice FROM board_vote")) EXPECT_TRUE(row.null(0));
        for (const auto& row : c.query("SELECT after FROM audit_entry WHERE action = 'cast_board_vote'"))
            EXPECT_EQ(row.text(0).find("choice"), std::string::npos);
        EXPECT_FALSE(c.query_one("SELECT 1 FROM idempotency_key WHERE operation = 'cast_board_vote'"));
    });
}

// Whoever votes how often and at once: the counts are the votes.
TEST_P(BoardApi, TheCountsOfASecretVoteAreTheVotes) {
    std::vector<Person> many;
    for (int i = 0; i < 8; ++i) many.push_back(person({Role::board_member}));
    std::vector<const Person*> present;
    for (const Person& who : many) present.push_back(&who);
    opened(kSecret, present);
    act(item(0, "/begin"));
    std::vector<std::thread> threads;
    std::atomic<int> given = 0;
    for (std::size_t i = 0; i < many.size(); ++i)
        threads.emplace_back([&, i] {
            std::mt19937 random(static_cast<unsigned>(i));
            for (int again = 0; again < 3; ++again) {
                const char* choices[] = {"yes", "no", "abstain"};
                Reply reply;
                do reply = vote(many[i], 0, choices[random() % 3]);
                while (reply.status == 503);
                given += reply.status == 200;
            }
        });
    for (auto& thread : threads) thread.join();
    act(item(0, "/end"));
    EXPECT_EQ(given, 8);
    EXPECT_EQ(
        agenda(0).at("yes").as_int64() + agenda(0).at("no").as_int64() + agenda(0).at("abstain").as_int64(),
        8);
}

TEST_P(BoardApi, ProxiesWhereTheRuleAllowsThem) {
    opened(kOpen, {&chair, &ahn});
    const std::string by_ahn = R"({"presence":"proxy","proxy":")" + ahn.id + "\"}";
    EXPECT_EQ(refusals(there(bae, by_ahn)), List{"/presence board.no_proxies"});
    const Reply rule = send(
        admin, "PUT", "/board/rule",
        R"({"quorum_numerator":1,"quorum_denominator":2,"quorum_more_than":true,"majority_of":"cast","proxies":true,"chair_decides_ties":false,"basis":"Statute 9"})",
        {{"If-Match", "\"1\""}});
    ASSERT_EQ(rule.status, 200) << rule.body;
    EXPECT_EQ(refusals(there(bae, by_ahn)), List{"/presence board.no_proxies"})
        << "the rule of when it was convened holds";
    opened(kOpen, {&chair, &ahn});
    EXPECT_EQ(refusals(there(bae, R"({"presence":"proxy"})")), List{"/proxy board.proxy_with_person"});
    EXPECT_EQ(refusals(there(bae, R"({"presence":"proxy","proxy":")" + cho.id + "\"}")),
              List{"/proxy board.proxy_not_present"});
    EXPECT_EQ(there(bae, by_ahn).status, 200);
    EXPECT_EQ(refusals(there(ahn, R"({"presence":"absent"})")), List{"/presence board.is_proxy"});
    EXPECT_EQ(act(item(0, "/begin")).status, 200) << "who is there by proxy counts";
    EXPECT_EQ(vote(ahn, 0, "yes", &bae).status, 200);
    EXPECT_EQ(vote(bae, 0, "no").status, 403) << "the proxy votes now";
}

TEST_P(BoardApi, MinutesAreSignedByTheChairAndCorrectedByANewVersion) {
    ASSERT_EQ(post(admin, "/approvals/lines",
                   R"({"name":"Minutes","kind":"board_minutes","delegated":false,
                       "steps":[{"task":"approval","title":"Chair","role":"board_member"}]})")
                  .status,
              201);
    opened(kReport, {&chair, &ahn, &bae});
    act(item(0, "/begin"));
    EXPECT_EQ(act("/minutes", "POST", "{}").status, 403) << "not before it is closed";
    act("/close");
    ASSERT_EQ(act("/minutes", "POST", R"({"remarks":"All agreed."})").status, 201);
    const std::string approval = "/approvals/" + text(meeting.at("minutes").at(0), "approval");
    const auto draft = parsed(get(kim, approval));
    EXPECT_NE(text(draft, "body").find("All agreed."), std::string::npos);
    const auto submit = [&](const Person& who) {
        return post(kim, approval + "/submit",
                    R"({"steps":[{"task":"approval","account":")" + who.id + R"("}]})",
                    {{"If-Match", "\"1\""}});
    };
    EXPECT_EQ(refusals(submit(ahn)), List{"/steps/0/account board.chair_signs"});
    ASSERT_EQ(submit(chair).status, 200);
    EXPECT_EQ(
        post(chair, approval + "/decision", R"({"decision":"approve"})", {{"If-Match", "\"2\""}}).status,
        200);
    EXPECT_EQ(refusals(act("/minutes", "POST", R"({"remarks":"x"})")),
              List{"/correction board.correction_needed"});
    ASSERT_EQ(
        act("/minutes", "POST", R"({"remarks":"All but one agreed.","correction":"The count."})").status,
        201);
    ASSERT_EQ(meeting.at("minutes").as_array().size(), 2u);
    EXPECT_EQ(text(meeting.at("minutes").at(0), "approval_state"), "approved");
    const auto first = parsed(get(ahn, path("/minutes/" + text(meeting.at("minutes").at(0), "id"))));
    EXPECT_EQ(text(first, "remarks"), "All agreed.");
    EXPECT_EQ(text(first.at("content"), "title"), "Board");
}

TEST_P(BoardApi, BadBodiesAndRights) {
    const Person expert = person({Role::expert});
    struct Case {
        std::string body;
        List refused;
    };
    const Case cases[] = {
        {"{}",
         {"/begins json.missing", "/chair json.missing", "/items json.missing", "/place json.missing",
          "/title json.missing"}},
        {R"({"title":"T","place":"","begins":"tomorrow","chair":"x","items":[]})",
         {"/begins json.bad_format"}},
        {R"({"title":"T","place":"","begins":"2026-12-01T10:00:00Z","chair":")" + kim.id + R"(","items":[]})",
         {"/chair board.chair_not_member"}},
        {content(R"({"title":" ","ballot":"open","majority":"simple"})"), {"/items/0/title names.blank"}},
        {content(R"({"title":"T","ballot":"loud","majority":"most"})"),
         {"/items/0/ballot json.bad_choice", "/items/0/majority json.bad_choice"}},
    };
    for (const auto& [body, refused] : cases) {
        auto found = refusals(post(kim, "/board/meetings", body));
        std::ranges::sort(found);
        EXPECT_EQ(found, refused) << body;
    }
    EXPECT_EQ(
        refusals(send(
            admin, "PUT", "/board/rule",
            R"({"quorum_numerator":3,"quorum_denominator":2,"quorum_more_than":true,"majority_of":"cast","proxies":true,"chair_decides_ties":false})",
            {{"If-Match", "\"1\""}})),
        List{"/quorum_numerator board.quorum_above_one"});
    make("");
    EXPECT_EQ(get(ahn, path()).status, 404) << "a draft is its secretary's";
    EXPECT_EQ(code(act("/convene")), "board.no_items");
    act("", "PUT", content(kOpen));
    act("/convene");
    EXPECT_EQ(get(ahn, path()).status, 200);
    EXPECT_EQ(get(expert, path()).status, 404);
    EXPECT_EQ(get(person({Role::cluster_manager}), path()).status, 404);
    EXPECT_EQ(parsed(get(person({Role::cluster_manager}), "/board/meetings")).at("items").as_array().size(),
              0u);
    EXPECT_EQ(parsed(get(ahn, "/board/meetings")).at("items").as_array().size(), 1u);
    EXPECT_EQ(send(kim, "PUT", path(), content(kOpen)).status, 428);
    EXPECT_EQ(send(kim, "PUT", path(), content(kOpen), {{"If-Match", "\"1\""}}).status, 412);
}

}  // namespace
}  // namespace dure::app::testing
