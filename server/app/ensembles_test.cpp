// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class EnsemblesApi : public Api {
  protected:
    json::value made(const Person& who, const json::value& plan, const std::string& wish) {
        const Reply reply = post(who, "/energy/plans/" + text(plan, "id") + "/ensembles", wish);
        EXPECT_EQ(reply.status, 202) << reply.body;
        return parsed(reply);
    }
    json::value ended(const Person& who, const json::value& ensemble) {
        for (int i = 0; i < 600; ++i) {
            auto now = parsed(get(who, "/energy/ensembles/" + text(ensemble, "id")));
            if (text(now, "status") != "queued" && text(now, "status") != "running") return now;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        ADD_FAILURE() << "it does not end";
        return {};
    }
};
DURE_API_TESTS(EnsemblesApi);

/// The small model: 24 hours of 60 MW at 10 and 40 MW at 50, 62,400 in all.
TEST_P(EnsemblesApi, KeepEverySample) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const auto done = ended(
        kim,
        made(
            kim, plan,
            R"({"label":"demand","parameters":[{"kind":"demand_factor","low":0.9,"high":1.1}],"samples":8,"regret":true})"));
    ASSERT_EQ(text(done, "status"), "done") << json::serialize(done);
    EXPECT_EQ(text(done, "done"), "8");
    ASSERT_EQ(done.at("results").as_array().size(), 8u);
    for (const auto& sample : done.at("results").as_array()) {
        EXPECT_EQ(text(sample, "status"), "optimal");
        const double factor = sample.at("drawn").at(0).to_number<double>();
        EXPECT_NEAR(sample.at("total_cost").to_number<double>(), 24 * (60 * 10 + (100 * factor - 60) * 50),
                    0.1);
        EXPECT_NEAR(sample.at("regret").to_number<double>(), 0, 0.1) << "nothing is chosen in this model";
    }
    const std::string path = "/energy/ensembles/" + text(done, "id");
    const std::string tag = etag(get(kim, path));
    EXPECT_EQ(tag, "\"1.8.done\"") << "a page that looks again must see new samples";
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", tag}}).status, 204);
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    const auto listed = parsed(get(kim, "/energy/plans/" + text(plan, "id") + "/ensembles"));
    EXPECT_EQ(text(listed.at("items").at(0), "label"), "demand");
}

TEST_P(EnsemblesApi, GoOnWhereTheyStoodWhenRetried) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const auto ensemble =
        made(kim, plan, R"({"parameters":[{"kind":"demand_factor","low":0.5,"high":1.1}],"samples":400})");
    const std::string path = "/energy/ensembles/" + text(ensemble, "id"),
                      job = "/jobs/" + text(ensemble, "job");
    for (int i = 0; i < 600 && parsed(get(kim, path)).at("results").as_array().size() < 5; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    post(kim, job + "/cancel");
    const auto stopped = ended(kim, ensemble);
    ASSERT_EQ(text(stopped, "status"), "cancelled");
    const auto kept = stopped.at("results").as_array();
    ASSERT_GE(kept.size(), 5u);
    ASSERT_LT(kept.size(), 400u);
    ASSERT_EQ(post(kim, job + "/retry").status, 200);
    const auto done = ended(kim, ensemble);
    ASSERT_EQ(text(done, "status"), "done");
    ASSERT_EQ(done.at("results").as_array().size(), 400u);
    for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(done.at("results").at(i), kept[i]);
}

TEST_P(EnsemblesApi, NameEveryBadField) {
    const Person kim = planner();
    const std::string path = "/energy/plans/" + text(make_plan(kim), "id") + "/ensembles";
    const std::pair<const char*, std::vector<std::string>> cases[] = {
        {R"({"samples":5})", {"/parameters json.missing"}},
        {R"({"parameters":[],"samples":5})", {"/parameters ensemble.nothing_uncertain"}},
        {R"({"parameters":[],"samples":0})", {"/samples ensemble.nothing_wanted"}},
        {R"({"parameters":[{"kind":"demand_factor","low":2,"high":1}],"samples":5})",
         {"/parameters/0/low ensemble.low_above_high"}},
        {R"({"parameters":[{"kind":"investment_factor","target":"moon","low":1,"high":2}],"samples":5})",
         {"/parameters/0/target vary.unknown_target"}},
        {R"({"parameters":[{"kind":"demand_factor","low":1,"high":2}],"samples":20000,"slacks":[0]})",
         {"/samples json.too_large", "/slacks/0 json.not_above"}},
    };
    for (const auto& [wish, expected] : cases) {
        const Reply reply = post(kim, path, wish);
        EXPECT_EQ(reply.status, 422) << wish;
        EXPECT_EQ(refusals(reply), expected) << wish;
    }
}

TEST_P(EnsemblesApi, ArePutAwayAndBroughtBack) {
    const Person kim = planner(), lee = planner();
    const auto ensemble =
        ended(kim, made(kim, make_plan(kim),
                        R"({"parameters":[{"kind":"demand_factor","low":0.9,"high":1.1}],"samples":1})"));
    const std::string path = "/energy/ensembles/" + text(ensemble, "id");
    EXPECT_EQ(send(kim, "DELETE", path).status, 428);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"9\""}}).status, 412);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"1\""}}).status, 204);
    EXPECT_EQ(get(lee, path).status, 404);
    EXPECT_EQ(post(lee, path + "/restore").status, 403);
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(get(lee, path).status, 200);
}

}  // namespace
}  // namespace dure::app::testing
