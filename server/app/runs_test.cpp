// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class RunsApi : public Api {
  protected:
    json::value solved(const Person& who) {
        const auto plan = make_plan(who, "=Plan");
        return ended_run(who, text(make_run(who, text(plan, "id")), "id"));
    }
};
DURE_API_TESTS(RunsApi);

TEST_P(RunsApi, EndWithAProvedOptimum) {
    const Person kim = planner();
    const auto run = solved(kim);
    ASSERT_EQ(text(run, "status"), "optimal") << json::serialize(run);
    EXPECT_NEAR(run.at("total_cost").to_number<double>(), 62'400, 1e-3);
    EXPECT_NEAR(run.at("renewable_share").to_number<double>(), 0.6, 1e-6);
    const auto& result = run.at("result");
    EXPECT_LT(result.at("certificate").at("gap").to_number<double>(), 1e-6);
    EXPECT_EQ(text(result.at("buses").at(0), "label_ko"), "전력");
    EXPECT_NEAR(result.at("buses").at(0).at("mean_price").to_number<double>(), 50, 1e-4);
    const auto plan = parsed(get(kim, "/energy/plans/" + text(run, "plan")));
    EXPECT_EQ(text(plan.at("last_run"), "status"), "optimal");
    EXPECT_EQ(text(plan, "runs"), "1");
}

TEST_P(RunsApi, KeepTheModelAsItWas) {
    const Person kim = planner();
    const auto run = solved(kim);
    const Reply before = get(kim, "/energy/runs/" + text(run, "id") + "/model");
    const auto plan = parsed(get(kim, "/energy/plans/" + text(run, "plan")));
    EXPECT_EQ(json::serialize(parsed(before)), json::serialize(plan.at("model")));
    EXPECT_EQ(
        get(kim, "/energy/runs/" + text(run, "id") + "/model", {{"If-None-Match", etag(before)}}).status,
        304);
}

TEST_P(RunsApi, DispatchIsInMegawattsIntoTheBus) {
    const Person kim = planner();
    const std::string path = "/energy/runs/" + text(solved(kim), "id") + "/dispatch";
    const auto whole = parsed(get(kim, path + "?bus=power"));
    EXPECT_EQ(text(whole, "start"), "2029-12-31T15:00:00.000000Z");
    EXPECT_EQ(whole.at("price").as_array().size(), 24u);
    double balance = 0;
    for (const auto& series : whole.at("series").as_array())
        balance += series.at("values").at(0).to_number<double>();
    EXPECT_NEAR(balance, 0, 1e-4);
    const auto days = parsed(get(kim, path + "?bus=power&from=1&to=23&step=12"));
    EXPECT_EQ(days.at("price").as_array().size(), 2u) << "the last point is what is left";
    EXPECT_EQ(refusals(get(kim, path)), std::vector<std::string>{"/query/bus json.missing"});
    EXPECT_EQ(refusals(get(kim, path + "?bus=moon")), std::vector<std::string>{"/query/bus run.unknown_bus"});
    EXPECT_EQ(refusals(get(kim, path + "?bus=power&from=24")),
              std::vector<std::string>{"/query/from run.empty_window"});
}

TEST_P(RunsApi, DurationCurvesFall) {
    const Person kim = planner();
    const auto curves = parsed(get(kim, "/energy/runs/" + text(solved(kim), "id") + "/duration?bus=power"));
    EXPECT_NEAR(curves.at("load_mw").at(0).to_number<double>(), 100, 1e-6);
    EXPECT_NEAR(curves.at("residual_load_mw").at(0).to_number<double>(), 40, 1e-4);
    EXPECT_EQ(curves.at("hours").as_array().size(), 24u);
}

TEST_P(RunsApi, TablesAreDownloadedInBothLanguages) {
    const Person kim = planner();
    const std::string path = "/energy/runs/" + text(solved(kim), "id") + "/tables/";
    const Reply korean = get(kim, path + "technologies?format=csv");
    EXPECT_TRUE(korean.body.starts_with("\xEF\xBB\xBF종류,"));
    EXPECT_NE(korean.body.find("용량 (MW)"), std::string::npos);
    EXPECT_NE(get(kim, path + "technologies?format=csv&language=en").body.find("Capacity (MW)"),
              std::string::npos);
    EXPECT_NE(get(kim, path + "summary?format=csv").body.find("'=Plan"), std::string::npos) << "no formula";
    EXPECT_NE(get(kim, path + "dispatch?format=csv").body.find("2030-01-01 23:00"), std::string::npos);
    const Reply book = get(kim, path + "summary?format=xlsx&language=en");
    EXPECT_TRUE(book.body.starts_with("PK\x03\x04"));
    EXPECT_NE(book.body.find("xl/worksheets/sheet5.xml"), std::string::npos) << "a sheet a table";
    EXPECT_NE(book.header("content-disposition").find("run-1-summary.xlsx"), std::string::npos);
    EXPECT_EQ(get(kim, path + "secrets?format=csv").status, 404);
    EXPECT_EQ(refusals(get(kim, path + "summary")), std::vector<std::string>{"/query/format json.missing"});
    EXPECT_EQ(refusals(get(kim, path + "summary?format=pdf")),
              std::vector<std::string>{"/query/format json.bad_choice"});
}

TEST_P(RunsApi, SaysHowSafeThePlanIs) {
    const auto run = solved(planner());
    const auto& reserve = run.at("result").at("reserve");
    EXPECT_NEAR(reserve.at("peak_mw").to_number<double>(), 100, 1e-6);
    EXPECT_NEAR(reserve.at("margin").to_number<double>(), reserve.at("firm_mw").to_number<double>() / 100 - 1,
                1e-9);
    EXPECT_TRUE(run.at("result").at("weather_years").as_array().empty());
}

TEST_P(RunsApi, ModelAndResultsArePackedTogether) {
    const Person kim = planner();
    const std::string path = "/energy/runs/" + text(solved(kim), "id") + "/package";
    const Reply pypsa = get(kim, path + "?format=pypsa");
    ASSERT_EQ(pypsa.status, 200) << pypsa.body;
    EXPECT_TRUE(pypsa.body.starts_with("PK\x03\x04"));
    for (const char* name : {"buses.csv", "generators-p.csv", "buses-marginal_price.csv", "snapshots.csv"})
        EXPECT_NE(pypsa.body.find(name), std::string::npos) << name;
    EXPECT_NE(pypsa.header("content-disposition").find("run-1-pypsa.zip"), std::string::npos);
    const Reply package = get(kim, path + "?format=datapackage&language=en");
    ASSERT_EQ(package.status, 200) << package.body;
    for (const char* name : {"datapackage.json", "model/model.toml", "results/technologies.csv"})
        EXPECT_NE(package.body.find(name), std::string::npos) << name;
    EXPECT_EQ(refusals(get(kim, path)), std::vector<std::string>{"/query/format json.missing"});
    EXPECT_EQ(refusals(get(kim, path + "?format=rar")),
              std::vector<std::string>{"/query/format json.bad_choice"});
}

TEST_P(RunsApi, AnInfeasibleModelSaysSo) {
    const Person kim = planner();
    std::string model = small_model();
    model.replace(model.find(R"("nominal":100})"), 14, R"("nominal":10})");
    const auto plan = make_plan(kim, "Too little", model);
    const Reply queued = post(kim, "/energy/plans/" + text(plan, "id") + "/runs", R"({"label":"tight"})");
    if (queued.status == 422) return;  // found before it was solved: as good
    const auto run = ended_run(kim, text(parsed(queued), "id"));
    EXPECT_EQ(text(run, "status"), "infeasible");
    EXPECT_EQ(text(run, "total_cost"), "");
    const auto& parts = run.at("result").at("explanation").as_array();
    ASSERT_FALSE(parts.empty()) << json::serialize(run);
    EXPECT_EQ(parts.size(), run.at("result").at("conflicts").as_array().size());
    const auto balance =
        std::ranges::find_if(parts, [](const auto& p) { return text(p, "kind") == "balance"; });
    ASSERT_NE(balance, parts.end());
    EXPECT_GT(balance->at("missed_mwh").to_number<double>(), 1);
    EXPECT_FALSE(balance->at("windows").as_array().empty());
    EXPECT_EQ(get(kim, "/energy/runs/" + text(run, "id") + "/duration?bus=power").status, 409);
}

TEST_P(RunsApi, ARepeatedKeyQueuesOneRun) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const std::string path = "/energy/plans/" + text(plan, "id") + "/runs";
    const Headers key{{"Idempotency-Key", "one-run-only"}};
    const Reply first = post(kim, path, "{}", key), again = post(kim, path, "{}", key);
    EXPECT_EQ(first.body, again.body);
    EXPECT_EQ(parsed(get(kim, path)).at("items").as_array().size(), 1u);
    EXPECT_EQ(post(planner(), path, "{}", key).status, 202) << "another person's key is another key";
}

