// SPDX-License-Identifier: Apache-2.0
// Scenarios, their sweeps and tornados.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class ScenariosApi : public Api {
  protected:
    static std::string plans(const json::value& plan, const std::string& what) {
        return "/energy/plans/" + text(plan, "id") + what;
    }
    json::value made(const Person& who, const json::value& plan, const std::string& name,
                     const std::string& changes, const std::string& parent = "") {
        const std::string from = parent.empty() ? "" : R"(,"parent":")" + parent + '"';
        const Reply reply = post(who, plans(plan, "/scenarios"),
                                 R"({"name":")" + name + R"(","changes":)" + changes + from + "}");
        EXPECT_EQ(reply.status, 201) << reply.body;
        return parsed(reply);
    }
    json::value ended(const Person& who, const std::string& path) {
        for (int i = 0; i < 600; ++i) {
            auto now = parsed(get(who, path));
            if (text(now, "status") != "queued" && text(now, "status") != "running") return now;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        ADD_FAILURE() << "it does not end";
        return {};
    }
    static double number(const json::value& of, const char* field) {
        return of.at(field).to_number<double>();
    }
};
DURE_API_TESTS(ScenariosApi);

/// The small model: 24 hours of 60 MW at 10 and 40 MW at 50, 62,400 in all.
TEST_P(ScenariosApi, InheritAndHoldOnlyWhatTheyChange) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const auto growth = made(kim, plan, "Growth", R"([{"at":"loads/city/growth","value":1.2}])");
    const auto dear = made(kim, plan, "Dear", R"([{"at":"generators/dear/marginal_cost","value":100}])",
                           text(growth, "id"));
    const auto less =
        made(kim, plan, "Less", R"([{"at":"loads/city/growth","value":0.8}])", text(dear, "id"));
    EXPECT_EQ(less.at("changes").as_array().size(), 1u);
    EXPECT_EQ(number(less.at("changes").at(0), "before"), 1.2) << "what it inherits";
    EXPECT_EQ(text(dear.at("changes").at(0), "before"), "50");
    EXPECT_EQ(text(dear.at("changes").at(0), "unit"), "KRW/MWh");
    const std::pair<const json::value*, double> cases[] = {{&growth, 24 * (60 * 10 + 60 * 50)},
                                                           {&dear, 24 * (60 * 10 + 60 * 100)},
                                                           {&less, 24 * (60 * 10 + 20 * 100)}};
    for (const auto& [scenario, cost] : cases) {
        const auto run =
            parsed(post(kim, plans(plan, "/runs"), R"({"scenario":")" + text(*scenario, "id") + R"("})"));
        EXPECT_EQ(text(run, "scenario_name"), text(*scenario, "name"));
        EXPECT_NEAR(number(ended_run(kim, text(run, "id")), "total_cost"), cost, 0.1);
    }
}

TEST_P(ScenariosApi, RefuseACircleAndWhatDoesNotFit) {
    const Person kim = planner();
    const auto plan = make_plan(kim), other = make_plan(kim);
    const auto top = made(kim, plan, "Top", "[]");
    const auto below = made(kim, plan, "Below", "[]", text(top, "id"));
    const auto foreign = made(kim, other, "Foreign", "[]");
    const auto content = [](const std::string& parent, const std::string& changes = "[]") {
        return R"({"name":"T","parent":")" + parent + R"(","changes":)" + changes + "}";
    };
    const std::pair<std::string, std::vector<std::string>> cases[] = {
        {content(text(below, "id")), {"/parent scenario.circle"}},
        {content(text(top, "id")), {"/parent scenario.circle"}},
        {content(text(foreign, "id")), {"/parent scenario.unknown_parent"}},
        {content("moon"), {"/parent scenario.unknown_parent"}},
        {R"({"name":"","changes":[]})", {"/name json.too_short"}},
        {R"({"name":"T"})", {"/changes json.missing"}},
        {R"({"name":"T","changes":[{"at":"moon","value":1}]})", {"/changes/0/at parameter.unknown"}},
        {R"({"name":"T","changes":[{"at":"generators/dear/p_nom/nominal","value":-1}]})",
         {"/changes/0/value energy.negative"}},
        {R"({"name":"T","changes":[{"at":"discount_rate","value":0.1},{"at":"discount_rate","value":0.2}]})",
         {"/changes/1/at parameter.doubled"}},
    };
    const std::string path = "/energy/scenarios/" + text(top, "id");
    for (const auto& [body, expected] : cases) {
        const Reply reply = send(kim, "PUT", path, body, {{"If-Match", "\"1\""}});
        EXPECT_EQ(reply.status, 422) << body;
        EXPECT_EQ(refusals(reply), expected) << body;
    }
    EXPECT_EQ(send(kim, "PUT", path, content(""), {{"If-Match", "\"7\""}}).status, 412);
    EXPECT_EQ(send(kim, "PUT", path, R"({"name":"T","changes":[]})").status, 428);
}

TEST_P(ScenariosApi, ArePutAwayOnlyWhenNothingInheritsFromThem) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const auto top = made(kim, plan, "Top", "[]");
    const auto below = made(kim, plan, "Below", "[]", text(top, "id"));
    const std::string path = "/energy/scenarios/" + text(top, "id"),
                      child = "/energy/scenarios/" + text(below, "id");
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"1\""}}).status, 409);
    EXPECT_EQ(send(kim, "DELETE", child, "", {{"If-Match", "\"1\""}}).status, 204);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"1\""}}).status, 204);
    EXPECT_EQ(parsed(get(kim, plans(plan, "/scenarios"))).at("items").as_array().size(), 0u);
    EXPECT_EQ(parsed(get(kim, plans(plan, "/scenarios?deleted=true"))).at("items").as_array().size(), 2u);
    EXPECT_EQ(post(kim, child + "/restore").status, 409) << "its parent is away";
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(post(kim, child + "/restore").status, 200);
}

