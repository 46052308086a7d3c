// SPDX-License-Identifier: Apache-2.0
// Measures and their numbers are made up for the tests; so are the series of the region kr.test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "server/app/api_test.hpp"
#include "server/app/measures_actors.hpp"
#include "server/db/system.hpp"
#include "server/figures/figure_store.hpp"
#include "server/figures/vocabulary_store.hpp"

namespace dure::app::testing {
namespace {

class MeasuresApi : public Api {
  protected:
    static std::string measure(const std::string& title, const std::string& more = {}) {
        return R"({"title":")" + title +
               R"(","sector":"industry","end_use":"motors","begins":"2026-01-01","ends":"2040-12-31",)"
               R"("price_year":2026,"method":"Counted")" +
               more + "}";
    }
    json::value make(const Person& who, const std::string& path, const std::string& body) {
        const Reply reply = post(who, path, body);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return parsed(reply);
    }
    std::vector<std::string> titles(const Person& who, const std::string& query) {
        std::vector<std::string> found;
        std::string cursor;
        do {
            const auto page = parsed(
                get(who, "/energy/measures?limit=2" + query + (cursor.empty() ? "" : "&cursor=" + cursor)));
            for (const auto& item : page.at("items").as_array()) found.push_back(text(item, "title"));
            cursor = text(page, "next_cursor");
        } while (!cursor.empty());
        return found;
    }

    /// A region with a baseline of 10 Mt in 2018, a target of half of it in 2030, and electricity 2010–2020
    /// that grows by 2 % a year, of 100 GWh at first.
    void put_figures(bool with_sales = true) {
        app().database().write([&](db::Connection& c) {
            figures::add_regions(
                c, std::vector<figures::Region>{
                       {.code = "kr.test", .parent = {}, .name_ko = "시험", .name_en = "Test"}});
            figures::add_indicators(c,
                                    std::vector<figures::Indicator>{indicator("ghg.managed", "MtCO2e"),
                                                                    indicator("ghg.reduction_share", "%"),
                                                                    indicator("electricity.sales", "GWh")});
            figures::add_baselines(c, std::vector<figures::Baseline>{{.code = "test-2018",
                                                                      .indicator = "ghg.managed",
                                                                      .region = "kr.test",
                                                                      .period = "2018",
                                                                      .name_ko = "시험 기준",
                                                                      .name_en = "Test baseline"}});
            std::vector<figures::Figure> list{
                figure("ghg.managed", "2018", 10, "MtCO2e", figures::Kind::baseline, "test-2018"),
                figure("ghg.managed", "2030", 5000, "ktCO2e", figures::Kind::target, "test-2018")};
            if (with_sales)
                for (int year = 2010; year <= 2020; ++year)
                    list.push_back(figure("electricity.sales", std::to_string(year),
                                          100 * std::pow(1.02, year - 2010), "GWh", figures::Kind::actual));
            figures::insert_figures(c, list);
        });
    }

  private:
    static figures::Indicator indicator(const char* code, const char* unit) {
        return {.code = code, .topic = "test", .name_ko = code, .name_en = code, .unit = unit};
    }
    static figures::Figure figure(const char* indicator, const std::string& period, double value,
                                  const char* unit, figures::Kind kind,
                                  std::optional<std::string> baseline = {}) {
        static IdMaker ids(db::system_clock(), db::system_random());
        figures::Figure one{.id = ids.next()};
        one.content.region = "kr.test";
        one.content.indicator = indicator;
        one.content.period = period;
        one.content.kind = kind;
        one.content.value = value;
        one.content.unit = unit;
        one.content.method = figures::Method::assumption;
        one.content.baseline = std::move(baseline);
        one.content.reason = "synthetic, for a test";
        one.period_key = period + "-01/" + period + "-12";
        one.created = one.updated = db::system_clock()();
        return one;
    }
};
DURE_API_TESTS(MeasuresApi);

using List = std::vector<std::string>;

