// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <random>
#include <set>
#include <thread>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

using auth::Role;

class ApprovalsApi : public Api {
  protected:
    const Person kim = planner(), lee = person({Role::planner}, "Lee"),
                 head = person({Role::director}, "Head"), admin = administrator();

    void SetUp() override {
        line(R"({"name":"Small","kind":"document","most_krw":1000,"delegated":true,
                 "steps":[{"task":"approval","title":"Team","role":"planner"}]})");
        line(R"({"name":"Any","kind":"document","delegated":false,"basis":"Rule 5",
                 "steps":[{"task":"review","title":"Team","role":"planner","days":2},
                          {"task":"approval","title":"Head","role":"director"}]})");
    }
    void line(const std::string& body) {
        const Reply made = post(admin, "/approvals/lines", body);
        ASSERT_EQ(made.status, 201) << made.body;
    }
    json::value draft(const Person& who, const std::string& more = {}, const std::string& title = "Paper") {
        const Reply made = post(who, "/approvals",
                                R"({"desk":"general","body":"Text","title":")" + title + '"' + more + "}");
        EXPECT_EQ(made.status, 201) << made.body;
        return parsed(made);
    }
    Reply act(const Person& who, const json::value& one, const std::string& what,
              const std::string& body = {}) {
        return post(who, path(one) + "/" + what, body, {{"If-Match", '"' + text(one, "version") + '"'}});
    }
    static std::string path(const json::value& one) { return "/approvals/" + text(one, "id"); }
    static std::string steps(const std::vector<std::pair<std::string, const Person*>>& chosen) {
        std::string list;
        for (const auto& [task, who] : chosen)
            list +=
                (list.empty() ? "" : ",") + (R"({"task":")" + task) + R"(","account":")" + who->id + "\"}";
        return R"({"steps":[)" + list + "]}";
    }
    std::string to_both() const { return steps({{"review", &lee}, {"approval", &head}}); }
    json::value submitted(const std::string& more = {}) {
        const Reply reply = act(kim, draft(kim, more), "submit", to_both());
        EXPECT_EQ(reply.status, 200) << reply.body;
        return parsed(reply);
    }
    json::value decided(const Person& who, const json::value& one, const std::string& body = kApprove) {
        const Reply reply = act(who, one, "decision", body);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return parsed(reply);
    }
    std::vector<std::string> titles(const Person& who, const std::string& query) {
        std::vector<std::string> found;
        const auto page = parsed(get(who, "/approvals?" + query));
        for (const auto& item : page.at("items").as_array()) found.push_back(text(item, "title"));
        return found;
    }
    void stand_in(const Person& absent, const Person& deputy) {
        const Reply made = post(admin, "/accounts/" + absent.id + "/deputies",
                                R"({"deputy":")" + deputy.id + R"(","valid_until":"2100-01-01T00:00:00Z"})");
        ASSERT_EQ(made.status, 201) << made.body;
    }

    static constexpr const char* kApprove = R"({"decision":"approve"})";
    static constexpr const char* kReject = R"({"decision":"reject","note":"Too dear."})";
    using List = std::vector<std::string>;
};
DURE_API_TESTS(ApprovalsApi);

TEST_P(ApprovalsApi, GoThroughTheirStepsAndGetANumber) {
    const Person money = person({Role::finance_officer}, "Money");
    const Reply reply =
        act(kim, draft(kim), "submit", steps({{"review", &lee}, {"agreement", &money}, {"approval", &head}}));
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto one = parsed(reply);
    EXPECT_EQ(text(one, "waiting_for"), "Lee");
    EXPECT_EQ(act(head, one, "decision", kApprove).status, 403) << "not yet the head's turn";
    one = decided(lee, one, R"({"decision":"approve","note":"Looks right."})");
    one = decided(money, one);
    EXPECT_EQ(text(one, "number"), "") << "no number before the last approval";
    one = decided(head, one);
    EXPECT_EQ(text(one, "state"), "approved");
    EXPECT_EQ(text(one.at("number"), "serial"), "1");
    EXPECT_TRUE(one.at("intact").as_bool());
    const auto& first = one.at("rounds").at(0).at("steps").at(0);
    EXPECT_EQ(text(first, "note"), "Looks right.");
    EXPECT_EQ(text(first, "decided_by_name"), "Lee");
    EXPECT_EQ(json::serialize(parsed(get(kim, path(one))).at("actions")), R"(["comment_approval"])")
        << "what is approved can no longer be changed";
}

