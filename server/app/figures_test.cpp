// SPDX-License-Identifier: Apache-2.0
// Figures with their sources: read, derived, disagreeing, imported, balanced, decomposed.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cmath>

#include "server/app/api_test.hpp"
#include "server/db/system.hpp"
#include "server/figures/seed.hpp"

namespace dure::app::testing {
namespace {

class FiguresApi : public Api {
  protected:
    FiguresApi() {
        IdMaker ids(db::system_clock(), db::system_random());
        figures::seed_figures({app().database(), db::system_clock(), ids});
    }

    json::value one(const std::string& code) {
        const auto page = parsed(get(kim, "/figures?q=" + code));
        for (const auto& figure : page.at("items").as_array())
            if (text(figure, "code") == code) return figure;
        ADD_FAILURE() << "no figure " << code;
        return {};
    }
    double value(const std::string& code) { return one(code).at("value").to_number<double>(); }
    Reply replace(const Person& who, const json::value& figure, const std::string& member,
                  const json::value& to, const std::string& reason = "corrected in the new edition") {
        json::object content;
        for (const char* name :
             {"code", "region", "indicator", "sector", "item", "period", "kind", "value", "unit", "method",
              "source", "formula", "basis_ko", "basis_en", "note_ko", "note_en", "baseline", "price_year"})
            if (const auto* there = figure.as_object().if_contains(name)) content[name] = *there;
        content[member] = to;
        content["reason"] = reason;
        return send(who, "PUT", "/figures/" + text(figure, "id"), json::serialize(content),
                    {{"If-Match", '"' + text(figure, "version") + '"'}});
    }
    std::string source() {
        return text(
            parsed(post(kim, "/sources",
                        R"({"code":"yearbook-2024","document":"지역에너지통계연보","publisher":"KEEI"})")),
            "id");
    }

