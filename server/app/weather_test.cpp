// SPDX-License-Identifier: Apache-2.0
// Series of a plan from a weather file: looked at, made, undone.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "engine/energy/weather/epw_for_tests.hpp"
#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

using dure::energy::testing::replaced;
using dure::energy::testing::small_epw;

class WeatherApi : public Api {
  protected:
    static std::string upload(const std::string& epw, const std::string& series = "[]",
                              const std::string& reason = "") {
        json::object body{{"file", "daegu.epw"}, {"text", epw}, {"series", json::parse(series)}};
        if (!reason.empty()) body["reason"] = reason;
        return json::serialize(body);
    }
    std::string path(const json::value& plan) const { return "/energy/plans/" + text(plan, "id"); }
    /// A plan of a day whose series "load" has two values, 1 and 2 MW.
    json::value plan_with_series(const Person& who) {
        const auto plan = make_plan(who);
        const Reply put = send(who, "PUT", path(plan) + "/series/load",
                               R"({"csv":"v\n1\n2\n","unit":"MW","origin":"measured","source":"meter"})",
                               {{"If-Match", '"' + text(plan, "version") + '"'}});
        EXPECT_EQ(put.status, 200) << put.body;
        return parsed(put);
    }
    Reply apply(const Person& who, const json::value& plan, const std::string& body) {
        return post(who, path(plan) + "/weather", body, {{"If-Match", '"' + text(plan, "version") + '"'}});
    }
    json::value changes(const Person& who, const json::value& plan) {
        return parsed(get(who, path(plan) + "/series_changes")).at("items");
    }
    std::string values(const Person& who, const json::value& plan) {
        return json::serialize(parsed(get(who, path(plan) + "/series/load")).at("values"));
    }
};
DURE_API_TESTS(WeatherApi);

constexpr const char* kHeat = R"([{"name":"load","use":"heat","annual_mwh":17520}])";

TEST_P(WeatherApi, AreLookedAtBeforeAnythingIsKept) {
    const Person kim = planner();
    const auto plan = plan_with_series(kim);
    const Reply seen = post(kim, path(plan) + "/weather/preview", upload(small_epw(false), kHeat));
    ASSERT_EQ(seen.status, 200) << seen.body;
    const auto view = parsed(seen);
    EXPECT_EQ(text(view.at("place"), "city"), "Nowhere");
    EXPECT_EQ(text(view, "hours"), "8760");
    EXPECT_EQ(text(view, "first_year"), "2021");
    EXPECT_EQ(view.at("months").as_array().size(), 12u);
    EXPECT_NEAR(view.at("months").at(0).at("temperature_c").to_number<double>(), 10, 1e-9);
    EXPECT_NEAR(view.at("year").at("global_kwh_m2_day").to_number<double>(), 4.5, 1e-9);
    const auto& one = view.at("series").at(0);
    EXPECT_EQ(one.at("before").at("sum").to_number<double>(), 3);
    EXPECT_NEAR(one.at("after").at("sum").to_number<double>(), 48, 1e-9)
        << "24 of 8760 equal hours of 2 MW each";
    EXPECT_EQ(values(kim, plan), "[1,2]") << "nothing is kept";
    EXPECT_TRUE(changes(kim, plan).as_array().empty());
}

TEST_P(WeatherApi, MakeSeriesOnceWithAReasonAndCanBeUndone) {
    const Person kim = planner(), lee = planner();
    const auto plan = plan_with_series(kim);
    const auto at = path(plan) + "/assumptions/series%2Fload";
    const auto source =
        parsed(post(kim, "/sources", R"({"code":"meter","document":"Meter","publisher":"Institute"})"));
    const auto sourced =
        send(kim, "PUT", at, R"({"source":")" + text(source, "id") + R"("})", {{"If-Match", "\"0\""}});
    ASSERT_EQ(sourced.status, 200) << sourced.body;
    const Reply made = apply(lee, plan, upload(small_epw(false), kHeat, "First look"));
    ASSERT_EQ(made.status, 200) << made.body;
    const auto changed = parsed(made);
    EXPECT_TRUE(values(kim, plan).starts_with("[2,2,2,")) << "24 hours of 2 MW each";
    const auto info = [](const json::value& of) { return of.at("model").at("series").at(0); };
    EXPECT_EQ(text(info(changed), "origin"), "imported");
    EXPECT_NE(text(info(changed), "method").find("degree hours below 18"), std::string::npos);
    EXPECT_NE(text(info(changed), "source").find("daegu.epw: LOCATION,Nowhere"), std::string::npos);
    EXPECT_EQ(apply(kim, plan, upload(small_epw(false), kHeat, "late")).status, 412) << "the plan moved on";
    const auto list = changes(kim, plan);
    ASSERT_EQ(list.as_array().size(), 1u);
    EXPECT_EQ(text(list.at(0), "reason"), "First look");
    EXPECT_EQ(text(list.at(0), "place"), "Nowhere, KOR");
    EXPECT_EQ(list.at(0).at("series").at(0).at("before").at("sum").to_number<double>(), 3);
    EXPECT_EQ(list.at(0).at("actions").as_array().size(), 1u);

    const std::string undo = path(plan) + "/series_changes/" + text(list.at(0), "id") + "/undo";
    EXPECT_EQ(post(kim, undo, "", {{"If-Match", '"' + text(plan, "version") + '"'}}).status, 412);
    const Reply back = post(kim, undo, "", {{"If-Match", '"' + text(changed, "version") + '"'}});
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(values(kim, plan), "[1,2]");
    EXPECT_EQ(text(info(parsed(back)), "origin"), "measured");
    EXPECT_EQ(text(info(parsed(back)), "source"), "meter");
    const auto assumptions = parsed(get(kim, path(plan) + "/assumptions"));
    for (const auto& item : assumptions.at("items").as_array())
        if (text(item, "at") == "series/load") {
            EXPECT_EQ(text(item, "source_document"), "Meter") << "its source holds again";
        }
    const auto after = changes(kim, plan);
    EXPECT_TRUE(after.at(0).as_object().contains("undone"));
    EXPECT_TRUE(after.at(0).at("actions").as_array().empty());
    const Reply twice = post(kim, undo, "", {{"If-Match", '"' + text(parsed(back), "version") + '"'}});
    EXPECT_EQ(twice.status, 409);
    EXPECT_EQ(text(parsed(twice), "code"), "weather.undone_already");
}