TEST_P(ApprovalsApi, ADeputyDecidesInTheHoldersPlace) {
    const Person other = person({Role::planner}, "Deputy");
    auto one = submitted();
    EXPECT_EQ(get(other, path(one)).status, 404);
    stand_in(lee, other);
    EXPECT_EQ(titles(other, "box=waiting"), List{"Paper"});
    EXPECT_EQ(text(parsed(get(other, path(one))), "decide_for"), "Lee");
    one = decided(other, one);
    const auto& step = one.at("rounds").at(0).at("steps").at(0);
    EXPECT_TRUE(step.at("by_deputy").as_bool());
    EXPECT_EQ(text(step, "account_name"), "Lee");
    EXPECT_EQ(text(step, "decided_by_name"), "Deputy");
}

TEST_P(ApprovalsApi, NobodyDecidesOnTheirOwnDraftAsADeputyEither) {
    stand_in(lee, kim);
    const auto one = submitted();
    EXPECT_EQ(act(kim, one, "decision", kApprove).status, 403);
    EXPECT_EQ(titles(kim, "box=waiting"), List{});
}

TEST_P(ApprovalsApi, ARejectedOneIsRevisedAndTheOldRoundStays) {
    auto one = submitted();
    EXPECT_EQ(refusals(act(lee, one, "decision", R"({"decision":"reject","note":" "})")),
              List{"/note approval.reason_needed"});
    one = decided(lee, one, kReject);
    EXPECT_EQ(text(one, "state"), "rejected");
    const Reply saved = send(kim, "PUT", path(one), R"({"desk":"general","title":"Paper","body":"Cheaper"})",
                             {{"If-Match", '"' + text(one, "version") + '"'}});
    ASSERT_EQ(saved.status, 200) << saved.body;
    EXPECT_EQ(text(parsed(get(lee, path(one))), "body"), "Text") << "others see what was handed in";
    const Reply again = act(kim, parsed(saved), "submit", to_both());
    ASSERT_EQ(again.status, 200) << again.body;
    one = decided(head, decided(lee, parsed(again)));
    ASSERT_EQ(one.at("rounds").as_array().size(), 2u);
    EXPECT_EQ(text(one.at("rounds").at(0), "outcome"), "rejected");
    EXPECT_EQ(text(one.at("rounds").at(0), "body"), "Text");
    EXPECT_EQ(text(one.at("rounds").at(0).at("steps").at(0), "note"), "Too dear.");
    EXPECT_EQ(text(one.at("rounds").at(0).at("steps").at(1), "state"), "skipped");
    EXPECT_EQ(text(one.at("rounds").at(1), "body"), "Cheaper");
}

TEST_P(ApprovalsApi, ARecallHoldsUntilSomebodyDecided) {
    auto one = submitted();
    one = parsed(act(kim, one, "recall"));
    EXPECT_EQ(text(one, "state"), "recalled");
    EXPECT_EQ(titles(lee, "box=waiting"), List{});
    one = decided(lee, parsed(act(kim, one, "submit", to_both())));
    EXPECT_EQ(act(kim, one, "recall").status, 403);
    app().database().write(
        [&](db::Connection& c) { c.execute("UPDATE account SET active = 0 WHERE id = $1", head.id); });
    EXPECT_EQ(act(kim, one, "recall").status, 200) << "the one it waits for has left";
}

TEST_P(ApprovalsApi, OfTwoDecisionsAtOnceOneStands) {
    const auto one = submitted();
    stand_in(lee, person({Role::planner}));
    std::vector<int> statuses(6);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < statuses.size(); ++i)
        threads.emplace_back(
            [&, i] { statuses[i] = act(lee, one, "decision", i % 2 ? kApprove : kReject).status; });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(std::ranges::count(statuses, 200), 1);
    EXPECT_EQ(std::ranges::count(statuses, 412), 5);
    EXPECT_EQ(post(lee, path(one) + "/decision", kApprove).status, 428);
}