TEST_P(MeasuresApi, AMeasureGoesThroughItsLife) {
    const Person kim = planner();
    const auto one = make(kim, "/energy/measures",
                          measure("Motors", R"(,"years":[{"year":2030,"expected_mwh":1000,"expected_t":400},)"
                                            R"({"year":2027,"expected_mwh":100,"expected_t":40}])"));
    EXPECT_EQ(text(one.at("years").at(0), "year"), "2027");
    EXPECT_DOUBLE_EQ(one.at("years").at(1).at("expected_toe").to_number<double>(), 86);
    EXPECT_EQ(text(one, "most_year"), "2030");
    const std::string path = "/energy/measures/" + text(one, "id");
    EXPECT_EQ(send(kim, "PUT", path, measure("Motors 2")).status, 428);
    const Reply changed = send(kim, "PUT", path, measure("Motors 2"), {{"If-Match", "\"1\""}});
    EXPECT_EQ(changed.status, 200);
    EXPECT_EQ(send(kim, "PUT", path, measure("Motors 3"), {{"If-Match", "\"1\""}}).status, 412);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", "\"2\""}}).status, 204);
    EXPECT_EQ(get(kim, path).status, 404);
    EXPECT_EQ(titles(kim, "&deleted=true"), List{"Motors 2"});
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    List actions;
    const auto history = parsed(get(kim, path + "/history"));
    for (const auto& entry : history.at("items").as_array()) actions.push_back(text(entry, "action"));
    EXPECT_EQ(actions, (List{"restore_measure", "delete_measure", "replace_measure", "create_measure"}));
}

TEST_P(MeasuresApi, IsJudgedByRuleWithReasons) {
    const Person kim = planner();
    const auto late = make(kim, "/energy/measures",
                           measure("Late", R"(,"responsible":"Team","milestones":[{"name":"Call",)"
                                           R"("due":"2026-02-01"}],"years":[{"year":2040,)"
                                           R"("expected_mwh":1,"expected_t":1}])"));
    EXPECT_EQ(text(late, "status"), "late");
    EXPECT_EQ(text(late.at("reasons").at(0), "code"), "milestone_overdue");
    EXPECT_EQ(text(late.at("reasons").at(0).at("params"), "name"), "Call");
    make(kim, "/energy/measures", measure("Bare"));
    EXPECT_EQ(titles(kim, "&status=late"), List{"Late"});
    EXPECT_EQ(titles(kim, "&status=at_risk"), List{"Bare"});
    make(kim, "/energy/measures", measure("Off", R"(,"cancelled":true)"));
    EXPECT_EQ(titles(kim, "&status=cancelled"), List{"Off"});
}

TEST_P(MeasuresApi, AreListedInOrderPageByPage) {
    const Person kim = planner();
    for (const auto& [title, t] :
         std::vector<std::pair<std::string, int>>{{"나", 5}, {"A", 50}, {"다", 500}, {"가", 20}, {"B", 1}})
        make(kim, "/energy/measures",
             measure(title,
                     R"(,"years":[{"year":2030,"expected_mwh":0,"expected_t":)" + std::to_string(t) + "}]"));
    EXPECT_EQ(titles(kim, ""), (List{"가", "나", "다", "A", "B"}));
    EXPECT_EQ(titles(kim, "&sort=-title"), (List{"B", "A", "다", "나", "가"}));
    EXPECT_EQ(titles(kim, "&sort=-saving"), (List{"다", "A", "가", "나", "B"}));
    EXPECT_EQ(titles(kim, "&q=b"), List{"B"});
    EXPECT_EQ(get(kim, "/energy/measures?sort=none").status, 422);
    const Reply csv = get(kim, "/energy/measures/export?format=csv&language=en&columns=title,status&q=b");
    EXPECT_NE(csv.body.find("Measure,Status"), std::string::npos) << csv.body;
    EXPECT_NE(csv.body.find("B,At risk"), std::string::npos) << csv.body;
}

