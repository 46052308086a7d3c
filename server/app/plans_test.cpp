// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class PlansApi : public Api {
  protected:
    static std::string content(const std::string& model, const std::string& name = "Plan") {
        return R"({"name":")" + name + R"(","description":"d","model":)" + model + "}";
    }
    Reply replace(const Person& who, const json::value& plan, const std::string& body) {
        return send(who, "PUT", "/energy/plans/" + text(plan, "id"), body,
                    {{"If-Match", '"' + text(plan, "version") + '"'}});
    }
    Reply upload(const Person& who, const json::value& plan, const std::string& name,
                 const std::string& body) {
        return send(who, "PUT", "/energy/plans/" + text(plan, "id") + "/series/" + name, body,
                    {{"If-Match", '"' + text(plan, "version") + '"'}});
    }
};
DURE_API_TESTS(PlansApi);

TEST_P(PlansApi, BadModelsNameEveryBadFieldByItsPointer) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    std::string model = small_model();
    model.replace(model.find(R"("nominal":60)"), 12, R"("nominal":-1,"extendable":"yes")");
    model.replace(model.find(R"("periods":24)"), 12, R"("periods":0)");
    auto found = refusals(replace(kim, plan, content(model)));
    std::ranges::sort(found);
    EXPECT_EQ(found, (std::vector<std::string>{"/model/generators/0/p_nom/extendable json.wrong_type",
                                               "/model/generators/0/p_nom/nominal json.too_small",
                                               "/model/time/periods json.too_small"}));
    EXPECT_EQ(text(parsed(get(kim, "/energy/plans/" + text(plan, "id"))), "version"), text(plan, "version"));
}

TEST_P(PlansApi, NumbersThatAreNoneAreRefused) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    for (const char* number : {"1e999", "-1e999"}) {
        std::string model = small_model();
        model.replace(model.find(R"("p_mw":100)"), 10, std::string(R"("p_mw":)") + number);
        EXPECT_EQ(refusals(replace(kim, plan, content(model))),
                  std::vector<std::string>{"/model/loads/0/p_mw json.not_finite"});
    }
    for (const char* number : {"NaN", "Infinity", "01", "+1"}) {
        std::string model = small_model();
        model.replace(model.find(R"("p_mw":100)"), 10, std::string(R"("p_mw":)") + number);
        EXPECT_EQ(replace(kim, plan, content(model)).status, 400) << number;
    }
}

TEST_P(PlansApi, NobodySetsWhatIsNotTheirs) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    for (const char* extra : {R"("owner":"x")", R"("version":9)", R"("example":true)", R"("id":"x")"}) {
        std::string body = content(small_model());
        body.insert(1, std::string(extra) + ",");
        EXPECT_EQ(replace(kim, plan, body).status, 422) << extra;
    }
}

TEST_P(PlansApi, ChangesNeedTheVersion) {
    const Person kim = planner(), lee = planner();
    const auto plan = make_plan(kim);
    const std::string path = "/energy/plans/" + text(plan, "id");
    EXPECT_EQ(send(kim, "PUT", path, content(small_model())).status, 428);
    EXPECT_EQ(replace(lee, plan, content(small_model(), "Lee was first")).status, 200);
    const Reply stale = replace(kim, plan, content(small_model(), "Kim"));
    EXPECT_EQ(stale.status, 412);
    EXPECT_EQ(text(parsed(get(kim, path)), "name"), "Lee was first");
    const Reply fresh = get(kim, path);
    EXPECT_EQ(get(kim, path, {{"If-None-Match", etag(fresh)}}).status, 304);
    EXPECT_EQ(send(kim, "PUT", path, content(small_model()), {{"If-Match", etag(fresh)}}).status, 200);
}