// Many finally approved at once: the numbers of the year are 1, 2, … without gaps, whatever else is refused.
TEST_P(ApprovalsApi, NumbersHaveNoGapsUnderConcurrentApprovals) {
    constexpr std::size_t kMany = 24;
    std::vector<json::value> waiting;
    for (std::size_t i = 0; i < kMany; ++i)
        waiting.push_back(
            parsed(act(kim, draft(kim, R"(,"amount_krw":10)"), "submit", steps({{"approval", &lee}}))));
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (std::size_t i = thread; i < kMany; i += 4) {
                // Each third is rejected, and each is also tried with a stale version.
                const std::string body = i % 3 == 0 ? kReject : kApprove;
                while (act(lee, waiting[i], "decision", body).status == 503) {
                }
                act(lee, waiting[i], "decision", kApprove);
            }
        });
    for (auto& thread : threads) thread.join();
    std::set<std::int64_t> serials;
    const auto page = parsed(get(kim, "/approvals?box=mine&state=approved&limit=100"));
    for (const auto& item : page.at("items").as_array())
        serials.insert(item.at("number").at("serial").as_int64());
    EXPECT_EQ(serials.size(), page.at("items").as_array().size()) << "no number twice";
    EXPECT_EQ(serials.size(), kMany - kMany / 3);
    EXPECT_EQ(*serials.begin(), 1);
    EXPECT_EQ(*serials.rbegin(), static_cast<std::int64_t>(serials.size())) << "no gap";
}

// Whatever is done in whatever order, no approved document has a step that is not.
TEST_P(ApprovalsApi, NoOrderOfDecisionsApprovesWithAnUndecidedStep) {
    std::mt19937 random(7);
    const Person* people[] = {&kim, &lee, &head};
    for (int document = 0; document < 8; ++document) {
        auto one = submitted();
        for (int turn = 0; turn < 12; ++turn) {
            const Person& who = *people[random() % 3];
            const unsigned what = random() % 6;
            if (what == 0)
                act(who, one, "recall");
            else if (what == 1)
                act(who, one, "submit", to_both());
            else
                act(who, one, "decision", what == 2 ? kReject : kApprove);
            one = parsed(get(kim, path(one)));
            const auto& last = one.at("rounds").as_array().back();
            const bool all = std::ranges::all_of(last.at("steps").as_array(), [](const auto& step) {
                return text(step, "state") == "approved";
            });
            EXPECT_EQ(text(one, "state") == "approved", all);
            EXPECT_EQ(text(one, "number").empty(), !all);
        }
    }
}

TEST_P(ApprovalsApi, TheAmountDecidesTheLine) {
    const auto small = parsed(get(kim, "/approvals/route?kind=document&amount_krw=1000"));
    EXPECT_EQ(text(small, "name"), "Small");
    EXPECT_TRUE(small.at("delegated").as_bool());
    EXPECT_EQ(text(parsed(get(kim, "/approvals/route?kind=document&amount_krw=1001")), "name"), "Any");
    EXPECT_EQ(refusals(get(kim, "/approvals/route?kind=energy_run")), List{"/query/kind approval.no_line"});
    auto one = draft(kim, R"(,"amount_krw":1001)");
    EXPECT_EQ(refusals(act(kim, one, "submit", steps({{"approval", &lee}}))),
              List{"/steps approval.step_missing"});
    one = draft(kim, R"(,"amount_krw":1000)");
    one = decided(lee, parsed(act(kim, one, "submit", steps({{"approval", &lee}}))));
    EXPECT_TRUE(one.at("rounds").at(0).at("delegated").as_bool());
    EXPECT_EQ(text(one, "state"), "approved");
}

