// SPDX-License-Identifier: Apache-2.0
// Where the numbers of a plan come from.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class AssumptionsApi : public Api {
  protected:
    json::value list(const Person& who, const json::value& plan) {
        return parsed(get(who, "/energy/plans/" + text(plan, "id") + "/assumptions"));
    }
    static json::value one(const json::value& all, const std::string& at) {
        for (const auto& item : all.at("items").as_array())
            if (text(item, "at") == at) return item;
        ADD_FAILURE() << at;
        return {};
    }
    static std::string path(const json::value& plan, std::string at) {
        for (std::size_t i; (i = at.find('/')) != std::string::npos;) at.replace(i, 1, "%2F");
        return "/energy/plans/" + text(plan, "id") + "/assumptions/" + at;
    }
    Reply put(const Person& who, const json::value& plan, const std::string& at, const std::string& body,
              const std::string& version) {
        return send(who, "PUT", path(plan, at), body, {{"If-Match", '"' + version + '"'}});
    }
    std::string source(const Person& who, const std::string& code) {
        return text(
            parsed(post(who, "/sources",
                        R"({"code":")" + code + R"(","document":"Cost study","publisher":"Institute"})")),
            "id");
    }
};
DURE_API_TESTS(AssumptionsApi);

TEST_P(AssumptionsApi, ListEveryNumberAndCountThoseWithoutSource) {
    const Person kim = planner();
    const auto all = list(kim, make_plan(kim));
    EXPECT_EQ(text(all, "currency"), "KRW");
    // discount_rate, the load, and nominal and running cost of two generators
    EXPECT_EQ(text(all, "assumptions"), "6");
    EXPECT_EQ(text(all, "without_source"), "6");
    const auto cost = one(all, "generators/dear/marginal_cost");
    EXPECT_EQ(text(cost, "unit"), "KRW/MWh");
    EXPECT_EQ(text(cost, "value"), "50");
    EXPECT_EQ(text(cost, "version"), "0");
    EXPECT_FALSE(one(all, "generators/dear/efficiency").at("counts").as_bool()) << "1 by default";
}

TEST_P(AssumptionsApi, TakeAValueWithItsSourceAndKeepItsHistory) {
    const Person kim = planner(), lee = planner();
    const auto plan = make_plan(kim);
    const std::string at = "generators/dear/marginal_cost", study = source(kim, "study");
    const Reply changed =
        put(lee, plan, at,
            R"({"value":55,"source":")" + study +
                R"(","price_year":2023,"low":40,"high":70,"note_en":"Table 3","reason":"New study"})",
            "0");
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_TRUE(etag(changed).starts_with("\"1"));
    const auto all = list(kim, plan);
    EXPECT_EQ(text(all, "without_source"), "5");
    const auto now = one(all, at);
    EXPECT_EQ(text(now, "value"), "55");
    EXPECT_EQ(text(now, "source_document"), "Cost study");
    EXPECT_EQ(text(now, "low"), "40");
    EXPECT_TRUE(now.at("sourced").as_bool());
    const auto model = parsed(get(kim, "/energy/plans/" + text(plan, "id")));
    EXPECT_EQ(model.at("model").at("generators").at(1).at("marginal_cost").to_number<double>(), 55)
        << "the value stands in the model";
    EXPECT_EQ(put(kim, plan, at, R"({"value":60,"reason":"older"})", "0").status, 412);
    const auto history = parsed(get(kim, path(plan, at) + "/history")).at("items").as_array();
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(text(history[0].at("before"), "value"), "50");
    EXPECT_EQ(text(history[0].at("after"), "value"), "55");
    EXPECT_EQ(text(history[0].at("after"), "source"), "study");
    EXPECT_EQ(text(history[0].at("after"), "reason"), "New study");
}