TEST_P(PlansApi, PutAwayAndBroughtBack) {
    const Person kim = planner();
    const auto plan = make_plan(kim, "Away");
    const std::string path = "/energy/plans/" + text(plan, "id");
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", '"' + text(plan, "version") + '"'}}).status, 204);
    EXPECT_EQ(get(kim, path).status, 404);
    EXPECT_EQ(parsed(get(kim, "/energy/plans")).at("items").as_array().size(), 0u);
    const auto away = parsed(get(kim, "/energy/plans?deleted=true")).at("items").as_array();
    ASSERT_EQ(away.size(), 1u);
    EXPECT_EQ(json::serialize(away[0].at("actions")), R"(["restore_plan"])");
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(get(kim, path).status, 200);
}

TEST_P(PlansApi, ListsAreSearchedSortedAndPaged) {
    const Person kim = planner();
    for (const char* name : {"대구 2030", "Beta", "alpha", "100% 재생", "대구 2040"}) make_plan(kim, name);
    const auto names = [&](const std::string& query) {
        std::vector<std::string> found;
        std::string cursor;
        do {
            const auto page = parsed(
                get(kim, "/energy/plans?limit=2&" + query + (cursor.empty() ? "" : "&cursor=" + cursor)));
            for (const auto& item : page.at("items").as_array()) found.push_back(text(item, "name"));
            cursor = text(page, "next_cursor");
        } while (!cursor.empty());
        return found;
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(names("sort=name"), (List{"100% 재생", "대구 2030", "대구 2040", "alpha", "Beta"}));
    EXPECT_EQ(names("sort=-name"), (List{"Beta", "alpha", "대구 2040", "대구 2030", "100% 재생"}));
    EXPECT_EQ(names("sort=updated"), (List{"대구 2030", "Beta", "alpha", "100% 재생", "대구 2040"}));
    EXPECT_EQ(names(""), (List{"대구 2040", "100% 재생", "alpha", "Beta", "대구 2030"}));
    EXPECT_EQ(names("q=ALPHA"), List{"alpha"});
    EXPECT_EQ(names("q=%EB%8C%80%EA%B5%AC"), (List{"대구 2040", "대구 2030"}));
    EXPECT_EQ(names("q=0%25"), List{"100% 재생"}) << "a sign of LIKE is a letter like any other";
    EXPECT_EQ(names("q=_"), List{});
}

TEST_P(PlansApi, ATamperedCursorIsRefused) {
    const Person kim = planner();
    for (const char* cursor : {"x", "e30", "eyJuYW1lX2tleSI6MX0", "%00"})
        EXPECT_GE(get(kim, std::string("/energy/plans?cursor=") + cursor).status, 400) << cursor;
    EXPECT_EQ(
        refusals(get(kim, "/energy/plans?sort=owner&page=2")),
        (std::vector<std::string>{"/query/sort json.bad_choice", "/query/page http.unknown_parameter"}));
}

TEST_P(PlansApi, GapsOfASeriesAreNamedAndFilledOnRequestOnly) {
    const Person kim = planner();
    auto plan = make_plan(kim);
    std::string csv = "hour,demand\\n";
    for (int i = 0; i < 24; ++i) csv += std::to_string(i) + "," + (i == 5 ? "" : std::to_string(i)) + "\\n";
    const auto body = [&](const char* more) {
        return R"({"csv":")" + csv + R"(","unit":"MW","origin":"measured","method":"meter")" + more + "}";
    };
    const Reply refused = upload(kim, plan, "demand", body(""));
    ASSERT_EQ(refused.status, 422) << refused.body;
    EXPECT_EQ(refusals(refused), (std::vector<std::string>{"/csv gaps.gap", "/csv gaps.ask"}));
    EXPECT_EQ(get(kim, "/energy/plans/" + text(plan, "id") + "/series/demand").status, 404);
    const Reply put = upload(kim, plan, "demand", body(R"(,"fill_gaps":true)"));
    ASSERT_EQ(put.status, 200) << put.body;
    plan = parsed(put);
    EXPECT_EQ(text(plan.at("series").at(0), "sum"), "276") << "a straight line through 4 and 6";
    EXPECT_EQ(
        text(plan.at("model").at("series").at(0), "method"),
        "빈 시간 1개를 채움(직선 1, 같은 종류의 날 0) · 1 gaps filled (1 by a straight line, 0 by the same "
        "hour of like days). meter");
    EXPECT_EQ(refusals(upload(kim, plan, "demand", body(R"(,"fill_gaps":1)"))),
              std::vector<std::string>{"/fill_gaps json.wrong_type"});
}

TEST_P(PlansApi, ASeriesIsUploadedReadAndNamedInTheModel) {
    const Person kim = planner();
    auto plan = make_plan(kim);
    std::string csv = "time,demand\\n";
    for (int i = 0; i < 24; ++i) csv += "t" + std::to_string(i) + "," + std::to_string(90 + i) + "\\n";
    const Reply put =
        upload(kim, plan, "demand",
               R"({"csv":")" + csv + R"(","unit":"MW","origin":"synthetic","method":"a line"})");
    ASSERT_EQ(put.status, 200) << put.body;
    plan = parsed(put);
    EXPECT_EQ(text(plan.at("series").at(0), "sum"), "2436");
    EXPECT_EQ(text(plan.at("model").at("series").at(0), "method"), "a line");
    const Reply values = get(kim, "/energy/plans/" + text(plan, "id") + "/series/demand");
    EXPECT_EQ(parsed(values).at("values").as_array().size(), 24u);
    EXPECT_EQ(
        get(kim, "/energy/plans/" + text(plan, "id") + "/series/demand", {{"If-None-Match", etag(values)}})
            .status,
        304);
    EXPECT_EQ(get(kim, "/energy/plans/" + text(plan, "id") + "/series/none").status, 404);
}

TEST_P(PlansApi, BadSeriesNameEveryBadLine) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const Reply bad =
        upload(kim, plan, "s", R"({"csv":"v\n1\nx\n2\n\n,\n","unit":"GW","origin":"synthetic"})");
    EXPECT_EQ(refusals(bad), std::vector<std::string>{"/unit json.bad_choice"});
    const auto reply =
        parsed(upload(kim, plan, "s", R"({"csv":"v\n1\nx\n2\ny\n","unit":"MW","origin":"synthetic"})"));
    const auto& errors = reply.at("errors").as_array();
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(text(errors[0], "pointer"), "/csv");
    EXPECT_EQ(text(errors[0].at("params"), "line"), "3");
    EXPECT_EQ(text(errors[1].at("params"), "line"), "5");
    EXPECT_EQ(upload(kim, plan, "s", R"({"csv":"","unit":"MW","origin":"synthetic"})").status, 422);
}