TEST_P(ApprovalsApi, StrangersKnowNothingAndReadersOnlyRead) {
    const Person reader = person({Role::board_member}, "Reader"), expert = person({Role::expert});
    auto one = draft(kim, R"(,"readers":[")" + reader.id + "\"]");
    EXPECT_EQ(get(reader, path(one)).status, 404) << "a draft is the drafter's alone";
    EXPECT_EQ(get(admin, path(one)).status, 404);
    one = parsed(act(kim, one, "submit", to_both()));
    EXPECT_EQ(get(reader, path(one)).status, 200);
    EXPECT_EQ(titles(reader, "box=reference"), List{"Paper"});
    EXPECT_EQ(act(reader, one, "decision", kApprove).status, 403);
    EXPECT_EQ(get(reader, path(one) + "/history").status, 403);
    for (const Person* who : {&expert, &admin}) {
        EXPECT_EQ(get(*who, path(one)).status, 404);
        EXPECT_EQ(post(*who, path(one) + "/comments", R"({"text":"x"})").status, 404);
    }
    EXPECT_EQ(titles(admin, ""), List{});
}

TEST_P(ApprovalsApi, BadBodiesNameEveryBadField) {
    struct Case {
        std::string body;
        List refused;
    };
    const Case cases[] = {
        {"{}", {"/desk json.missing", "/title json.missing"}},
        {R"({"desk":"kitchen","title":" "})", {"/desk json.bad_choice"}},
        {R"({"desk":"general","title":" "})", {"/title names.blank"}},
        {R"({"desk":"general","title":"T","amount_krw":-1})", {"/amount_krw json.too_small"}},
        {R"({"desk":"general","title":"T","amount_krw":1.5})", {"/amount_krw json.not_an_integer"}},
        {R"({"desk":"general","title":"T","state":"approved"})", {"/state json.unknown_field"}},
        {R"({"desk":"general","title":"T","readers":["nobody"]})", {"/readers/0 account.unknown_id"}},
        {R"({"desk":"general","title":"T","readers":[")" + kim.id + "\"]}", {"/readers/0 approval.oneself"}},
    };
    for (const auto& [body, refused] : cases) {
        const Reply reply = post(kim, "/approvals", body);
        EXPECT_EQ(reply.status, 422) << body;
        auto found = refusals(reply);
        std::ranges::sort(found);
        EXPECT_EQ(found, refused) << body;
    }
    const Case lines[] = {
        {R"({"name":"L","kind":"other","delegated":false,"steps":[{"task":"approval","title":"H","role":"director"}]})",
         {"/kind approval_line.unknown_kind"}},
        {R"({"name":"L","kind":"document","delegated":false,"steps":[]})", {"/steps json.too_few"}},
        {R"({"name":"L","kind":"document","delegated":false,"steps":[{"task":"review","title":"H","role":"director"}]})",
         {"/steps/0/task approval_line.last_approves"}},
        {R"({"name":"L","kind":"document","delegated":false,"steps":[{"task":"approval","title":"H"}]})",
         {"/steps/0 approval_line.role_or_account"}},
        {R"({"name":"L","kind":"document","delegated":false,"steps":[{"task":"approval","title":"H","account":"x"}]})",
         {"/steps/0/account account.unknown_id"}},
    };
    for (const auto& [body, refused] : lines)
        EXPECT_EQ(refusals(post(admin, "/approvals/lines", body)), refused) << body;
}

TEST_P(ApprovalsApi, ListsAreSearchedSortedPagedAndDownloaded) {
    draft(kim, "", "나 문서");
    draft(kim, "", "가 문서");
    submitted();
    EXPECT_EQ(titles(kim, "sort=name"), (List{"가 문서", "나 문서", "Paper"}));
    EXPECT_EQ(titles(kim, "q=문서"), (List{"가 문서", "나 문서"}));
    EXPECT_EQ(titles(kim, "state=submitted"), List{"Paper"});
    EXPECT_EQ(titles(lee, "box=all"), List{"Paper"});
    const auto first = parsed(get(kim, "/approvals?limit=2&sort=name"));
    EXPECT_EQ(titles(kim, "limit=2&sort=name&cursor=" + text(first, "next_cursor")), List{"Paper"});
    EXPECT_EQ(refusals(get(kim, "/approvals?box=x&desk=y")),
              (List{"/query/box json.bad_choice", "/query/desk json.bad_choice"}));
    const Reply file = get(kim, "/approvals/export?format=csv&language=en&q=Paper");
    EXPECT_NE(file.body.find("Paper"), std::string::npos);
    EXPECT_NE(file.body.find("In approval"), std::string::npos);
    EXPECT_EQ(get(kim, "/approvals/export?format=xlsx").status, 200);
    EXPECT_EQ(text(parsed(get(lee, "/approvals/counts")), "waiting"), "1");
    app().database().write(
        [&](db::Connection& c) { c.execute("UPDATE approval_step SET due = 1 WHERE due > 0"); });
    EXPECT_EQ(text(parsed(get(lee, "/approvals/counts")), "overdue"), "1");
    EXPECT_EQ(titles(lee, "box=waiting&overdue=true"), List{"Paper"});
}

