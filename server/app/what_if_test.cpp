// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <future>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

/// The small model costs 62,400: 24 hours of 60 MW at 10 and 40 MW at 50.
class WhatIfApi : public Api {
  protected:
    Reply tried(const Person& who, const json::value& plan, const std::string& variations) {
        return post(who, "/energy/plans/" + text(plan, "id") + "/what_if",
                    R"({"variations":)" + variations + R"(,"settled":true})");
    }
};
DURE_API_TESTS(WhatIfApi);

TEST_P(WhatIfApi, AnswersWithAProofAndKeepsNothing) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const auto as_saved = parsed(tried(kim, plan, "[]"));
    EXPECT_NEAR(as_saved.at("result").at("total_cost").to_number<double>(), 62'400, 1e-3);
    const auto doubled = parsed(tried(kim, plan, R"([{"kind":"demand_factor","value":1.5}])"));
    EXPECT_EQ(text(doubled, "status"), "optimal");
    EXPECT_NEAR(doubled.at("result").at("total_cost").to_number<double>(), 24 * (60 * 10 + 90 * 50), 1e-2);
    EXPECT_LT(doubled.at("result").at("certificate").at("gap").to_number<double>(), 1e-6);
    const auto& curve = doubled.at("prices").at(0);
    EXPECT_EQ(text(curve, "bus"), "power");
    EXPECT_EQ(curve.at("price").as_array().size(), 101u);
    EXPECT_NEAR(curve.at("price").at(50).to_number<double>(), 50, 1e-3);
    EXPECT_EQ(text(parsed(get(kim, "/energy/plans/" + text(plan, "id"))), "runs"), "0");
}

TEST_P(WhatIfApi, FollowsAPlanThatIsSavedAnew) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    tried(kim, plan, "[]");
    json::value model = plan.at("model");
    model.at("loads").at(0).as_object()["growth"] = 0.5;
    const std::string content = R"({"name":"n","description":"","model":)" + json::serialize(model) + "}";
    ASSERT_EQ(send(kim, "PUT", "/energy/plans/" + text(plan, "id"), content,
                   {{"If-Match", '"' + text(plan, "version") + '"'}})
                  .status,
              200);
    EXPECT_NEAR(parsed(tried(kim, plan, "[]")).at("result").at("total_cost").to_number<double>(),
                24 * 50 * 10, 1e-2);
}

TEST_P(WhatIfApi, NamesEveryBadChange) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const std::pair<const char*, std::vector<std::string>> cases[] = {
        {R"([{"kind":"moon","value":1}])", {"/variations/0/kind json.bad_choice"}},
        {R"([{"kind":"co2_price"}])", {"/variations/0/value json.missing"}},
        {R"([{"kind":"co2_price","value":-1}])", {"/variations/0/value json.too_small"}},
        {R"([{"kind":"co2_price","value":"1"}])", {"/variations/0/value json.wrong_type"}},
        {R"([{"kind":"investment_factor","target":"moon","value":1},{"kind":"discount_rate","value":2}])",
         {"/variations/0/target vary.unknown_target", "/variations/1/value energy.out_of_range"}},
        {R"({})", {"/variations json.wrong_type"}},
    };
    for (const auto& [variations, expected] : cases) {
        const Reply reply = tried(kim, plan, variations);
        EXPECT_EQ(reply.status, 422) << variations;
        EXPECT_EQ(refusals(reply), expected) << variations;
    }
}

TEST_P(WhatIfApi, CanBeKeptAsARunWithTheModelSoChanged) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const Reply made = post(kim, "/energy/plans/" + text(plan, "id") + "/runs",
                            R"({"variations":[{"kind":"demand_factor","value":1.5}]})");
    ASSERT_EQ(made.status, 202) << made.body;
    const auto run = ended_run(kim, text(parsed(made), "id"));
    EXPECT_NEAR(run.at("total_cost").to_number<double>(), 24 * (60 * 10 + 90 * 50), 1e-2);
    const auto model = parsed(get(kim, "/energy/runs/" + text(run, "id") + "/model"));
    EXPECT_EQ(model.at("loads").at(0).at("growth").to_number<double>(), 1.5);
    EXPECT_EQ(refusals(post(kim, "/energy/plans/" + text(plan, "id") + "/runs",
                            R"({"variations":[{"kind":"demand_factor","target":"moon","value":1}]})")),
              std::vector<std::string>{"/variations/0/target vary.unknown_target"});
}

TEST_P(WhatIfApi, OthersAreServedWhileSomebodyDrags) {
    const Person kim = planner(), lee = planner();
    const auto plan = make_plan(kim);
    std::vector<std::future<Reply>> many;
    for (int i = 0; i < 6; ++i)
        many.push_back(std::async(std::launch::async, [&, i] {
            return tried(i % 2 ? kim : lee, plan,
                         R"([{"kind":"co2_price","value":)" + std::to_string(i) + "}]");
        }));
    EXPECT_EQ(get(kim, "/session").status, 200);
    int answered = 0;
    for (auto& one : many) {
        const Reply reply = one.get();
        ASSERT_TRUE(reply.status == 200 || reply.status == 429) << reply.body;
        answered += reply.status == 200 && text(parsed(reply), "status") == "optimal";
    }
    EXPECT_GE(answered, 1);
}

}  // namespace
}  // namespace dure::app::testing