TEST_P(PlansApi, FindingsSayWhereToMendTheModel) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const std::string path = "/energy/plans/" + text(plan, "id");
    EXPECT_EQ(parsed(get(kim, path + "/findings")).at("items").as_array().size(), 0u);
    std::string model = small_model();
    model.replace(model.find(R"("bus":"power","carrier":"sun")"), 29, R"("bus":"heat","carrier":"sun")");
    ASSERT_EQ(replace(kim, plan, content(model)).status, 200) << "a model with findings is saved too";
    const auto findings = parsed(get(kim, path + "/findings")).at("items").as_array();
    ASSERT_GE(findings.size(), 1u);
    EXPECT_EQ(text(findings[0], "pointer"), "/generators/0/bus");
    const Reply run = post(kim, path + "/runs", "{}");
    EXPECT_EQ(run.status, 422);
    EXPECT_EQ(text(parsed(run), "code"), "plan.not_solvable");
    EXPECT_EQ(text(parsed(run).at("errors").at(0), "pointer"), "/generators/0/bus");
}

TEST_P(PlansApi, FilesGoOutAndComeBackTheSame) {
    const Person kim = planner();
    auto plan = make_plan(kim);
    plan = parsed(upload(
        kim, plan, "demand",
        R"({"csv":"v\n1\n2\n3\n4\n5\n6\n7\n8\n9\n1\n2\n3\n4\n5\n6\n7\n8\n9\n1\n2\n3\n4\n5\n6\n","unit":"MW","origin":"synthetic"})"));
    const auto files = parsed(get(kim, "/energy/plans/" + text(plan, "id") + "/files"));
    EXPECT_EQ(text(files.at("files").at(0), "name"), "model.toml");
    json::object body{{"name", "Copy"}, {"files", files.at("files")}};
    const Reply made = post(kim, "/energy/plans", json::serialize(body));
    ASSERT_EQ(made.status, 201) << made.body;
    const auto again = parsed(get(kim, "/energy/plans/" + text(parsed(made), "id") + "/files"));
    EXPECT_EQ(json::serialize(files), json::serialize(again));
    EXPECT_EQ(json::serialize(parsed(made).at("model")), json::serialize(plan.at("model")));
}