TEST_P(MeasuresApi, RefusesEveryBadFieldAtOnce) {
    const Person kim = planner();
    const std::vector<std::pair<std::string, List>> table = {
        {"{}",
         {"/title json.missing", "/sector json.missing", "/end_use json.missing", "/begins json.missing",
          "/ends json.missing", "/price_year json.missing", "/method json.missing"}},
        {measure(" "), {"/title names.blank"}},
        {measure("M", R"(,"years":[{"year":2030,"expected_mwh":1,"expected_t":1},)"
                      R"({"year":2030,"expected_mwh":1,"expected_t":1}])"),
         {"/years/1/year measure.doubled_year"}},
        {measure("M", R"(,"years":[{"year":2030,"expected_mwh":1,"expected_t":1,"actual_t":1}])"),
         {"/years/0/actual_source measure.actual_without_source"}},
        {measure("M", R"(,"investment":5)"), {"/lifetime_years measure.lifetime_needed"}},
        {measure("M", R"(,"milestones":[{"name":"m","due":"2026-02-30"}])"),
         {"/milestones/0/due json.bad_format"}},
        {measure("M", R"(,"evidence":[{"title":"e","link":"javascript:x"}])"),
         {"/evidence/0/link json.bad_format"}},
        {measure("M", R"(,"colour":1)"), {"/colour json.unknown_field"}}};
    for (const auto& [body, expected] : table) {
        const Reply reply = post(kim, "/energy/measures", body);
        EXPECT_EQ(reply.status, 422);
        EXPECT_EQ(refusals(reply), expected) << body;
    }
    const Reply turned = post(kim, "/energy/measures",
                              R"({"title":"T","sector":"industry","end_use":"motors","begins":"2030-01-01",)"
                              R"("ends":"2029-01-01","price_year":2026,"method":"m"})");
    EXPECT_EQ(refusals(turned), List{"/ends measure.ends_before_it_begins"});
}

TEST_P(MeasuresApi, OneMoreClosesTheGapToTheTarget) {
    const Person kim = planner();
    EXPECT_EQ(get(kim, "/energy/gap?region=kr.test").status, 409);
    put_figures();
    const auto closed = [&] {
        const Reply reply = get(kim, "/energy/gap?region=kr.test&baseline=test-2018");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return parsed(reply);
    };
    const auto before = closed();
    EXPECT_EQ(before.at("years").as_array().size(), 13U);
    EXPECT_DOUBLE_EQ(before.at("years").at(12).at("needed_t").to_number<double>(), 5e6);
    EXPECT_EQ(before.at("years").at(12).at("closed_percent").to_number<double>(), 0);
    const std::string years = R"(,"years":[{"year":2030,"expected_mwh":0,"expected_t":1000000}])";
    make(kim, "/energy/measures", measure("One", years));
    make(kim, "/energy/measures", measure("Two", years));
    make(kim, "/energy/measures", measure("Off", years + R"(,"cancelled":true)"));
    const auto after = closed();
    const auto& last = after.at("years").at(12);
    EXPECT_DOUBLE_EQ(last.at("closed_percent").to_number<double>(), 40);
    EXPECT_DOUBLE_EQ(last.at("without_overlap_t").to_number<double>(), 1e6);
    EXPECT_EQ(after.at("overlaps").as_array().size(), 1U);
    EXPECT_EQ(refusals(get(kim, "/energy/gap?region=kr.test&baseline=none")),
              List{"/query/baseline measure.unknown_baseline"});
}

TEST_P(MeasuresApi, TheCurveSaysWhatATonneCosts) {
    const Person kim = planner();
    const std::string years = R"(,"years":[{"year":2030,"expected_mwh":1,"expected_t":2}])";
    make(kim, "/energy/measures",
         measure("Pump",
                 years + R"(,"investment":1000,"lifetime_years":10,"yearly_cost":20,"energy_price":100)"));
    make(kim, "/energy/measures", measure("Talk", years));
    make(kim, "/energy/measures", measure("Later", R"(,"yearly_cost":1)"));
    make(kim, "/energy/measures", measure("Free", years + R"(,"yearly_cost":1)"));
    const auto curve = parsed(get(kim, "/energy/abatement_curve?year=2030&discount_basis_points=1000"));
    ASSERT_EQ(curve.at("steps").as_array().size(), 1U);
    EXPECT_NEAR(curve.at("steps").at(0).at("cost_per_t").to_number<double>(), 41.3727, 1e-4);
    List reasons;
    for (const auto& one : curve.at("left_out").as_array())
        reasons.push_back(text(one, "title") + " " + text(one, "reason"));
    std::ranges::sort(reasons);
    EXPECT_EQ(reasons, (List{"Free no_energy_price", "Later no_co2_in_year", "Talk no_cost"}));
}