TEST_P(ApprovalsApi, AChangeBehindTheProgramsBackShows) {
    auto one = decided(head, decided(lee, submitted()));
    app().database().write([&](db::Connection& c) {
        c.execute("UPDATE approval_round SET body = 'Other' WHERE approval = $1", text(one, "id"));
    });
    EXPECT_FALSE(parsed(get(kim, path(one))).at("intact").as_bool());
}

TEST_P(ApprovalsApi, ARunIsApprovedAsThePlanOfTheCentre) {
    line(R"({"name":"Plan","kind":"energy_run","delegated":false,
             "steps":[{"task":"approval","title":"Head","role":"director"}]})");
    const auto plan = make_plan(kim);
    const auto run = ended_run(kim, text(make_run(kim, text(plan, "id")), "id"));
    const std::string own = "/energy/runs/" + text(run, "id");
    EXPECT_EQ(json::serialize(parsed(get(kim, own + "/approval")).at("actions")),
              R"(["create_run_approval"])");
    const auto made = parsed(post(kim, own + "/approval"));
    EXPECT_EQ(text(parsed(post(lee, own + "/approval")), "code"), "approval.exists_for_record");
    auto one = parsed(get(kim, "/approvals/" + text(made, "approval")));
    EXPECT_EQ(text(one, "desk"), "energy");
    EXPECT_EQ(send(kim, "PUT", path(one), R"({"desk":"budget","title":"T"})", {{"If-Match", "\"1\""}}).status,
              422);
    one = parsed(act(kim, one, "submit", steps({{"approval", &head}})));
    // The record goes while it is on its way: it cannot be approved, until it is back.
    ASSERT_EQ(send(kim, "DELETE", own, "", {{"If-Match", '"' + text(run, "version") + '"'}}).status, 204);
    EXPECT_EQ(text(parsed(act(head, one, "decision", kApprove)), "code"), "approval.record_changed");
    ASSERT_EQ(post(kim, own + "/restore").status, 200);
    one = decided(head, one);
    EXPECT_FALSE(one.at("record_changed").as_bool());
    const auto standing = parsed(get(lee, own + "/approval"));
    EXPECT_EQ(text(standing, "state"), "approved");
    EXPECT_EQ(text(standing, "approval"), "") << "a colleague learns of the decision, not of the document";
}

TEST_P(ApprovalsApi, WithdrawnAndBroughtBackAndCommented) {
    auto one = draft(kim);
    one = parsed(act(kim, one, "withdraw"));
    EXPECT_EQ(text(one, "state"), "withdrawn");
    EXPECT_EQ(act(kim, one, "submit", to_both()).status, 403);
    one = parsed(act(kim, one, "restore"));
    EXPECT_EQ(text(one, "state"), "draft");
    one = parsed(act(kim, one, "submit", to_both()));
    const Headers key{{"Idempotency-Key", "said-only-once"}};
    const Reply said = post(head, path(one) + "/comments", R"({"text":"Why?","step":1})", key);
    EXPECT_EQ(said.status, 201) << said.body;
    EXPECT_EQ(post(head, path(one) + "/comments", R"({"text":"Why?","step":1})", key).body, said.body);
    EXPECT_EQ(parsed(get(kim, path(one))).at("comments").as_array().size(), 1u);
    EXPECT_EQ(refusals(post(head, path(one) + "/comments", R"({"text":"Why?","step":3})")),
              List{"/step approval.no_such_step"});
    EXPECT_EQ(act(lee, one, "decision", kApprove).status, 412) << "something was said meanwhile";
    const auto history = parsed(get(kim, path(one) + "/history"));
    EXPECT_EQ(text(history.at("items").at(0), "action"), "comment_approval");
}

}  // namespace
}  // namespace dure::app::testing