TEST_P(ScenariosApi, AreSweptOverTwoParameters) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const auto growth = made(kim, plan, "Growth", R"([{"at":"loads/city/growth","value":1.2}])");
    const Reply reply = post(
        kim, plans(plan, "/sweeps"),
        R"({"kind":"sweep","label":"two","scenario":")" + text(growth, "id") +
            R"(","parameters":[{"at":"generators/dear/marginal_cost","values":[40,80]},{"at":"generators/cheap/p_nom/nominal","values":[60,50,40]}]})");
    ASSERT_EQ(reply.status, 202) << reply.body;
    const auto done = ended(kim, "/energy/sweeps/" + text(parsed(reply), "id"));
    ASSERT_EQ(text(done, "status"), "done");
    ASSERT_EQ(done.at("results").as_array().size(), 6u);
    EXPECT_EQ(text(done, "scenario_name"), "Growth");
    for (int i = 0; i < 6; ++i) {
        const auto& point = done.at("results").at(static_cast<std::size_t>(i));
        const double dear = i < 3 ? 40 : 80, cheap = 60 - 10 * (i % 3);
        EXPECT_NEAR(number(point, "total_cost"), 24 * (cheap * 10 + (120 - cheap) * dear), 0.1) << i;
    }
    EXPECT_EQ(text(done.at("names").at(0), "name"), "dear");
}

TEST_P(ScenariosApi, HaveATornadoOfTheAssumptionsWithARange) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    EXPECT_EQ(refusals(post(kim, plans(plan, "/sweeps"), R"({"kind":"tornado"})")),
              std::vector<std::string>{"/kind sweep.no_ranges"});
    ASSERT_EQ(send(kim, "PUT", plans(plan, "/assumptions/generators%2Fdear%2Fmarginal_cost"),
                   R"({"low":40,"high":100})", {{"If-Match", "\"0\""}})
                  .status,
              200);
    const auto done =
        ended(kim, "/energy/sweeps/" +
                       text(parsed(post(kim, plans(plan, "/sweeps"), R"({"kind":"tornado"})")), "id"));
    const double expected[] = {62'400, 24 * (600 + 40 * 40), 24 * (600 + 40 * 100)};
    ASSERT_EQ(done.at("results").as_array().size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(number(done.at("results").at(i), "total_cost"), expected[i], 0.1);
    EXPECT_EQ(done.at("specification").at("left_out").as_array().size(), 5u);
}

TEST_P(ScenariosApi, KeepTheirPointsWhenCancelledAndGoOn) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    std::string values;
    for (int i = 0; i < 100; ++i) values += (i ? "," : "") + std::to_string(1 + i * 0.001);
    const auto sweep = parsed(post(kim, plans(plan, "/sweeps"),
                                   R"({"kind":"sweep","parameters":[{"at":"loads/city/growth","values":[)" +
                                       values + R"(]},{"at":"discount_rate","values":[0.01,0.02,0.03]}]})"));
    const std::string path = "/energy/sweeps/" + text(sweep, "id"), job = "/jobs/" + text(sweep, "job");
    for (int i = 0; i < 600 && parsed(get(kim, path)).at("results").as_array().size() < 3; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    post(kim, job + "/cancel");
    const auto stopped = ended(kim, path);
    ASSERT_EQ(text(stopped, "status"), "cancelled");
    const auto kept = stopped.at("results").as_array();
    ASSERT_GE(kept.size(), 3u);
    ASSERT_LT(kept.size(), 300u);
    ASSERT_EQ(post(kim, job + "/retry").status, 200);
    const auto done = ended(kim, path);
    ASSERT_EQ(done.at("results").as_array().size(), 300u);
    for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(done.at("results").at(i), kept[i]);
}

TEST_P(ScenariosApi, NameWhatASweepCannotDo) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const std::pair<const char*, std::vector<std::string>> cases[] = {
        {R"({})", {"/kind json.missing"}},
        {R"({"kind":"sweep"})", {"/parameters sweep.nothing_swept"}},
        {R"({"kind":"tornado","parameters":[{"at":"discount_rate","values":[1]}]})",
         {"/parameters sweep.tornado_takes_none"}},
        {R"({"kind":"sweep","parameters":[{"at":"moon","values":[1,2]}]})",
         {"/parameters/0/at parameter.unknown"}},
        {R"({"kind":"sweep","parameters":[{"at":"discount_rate","values":[0.1,-1]}]})",
         {"/parameters/0/values/1 energy.out_of_range"}},
        {R"({"kind":"sweep","parameters":[{"at":"discount_rate","values":[]}]})",
         {"/parameters/0/values json.too_few"}},
        {R"({"kind":"sweep","scenario":"moon","parameters":[{"at":"discount_rate","values":[0.1]}]})",
         {"/scenario scenario.unknown"}},
    };
    for (const auto& [body, expected] : cases) {
        const Reply reply = post(kim, plans(plan, "/sweeps"), body);
        EXPECT_EQ(reply.status, 422) << body;
        EXPECT_EQ(refusals(reply), expected) << body;
    }
}

}  // namespace
}  // namespace dure::app::testing