    const Person kim = planner();
};
DURE_API_TESTS(FiguresApi);

TEST_P(FiguresApi, WhatComesWithDureHasItsSourceAndDerivedOnesAreWorkedOut) {
    EXPECT_NEAR(value("daegu.final.2014"), 4317.1, 0.1);
    EXPECT_NEAR(value("daegu.ghg.target.2030.v2022"), 4.9335, 1e-9);
    EXPECT_NEAR(value("daegu.ghg.target.2030.v2021"), 5.1865, 1e-9);
    EXPECT_NEAR(value("chungnam.self_sufficiency.2023"), 213.56, 0.01);
    EXPECT_NEAR(value("ipcc.factor.diesel"), 74.07, 0.01);
    EXPECT_NEAR(value("daegu.pv.capacity_factor"), 14.84, 0.01);
    EXPECT_NEAR(value("daegu.chp.lng.capex"), 1.589, 0.001);
    std::string cursor;
    std::size_t count = 0;
    do {
        const auto page =
            parsed(get(kim, "/figures?limit=200" + (cursor.empty() ? "" : "&cursor=" + cursor)));
        for (const auto& figure : page.at("items").as_array()) {
            ++count;
            const bool has_source = figure.as_object().contains("source_document");
            EXPECT_TRUE(has_source || text(figure, "method") == "derived") << text(figure, "code");
            EXPECT_FALSE(text(figure, "unit").empty());
            EXPECT_FALSE(text(figure, "period").empty());
        }
        cursor = text(page, "next_cursor");
    } while (!cursor.empty());
    EXPECT_GT(count, 240u);
}

TEST_P(FiguresApi, SourcesThatDisagreeStandSideBySide) {
    const auto series = parsed(get(kim, "/indicators/ghg.managed/series?regions=kr.daegu"));
    ASSERT_EQ(series.at("disagreements").as_array().size(), 1u);
    EXPECT_NEAR(series.at("disagreements").at(0).at("lowest").to_number<double>(), 8.97, 1e-9);
    EXPECT_NEAR(series.at("disagreements").at(0).at("highest").to_number<double>(), 9.43, 1e-9);
    EXPECT_EQ(series.at("paths").as_array().size(), 6u);
    const auto self =
        parsed(get(kim, "/indicators/electricity.self_sufficiency/series?regions=kr.daegu,kr.daejeon"));
    EXPECT_GT(self.at("figures").as_array().size(), 8u);
    EXPECT_EQ(get(kim, "/indicators/none/series").status, 404);
    EXPECT_EQ(get(kim, "/indicators/ghg.managed/series?unit=moe").status, 422);
}

TEST_P(FiguresApi, AChangeNeedsAReasonAndWhatIsMadeOfItFollows) {
    const auto sales = one("daegu.electricity.2014");
    EXPECT_EQ(refusals(replace(kim, sales, "value", 15000000, "")),
              std::vector<std::string>{"/reason figures.needs_reason"});
    const Reply changed = replace(kim, sales, "value", 15000000);
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_NEAR(value("daegu.final.2014"), 15000000 * 0.086 / 1000 / 0.296, 0.1);
    EXPECT_NEAR(value("daegu.final.industry.2014"), 15000000 * 0.086 / 1000 / 0.296 * 0.294, 0.1);
    const auto history =
        parsed(get(kim, "/figures/" + text(one("daegu.final.2014"), "id") + "/history")).at("items");
    EXPECT_EQ(text(history.at(0), "action"), "recompute_figure");
    EXPECT_EQ(replace(kim, sales, "value", 1).status, 412);
}

TEST_P(FiguresApi, BadFiguresAreRefusedFieldByField) {
    const auto sales = one("daegu.electricity.2014");
    const std::pair<const char*, const char*> bad[] = {{"region", "figures.unknown_region"},
                                                       {"indicator", "figures.unknown_indicator"},
                                                       {"sector", "figures.unknown_sector"},
                                                       {"item", "figures.unknown_item"},
                                                       {"unit", "units.unknown"},
                                                       {"period", "json.bad_format"},
                                                       {"source", "figures.unknown_source"},
                                                       {"baseline", "figures.unknown_baseline"}};
    for (const auto& [member, code] : bad)
        EXPECT_EQ(refusals(replace(kim, sales, member, "zzz")),
                  std::vector<std::string>{std::string("/") + member + ' ' + code});
    EXPECT_EQ(refusals(replace(kim, sales, "unit", "tCO2")),
              std::vector<std::string>{"/unit figures.other_dimension"});
    EXPECT_EQ(refusals(replace(kim, sales, "formula", "1")),
              std::vector<std::string>{"/formula figures.no_formula"});
    const auto whole = one("daegu.final.2014");
    for (const auto& [formula, code] :
         {std::pair{"[daegu.final.industry.2014]", "figures.circle"},
          {"[nothing]", "figures.unknown_code"},
          {"[daegu.electricity.2014] + [daegu.population.2023]", "units.dimension"},
          {"[daegu.electricity.2014] * 2 {tCO2}", "units.dimension"},
          {"1 +", "formula.syntax"}})
        EXPECT_EQ(refusals(replace(kim, whole, "formula", formula)),
                  std::vector<std::string>{std::string("/formula ") + code});
}

TEST_P(FiguresApi, WhatIsUsedStaysAndWhatIsPutAwayComesBack) {
    const auto sales = one("daegu.electricity.2014");
    const Headers tag{{"If-Match", "\"1\""}};
    EXPECT_EQ(send(kim, "DELETE", "/figures/" + text(sales, "id"), {}, tag).status, 409);
    EXPECT_EQ(send(kim, "DELETE", "/sources/" + text(sales, "source"), {}, tag).status, 409);
    const auto peak = one("daegu_gyeongbuk.peak.2018");
    EXPECT_EQ(send(kim, "DELETE", "/figures/" + text(peak, "id"), {}, tag).status, 204);
    EXPECT_EQ(parsed(get(kim, "/figures?deleted=true")).at("items").as_array().size(), 1u);
    EXPECT_EQ(post(kim, "/figures/" + text(peak, "id") + "/restore").status, 200);
    EXPECT_EQ(value("daegu_gyeongbuk.peak.2018"), 9304);
}

TEST_P(FiguresApi, DaegusBalanceNamesItsGapsAndEstimatesOnlyWhenAsked) {
    const auto known = parsed(get(kim, "/energy_balances/kr.daegu/2014"));
    EXPECT_FALSE(known.at("complete").as_bool());
    EXPECT_EQ(known.at("sectors").as_array().size(), 4u);
    EXPECT_GT(known.at("gaps").as_array().size(), 4u);
    for (const auto& cell : known.at("cells").as_array()) EXPECT_FALSE(cell.at("estimate").as_bool());
    ASSERT_EQ(known.at("emissions").as_array().size(), 1u);
    EXPECT_TRUE(known.at("emissions").at(0).at("indirect").as_bool());
    const auto estimated = parsed(get(kim, "/energy_balances/kr.daegu/2014?estimate=true&unit=GWh"));
    EXPECT_GT(estimated.at("cells").as_array().size(), known.at("cells").as_array().size());
    EXPECT_EQ(parsed(get(kim, "/figures?indicator=energy.final&region=kr.daegu&year=2014"))
                  .at("items")
                  .as_array()
                  .size(),
              6u);
    EXPECT_EQ(get(kim, "/energy_balances/zz/2014").status, 404);
    EXPECT_EQ(get(kim, "/energy_balances/kr.daegu/2014?unit=tCO2").status, 422);
}

TEST_P(FiguresApi, ATableIsDecomposedAndKeptSeriesSayWhatTheyLack) {
    const auto parts = parsed(post(
        kim, "/decompositions",
        R"({"table":"period,sector,fuel,activity,energy (TJ)\n2010,a,x,10,20\n2010,b,x,10,10\n2020,a,x,12,18\n2020,b,x,20,18\n"})"));
    EXPECT_EQ(text(parts, "status"), "ok");
    EXPECT_EQ(text(parts, "unit"), "TJ");
    double sum = 0;
    for (const auto& effect : parts.at("effects").as_array())
        sum += effect.at("additive").to_number<double>();
    EXPECT_NEAR(sum, 6, 1e-9);
    const auto lacking = parsed(post(kim, "/decompositions", R"({"region":"kr.daegu"})"));
    EXPECT_EQ(text(lacking, "status"), "incomplete");
    EXPECT_FALSE(lacking.at("missing").as_array().empty());
    EXPECT_EQ(post(kim, "/decompositions", R"({})").status, 422);
    EXPECT_EQ(post(kim, "/decompositions", R"({"table":"period\n"})").status, 422);
    EXPECT_EQ(post(kim, "/decompositions", R"({"region":"zz"})").status, 422);
}

TEST_P(FiguresApi, UnitsConvertAndAFuelNeedsItsHeatValue) {
    EXPECT_NEAR(parsed(get(kim, "/unit_conversions?value=1&from=toe&to=MWh")).at("value").to_number<double>(),
                11.63, 1e-9);
    EXPECT_EQ(get(kim, "/unit_conversions?value=1&from=toe&to=tCO2").status, 422);
    EXPECT_EQ(get(kim, "/unit_conversions?value=x&from=toe&to=MWh").status, 422);
    EXPECT_EQ(refusals(get(kim, "/unit_conversions?value=1&from=kNm3&to=toe&item=gas&year=2023")),
              std::vector<std::string>{"/query/item figures.no_heat_value"});
    const std::string body =
        R"({"region":"kr","indicator":"heat_value.net","item":"gas","period":"2023","kind":"assumption",)"
        R"("value":40,"unit":"MJ/Nm3","method":"assumption"})";
    ASSERT_EQ(post(kim, "/figures", body).status, 201);
    EXPECT_NEAR(parsed(get(kim, "/unit_conversions?value=1&from=kNm3&to=GJ&item=gas&year=2023"))
                    .at("value")
                    .to_number<double>(),
                40, 1e-9);
    EXPECT_NEAR(parsed(get(kim, "/unit_conversions?value=40&from=GJ&to=Nm3&item=gas&year=2023"))
                    .at("value")
                    .to_number<double>(),
                1000, 1e-9);
}

TEST_P(FiguresApi, AYearbookWithBadCellsIsMendedWrittenAndTakenBack) {
    source();
    const std::string table =
        "지역,연도,부문,단위,출처,석탄,석유,도시가스,전력,열에너지,신재생,합계\n"
        "대구광역시,2023,산업,천toe,yearbook-2024,1,2,3,4,5,6,21\n"
        "대구,2023,수송,천toe,yearbook-2024,0,900,50,5,0,10,965\n"
        "대구광역시,2023,가정,천toe,yearbook-2024,0,10,400,300,100,9,2000\n"
        "대구광역시,2023,상업,tCO2,yearbook-2024,0,10,40,300,10,9,369\n";
    auto import = after_step(kim, make_import(kim, table, "yearbook.csv", "energy_yearbooks"), "check");
    EXPECT_EQ(import.at("bad_rows").as_int64(), 3);
    const auto mend = [&](int row, const char* column, const char* cell) {
        const Reply reply =
            send(kim, "PATCH", "/imports/" + text(import, "id") + "/rows/" + std::to_string(row),
                 std::string(R"({"cells":[{"column":")") + column + R"(","text":")" + cell + R"("}]})",
                 {{"If-Match", '"' + text(import, "version") + '"'}});
        EXPECT_EQ(reply.status, 200) << reply.body;
        import = parsed(get(kim, "/imports/" + text(import, "id")));
    };
    mend(3, "region", "대구광역시");
    mend(4, "whole", "819");
    mend(5, "unit", "천toe");
    import = after_step(kim, import, "confirm");
    EXPECT_EQ(text(import, "state"), "done");
    const auto count = [&] {
        return parsed(get(kim, "/figures?limit=200&indicator=energy.final&region=kr.daegu&year=2023"))
            .at("items")
            .as_array()
            .size();
    };
    EXPECT_EQ(count(), 28u);
    const auto balance = parsed(get(kim, "/energy_balances/kr.daegu/2023"));
    EXPECT_EQ(balance.at("sectors").as_array().size(), 4u);
    // The same table again says nothing new.
    auto again = after_step(kim, make_import(kim, table, "yearbook.csv", "energy_yearbooks"), "check");
    EXPECT_GT(again.at("twin_rows").as_int64(), 0);
    import = after_step(kim, import, "undo", "{}");
    EXPECT_EQ(text(import, "state"), "undone");
    EXPECT_EQ(count(), 0u);
}

TEST_P(FiguresApi, FiguresAreImportedRowByRow) {
    source();
    auto import = after_step(kim,
                             make_import(kim,
                                         "지역,지표,부문,연도,값,단위,출처\n"
                                         "대구광역시,전력 판매량,산업,2022,6000,GWh,yearbook-2024\n"
                                         "대구광역시,전력 판매량,산업,2023,5900,toe,none\n",
                                         "f.csv", "figures"),
                             "check");
    EXPECT_EQ(import.at("bad_cells").as_int64(), 1);
}

TEST_P(FiguresApi, ADataPackageIsReadBackAsItWasWritten) {
    const Reply zip = get(kim, "/figures/package");
    ASSERT_EQ(zip.status, 200);
    EXPECT_EQ(zip.body.substr(0, 2), "PK");
    app().database().read([&](db::Connection& c) {
        const auto bundle = figures::whole_bundle(c, std::nullopt);
        const auto files = figures::write_bundle(bundle, "2026-11-27T00:00:00Z");
        const auto again = figures::read_bundle(files);
        ASSERT_TRUE(again) << again.error().front().code;
        EXPECT_EQ(again->figures.size(), bundle.figures.size());
        EXPECT_EQ(again->sources, bundle.sources);
        for (std::size_t i = 0; i < bundle.figures.size(); ++i) {
            auto before = bundle.figures[i];
            before.reason.clear();
            EXPECT_EQ(again->figures[i], before) << before.code.value_or("");
        }
        EXPECT_TRUE(figures::check_bundle(c, *again).empty());
        const auto package = json::parse(files.at("datapackage.json"));
        EXPECT_EQ(package.at("resources").as_array().size(), 6u);
    });
    EXPECT_EQ(get(kim, "/figures/export?format=xlsx&region=kr.daegu").status, 200);
    EXPECT_NE(get(kim, "/figures/export?format=csv&language=ko").body.find("전력자립률"), std::string::npos);
}

}  // namespace
}  // namespace dure::app::testing