TEST_P(AssumptionsApi, LoseTheirSourceWhenTheValueIsChangedElsewhere) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const std::string at = "generators/cheap/marginal_cost";
    ASSERT_EQ(put(kim, plan, at, R"({"source":")" + source(kim, "study") + R"("})", "0").status, 200);
    ASSERT_EQ(
        put(kim, plan, "loads/city/p_mw", R"({"source":")" + source(kim, "other") + R"("})", "0").status,
        200);
    auto saved = parsed(get(kim, "/energy/plans/" + text(plan, "id")));
    saved.at("model").at("generators").at(0).at("marginal_cost") = 12;
    const std::string content =
        json::serialize(json::object{{"name", "Plan"}, {"description", ""}, {"model", saved.at("model")}});
    const std::string address = "/energy/plans/" + text(plan, "id");
    ASSERT_EQ(send(kim, "PUT", address, content, {{"If-Match", etag(get(kim, address))}}).status, 200);
    const auto all = list(kim, plan);
    EXPECT_FALSE(one(all, at).at("sourced").as_bool()) << "the source said 10";
    EXPECT_TRUE(one(all, "loads/city/p_mw").at("sourced").as_bool());
    EXPECT_EQ(parsed(get(kim, path(plan, at) + "/history")).at("items").as_array().size(), 2u);
}

TEST_P(AssumptionsApi, NameEveryBadField) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    // The rate was 0.05 before the model was put in its place, so that something is known of it.
    const std::tuple<std::string, const char*, std::vector<std::string>> cases[] = {
        {"discount_rate", R"({"value":0.1})", {"/reason assumption.reason_needed"}},
        {"discount_rate", R"({"value":-3,"reason":"r"})", {"/value energy.out_of_range"}},
        {"discount_rate", R"({"low":2,"high":1})", {"/low assumption.low_above_high"}},
        {"discount_rate", R"({"source":"no"})", {"/source assumption.unknown_source"}},
        {"discount_rate", R"({"figure":"no"})", {"/figure assumption.unknown_figure"}},
        {"discount_rate", R"({"price_year":1800})", {"/price_year json.too_small"}},
        {"discount_rate", R"({"vaule":1})", {"/vaule json.unknown_field"}},
    };
    for (const auto& [at, body, expected] : cases) {
        const Reply reply = put(kim, plan, at, body, "1");
        EXPECT_EQ(reply.status, 422) << body;
        EXPECT_EQ(refusals(reply), expected) << body;
    }
    EXPECT_EQ(put(kim, plan, "moon", "{}", "0").status, 404);
    EXPECT_EQ(put(kim, plan, "generators/dear/p_nom/extendable", "{}", "0").status, 404) << "a switch";
    EXPECT_EQ(send(kim, "PUT", path(plan, "discount_rate"), "{}").status, 428);
}

TEST_P(AssumptionsApi, GoOutWithTheFilesComeInAgainAndIntoACopy) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    const std::string at = "generators/cheap/marginal_cost";
    ASSERT_EQ(
        put(kim, plan, at, R"({"source":")" + source(kim, "study") + R"(","high":20,"note_ko":"표 3"})", "0")
            .status,
        200);
    const auto files = parsed(get(kim, "/energy/plans/" + text(plan, "id") + "/files")).at("files");
    const auto read =
        parsed(post(kim, "/energy/plans", json::serialize(json::object{{"name", "R"}, {"files", files}})));
    const auto copy = parsed(post(
        kim, "/energy/plans", json::serialize(json::object{{"name", "C"}, {"copy_of", text(plan, "id")}})));
    for (const auto& other : {read, copy}) {
        const auto found = one(list(kim, other), at);
        EXPECT_EQ(text(found, "source_code"), "study");
        EXPECT_EQ(text(found, "high"), "20");
        EXPECT_EQ(text(found, "note_ko"), "표 3");
    }
    std::string strange = json::serialize(files);
    strange.replace(strange.find("study"), 5, "moony");
    const Reply refused = post(kim, "/energy/plans",
                               json::serialize(json::object{{"name", "S"}, {"files", json::parse(strange)}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refusals(refused), std::vector<std::string>{"/files/0 plan.unknown_source"});
}

TEST_P(AssumptionsApi, AreCountedWithARun) {
    const Person kim = planner();
    const auto plan = make_plan(kim);
    ASSERT_EQ(
        put(kim, plan, "loads/city/p_mw", R"({"source":")" + source(kim, "study") + R"("})", "0").status,
        200);
    const auto run = make_run(kim, text(plan, "id"));
    EXPECT_EQ(text(run, "assumptions"), "6");
    EXPECT_EQ(text(run, "without_source"), "5");
    const auto other = parsed(post(kim, "/energy/plans/" + text(plan, "id") + "/runs",
                                   R"({"variations":[{"kind":"demand_factor","value":1.1}]})"));
    EXPECT_EQ(text(other, "assumptions"), "7") << "growth is given now";
    EXPECT_EQ(text(other, "without_source"), "6");
}

}  // namespace
}  // namespace dure::app::testing