TEST_P(WeatherApi, AreNotUndoneOverLaterValues) {
    const Person kim = planner();
    const auto plan = plan_with_series(kim);
    auto now = parsed(apply(kim, plan, upload(small_epw(false), kHeat, "r")));
    now = parsed(send(kim, "PUT", path(plan) + "/series/load",
                      R"({"csv":"v\n5\n6\n","unit":"MW","origin":"measured"})",
                      {{"If-Match", '"' + text(now, "version") + '"'}}));
    const auto list = changes(kim, plan);
    EXPECT_TRUE(list.at(0).at("actions").as_array().empty());
    const Reply undone = post(kim, path(plan) + "/series_changes/" + text(list.at(0), "id") + "/undo", "",
                              {{"If-Match", '"' + text(now, "version") + '"'}});
    EXPECT_EQ(undone.status, 409);
    EXPECT_EQ(text(parsed(undone), "code"), "weather.changed_since");
    EXPECT_EQ(values(kim, plan), "[5,6]");
    EXPECT_EQ(post(kim, path(plan) + "/series_changes/none/undo", "", {{"If-Match", "\"1\""}}).status, 404);
}

TEST_P(WeatherApi, NameEveryBadFieldAndLineAndWriteNothing) {
    const Person kim = planner();
    const auto plan = plan_with_series(kim);
    const std::string good = small_epw(false);
    const std::tuple<std::string, std::vector<std::string>> cases[] = {
        {upload("no weather", kHeat, "r"), {"/text epw.no_location", "/text epw.no_data_periods"}},
        {upload(replaced(good, "2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,warm"), kHeat, "r"),
         {"/text epw.bad_number"}},
        {upload(replaced(good, "2021,1,1,2,0", "2021,1,1,2.5,0"), kHeat, "r"), {"/text epw.not_whole"}},
        {upload(replaced(good, "2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,99.9"), kHeat, "r"),
         {"/series/0/use weather.gap"}},
        {upload(good, kHeat), {"/reason weather.reason_needed"}},
        {upload(good, kHeat, "  "), {"/reason weather.reason_needed"}},
        {upload(good, "[]", "r"), {"/series weather.no_series"}},
        {upload(good, R"([{"name":"load","use":"heat"}])", "r"), {"/series/0/annual_mwh json.missing"}},
        {upload(good, R"([{"name":"load","use":"pv"}])", "r"), {"/series/0/use weather.other_unit"}},
        {upload(good, R"([{"name":"sun","use":"pv"}])", "r"), {"/series/0/name weather.unknown_series"}},
        {upload(good, R"([{"name":"load","use":"pv","tilt_deg":91}])", "r"),
         {"/series/0/tilt_deg json.too_large"}},
        {upload(good, R"([{"name":"load","use":"wind","power_curve":"v,s\n3,0\n2,1"}])", "r"),
         {"/series/0/power_curve weather.curve_order"}},
        {upload(good, R"([{"name":"load","use":"heat","annual_mwh":1,"base_c":5}])", "r"),
         {"/series/0/use weather.no_heat"}},
        {upload(
             good,
             R"([{"name":"load","use":"heat","annual_mwh":1},{"name":"load","use":"heat","annual_mwh":1}])",
             "r"),
         {"/series/1/name weather.twice"}},
    };
    for (const auto& [body, expected] : cases) {
        const Reply reply = apply(kim, plan, body);
        EXPECT_EQ(reply.status, 422) << expected[0];
        EXPECT_EQ(refusals(reply), expected);
    }
    const Reply named =
        apply(kim, plan, upload(replaced(good, "2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,warm"), kHeat, "r"));
    EXPECT_EQ(text(parsed(named).at("errors").at(0).at("params"), "line"), "10");
    EXPECT_EQ(text(parsed(get(kim, path(plan))), "version"), text(plan, "version")) << "nothing is written";
    EXPECT_EQ(values(kim, plan), "[1,2]");
}

}  // namespace
}  // namespace dure::app::testing