TEST_P(RunsApi, AreListedNewestFirstAndPaged) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    for (int i = 0; i < 3; ++i) make_run(kim, text(plan, "id"));
    const std::string path = "/energy/plans/" + text(plan, "id") + "/runs?limit=2";
    const auto page = parsed(get(kim, path));
    EXPECT_EQ(text(page.at("items").at(0), "number"), "3");
    const auto rest = parsed(get(kim, path + "&cursor=" + text(page, "next_cursor")));
    EXPECT_EQ(text(rest.at("items").at(0), "number"), "1");
    EXPECT_EQ(text(rest, "next_cursor"), "");
}

TEST_P(RunsApi, AreRenamedPutAwayAndBroughtBack) {
    const Person kim = planner();
    const auto run = solved(kim);
    const std::string path = "/energy/runs/" + text(run, "id");
    const Reply named =
        send(kim, "PATCH", path, R"({"label":"기준"})", {{"If-Match", '"' + text(run, "version") + '"'}});
    ASSERT_EQ(named.status, 200) << named.body;
    EXPECT_EQ(text(parsed(named), "label"), "기준");
    EXPECT_EQ(send(kim, "DELETE", path).status, 428);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"1\""}}).status, 412);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", etag(named)}}).status, 204);
    EXPECT_EQ(get(kim, path).status, 404);
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(get(kim, path).status, 200);
}

}  // namespace
}  // namespace dure::app::testing