TEST_P(PlansApi, BadFilesAreNamedWithTheirLine) {
    const Person kim = planner();
    const auto create = [&](const std::string& files) {
        return post(kim, "/energy/plans", R"({"files":)" + files + "}");
    };
    EXPECT_EQ(refusals(create(R"([{"name":"notes.txt","text":"x"}])")),
              std::vector<std::string>{"/files plan.no_model_file"});
    EXPECT_EQ(refusals(create(R"([{"name":"a.toml","text":""},{"name":"b.toml","text":""}])")),
              std::vector<std::string>{"/files plan.two_model_files"});
    EXPECT_EQ(refusals(create("[]")), (std::vector<std::string>{"/files json.too_few"}));
    const auto reply = parsed(create(
        R"([{"name":"daegu/x.csv","text":"a\n1\n"},{"name":"daegu/model.toml","text":"name = 'n'\nnonsense ="}])"));
    const auto& error = reply.at("errors").at(0);
    EXPECT_EQ(text(error, "pointer"), "/files/1");
    EXPECT_EQ(text(error, "line"), "2");
    EXPECT_EQ(refusals(post(kim, "/energy/plans", "{}")), std::vector<std::string>{"/name json.missing"});
}

TEST_P(PlansApi, ACopyHasTheModelAndSeries) {
    const Person kim = planner(), lee = planner();
    auto plan = make_plan(kim);
    plan = parsed(upload(kim, plan, "s", R"({"csv":"v\n1\n2\n","unit":"MW","origin":"synthetic"})"));
    const Reply copy = post(lee, "/energy/plans", R"({"name":"Mine","copy_of":")" + text(plan, "id") + "\"}");
    ASSERT_EQ(copy.status, 201) << copy.body;
    EXPECT_EQ(json::serialize(parsed(copy).at("model")), json::serialize(plan.at("model")));
    EXPECT_EQ(json::serialize(parsed(copy).at("series")), json::serialize(plan.at("series")));
    EXPECT_EQ(text(parsed(copy), "owner"), lee.id);
    EXPECT_EQ(refusals(post(kim, "/energy/plans", R"({"name":"n","copy_of":"nothing"})")),
              std::vector<std::string>{"/copy_of plan.unknown"});
}

TEST_P(PlansApi, EveryChangeLeavesItsTrace) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const auto actions = app().database().read([&](db::Connection& c) {
        std::string found;
        for (const auto& row :
             c.query("SELECT action, actor FROM audit_entry WHERE record_id = $1 ORDER BY number",
                     text(plan, "id")))
            found += row.text(0) + (row.text(1) == kim.id ? " " : "? ");
        return found;
    });
    EXPECT_EQ(actions, "create_plan replace_plan ");
}

}  // namespace
}  // namespace dure::app::testing