TEST_P(MeasuresApi, TheReportOfAYearSumsWhatWasReported) {
    const Person kim = planner();
    make(kim, "/energy/measures",
         measure("One", R"(,"years":[{"year":2026,"expected_mwh":10,"expected_t":4,"actual_mwh":9,)"
                        R"("actual_t":3.5,"actual_source":"meter"}])"));
    make(kim, "/energy/measures",
         measure("Two", R"(,"years":[{"year":2026,"expected_mwh":1,"expected_t":1}])"));
    make(kim, "/energy/programmes",
         R"({"title":"Audits","kind":"audit","begins":"2026","results":[{"year":2026,"beneficiaries":12,)"
         R"("counted":"sites","source":"report"},{"year":2025,"jobs":1,"source":"report"}]})");
    const auto report = parsed(get(kim, "/energy/monitoring?year=2026"));
    EXPECT_EQ(report.at("measures").as_array().size(), 2U);
    EXPECT_EQ(text(report, "reported"), "1");
    EXPECT_DOUBLE_EQ(report.at("total").at("expected_t").to_number<double>(), 5);
    EXPECT_DOUBLE_EQ(report.at("total").at("actual_t").to_number<double>(), 3.5);
    EXPECT_EQ(report.at("programmes").at(0).at("results").as_array().size(), 1U);
    EXPECT_EQ(parsed(get(kim, "/energy/monitoring?year=2050")).at("measures").as_array().size(), 0U);
}

TEST_P(MeasuresApi, AProgrammesResultsNeedNumbersAndSources) {
    const Person kim = planner();
    const Reply bad = post(kim, "/energy/programmes",
                           R"({"title":"A","kind":"audit","begins":"2026-13","ends":"2025","measures":["x"],)"
                           R"("results":[{"year":2026,"source":"s"}]})");
    EXPECT_EQ(refusals(bad),
              (List{"/begins json.bad_format", "/results/0/beneficiaries programme.nothing_counted"}));
    EXPECT_EQ(refusals(post(kim, "/energy/programmes",
                            R"({"title":"A","kind":"audit","begins":"2026","measures":["x"]})")),
              List{"/measures/0 json.bad_format"});
    const auto served = make(kim, "/energy/measures", measure("Motors"));
    const auto one =
        make(kim, "/energy/programmes",
             R"({"title":"A","kind":"audit","begins":"2026","measures":[")" + text(served, "id") + R"("]})");
    EXPECT_EQ(text(one.at("linked").at(0), "name"), "Motors");
}

TEST_P(MeasuresApi, AYearOfTheCentreWarnsOfWhatDoesNotFit) {
    const Person kim = planner();
    const std::string year =
        R"({"year":2099,"title":"2099","staff":[{"name":"Kim","months":6}],)"
        R"("budget":[{"code":"E","name":"Audits","amount":100}],"tasks":[{"title":"T","begins":"2099-01-01",)"
        R"("ends":"2099-06-30","staff":[{"name":"Kim","months":7}],"money":[{"line":"E","amount":101}]},)"
        R"({"title":"U","begins":"2099-01-01","ends":"2099-06-30"}]})";
    const auto one = make(kim, "/energy/centre_years", year);
    List codes;
    for (const auto& warning : one.at("warnings").as_array()) codes.push_back(text(warning, "code"));
    EXPECT_EQ(codes,
              (List{"centre_year.task_without_staff", "centre_year.staff_over", "centre_year.line_over"}));
    EXPECT_EQ(text(one.at("staff_use").at(0), "planned"), "7");
    const Reply bad = post(kim, "/energy/centre_years",
                           R"({"year":2027,"title":"T","tasks":[{"title":"T","begins":"2027-01-01",)"
                           R"("ends":"2027-06-30","staff":[{"name":"Lee","months":1}],)"
                           R"("money":[{"line":"X","amount":1}]}]})");
    EXPECT_EQ(refusals(bad), (List{"/tasks/0/staff/0/name centre_year.unknown_staff",
                                   "/tasks/0/money/0/line centre_year.unknown_line"}));
}

constexpr const char* kWhole =
    R"({"title":"Sales","region":"kr.test","indicator":"electricity.sales","to_year":2040,)"
    R"("sectors":[{"sector":"","drivers":[{"driver":"people"}],"end_uses":[{"name":"All","activity":"sites",)"
    R"("intensity":"each","factor":0.001,"uncertainty_percent":10}]}],"assumptions":[)"
    R"({"code":"people","name":"People","kind":"driver","unit":"persons","points":[{"year":2010,"value":50},)"
    R"({"year":2013,"value":80},{"year":2040,"value":60}],"reason":"test"},)"
    R"({"code":"sites","name":"Sites","kind":"activity","unit":"sites","points":[{"year":2020,"value":1000},)"
    R"({"year":2040,"value":2000}],"reason":"test"},)"
    R"({"code":"each","name":"Each","kind":"intensity","unit":"MWh","points":[{"year":2020,"value":100},)"
    R"({"year":2040,"value":90}],"source":"a test","reason":"test"}]})";

TEST_P(MeasuresApi, AForecastStandsOnFiguresByThreeMethods) {
    const Person kim = planner();
    const auto one = make(kim, "/energy/forecasts", kWhole);
    EXPECT_EQ(text(one, "without_source"), "2");
    const std::string path = "/energy/forecasts/" + text(one, "id");
    auto sector = parsed(get(kim, path + "/result")).at("sectors").at(0);
    EXPECT_EQ(text(sector.at("methods").at(0).at("refused"), "code"), "forecast.too_few_years");
    EXPECT_EQ(text(sector.at("methods").at(0).at("refused").at("params"), "found"), "0");
    put_figures();
    sector = parsed(get(kim, path + "/result")).at("sectors").at(0);
    EXPECT_EQ(sector.at("history").as_array().size(), 11U);
    const auto& trend = sector.at("methods").at(0);
    EXPECT_NEAR(trend.at("years").at(19).at("value").to_number<double>(), 100 * std::pow(1.02, 30), 1e-6);
    EXPECT_NEAR(trend.at("back_test").at("mape_percent").to_number<double>(), 0, 1e-6);
    EXPECT_EQ(sector.at("methods").at(1).at("years").as_array().size(), 20U);
    const auto& uses = sector.at("methods").at(2);
    EXPECT_NEAR(uses.at("years").at(19).at("value").to_number<double>(), 180, 1e-9);
    EXPECT_NEAR(uses.at("years").at(19).at("high").to_number<double>(), 198, 1e-9);
}

TEST_P(MeasuresApi, AForecastFeedsTheLoadsOfAPlan) {
    const Person kim = planner();
    put_figures();
    const auto one = make(kim, "/energy/forecasts", kWhole);
    const auto plan = make_plan(kim);
    const std::string load = text(plan.at("model").at("loads").at(0), "name");
    const std::string path = "/energy/forecasts/" + text(one, "id") + "/plan";
    const auto body = [&](const std::string& name, int year) {
        return R"({"plan":")" + text(plan, "id") + R"(","load":")" + name +
               R"(","sector":"","method":"end_uses","year":)" + std::to_string(year) + "}";
    };
    const auto made = make(kim, path, body(load, 2040));
    EXPECT_NEAR(made.at("annual_mwh").to_number<double>(), 180'000, 1e-6);
    const auto copy = parsed(get(kim, "/energy/plans/" + text(made, "plan")));
    const auto& changed = copy.at("model").at("loads").at(0);
    EXPECT_NEAR(changed.at("annual_mwh").to_number<double>(), 180'000, 1e-6);
    EXPECT_NE(text(changed, "source").find("2040"), std::string::npos);
    EXPECT_NE(text(changed, "source").find("Sales"), std::string::npos);
    EXPECT_EQ(refusals(post(kim, path, body("none", 2040))), List{"/load forecast.unknown_load"});
    EXPECT_EQ(refusals(post(kim, path, body(load, 2041))), List{"/year forecast.no_such_year"});
}

TEST_P(MeasuresApi, AForecastNamesItsBadRows) {
    const Person kim = planner();
    const Reply bad = post(
        kim, "/energy/forecasts",
        R"({"title":"T","indicator":"x","sectors":[{"sector":"","drivers":[{"driver":"a"},{"driver":"b"}]}],)"
        R"("assumptions":[{"code":"b","name":"B","kind":"activity","unit":"u","reason":"r"},)"
        R"({"code":"b","name":"B","kind":"driver","unit":"u","reason":"r"}]})");
    EXPECT_EQ(refusals(bad), (List{"/assumptions/1/code forecast.doubled_code",
                                   "/sectors/0/drivers/0/driver forecast.unknown_assumption",
                                   "/sectors/0/drivers/1/driver forecast.wrong_kind"}));
}

}  // namespace
}  // namespace dure::app::testing
