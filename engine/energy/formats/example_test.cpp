// SPDX-License-Identifier: Apache-2.0
// The example, and what it was when a planner's variation of it was hard to solve.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "engine/energy/formats/toml_model.hpp"
#include "engine/energy/plan.hpp"
#include "engine/energy/vary.hpp"

namespace dure::energy {
namespace {

std::string read(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::string kFolder = DURE_SOURCE_DIR "/examples/daegu/";

// What an energy engineer would look at first.
TEST(Example, a_year_makes_sense) {
    const auto model = read_toml_model(read(kFolder + "model.toml"), "model.toml",
                                       {{"series.csv", read(kFolder + "series.csv")}});
    ASSERT_TRUE(model);
    const auto solved = plan(model->network, model->series, {});
    ASSERT_TRUE(solved);
    ASSERT_EQ(solved->status, lp::Status::optimal);
    const auto of = [&](std::string_view name) {
        const auto found = std::ranges::find(solved->technologies, name, &TechnologyResult::name);
        EXPECT_NE(found, solved->technologies.end()) << name;
        return *found;
    };
    EXPECT_LT(solved->shed_mwh, 1);
    EXPECT_LT(solved->co2_t, 4'933'500) << "the target of 2030 for all sectors is no bound for two of them";
    double power = 0;
    for (const char* load : {"residential", "industry", "general"})
        for (const Load& one : model->network.loads)
            if (one.name == load) power += one.annual_mwh.value_or(0);
    EXPECT_NEAR(power, 15'675'749, 1) << "the sales of 2018, by sector";
    EXPECT_NEAR(of("charging").output_mwh, 210'000, 1) << "what is driven is charged";
    EXPECT_NEAR(of("charging").input_mwh, 210'000 / 0.9, 1);
    // CO2 is that of what is imported and burnt, no more and no less.
    const double burnt = of("gas_chp").output_mwh / 0.41 + of("gas_boiler").output_mwh / 1.04 +
                         (of("fuel_cell_existing").output_mwh + of("fuel_cell_new").output_mwh) / 0.5;
    EXPECT_NEAR(solved->co2_t, 0.4173 * of("import").output_mwh + 0.198 * burnt, 1);
    EXPECT_GT(of("pv_roof").full_load_hours, 1'250);
    EXPECT_LT(of("pv_roof").full_load_hours, 1'320);
}

// Cap, potentials and demand leave each other hardly any room: steps of a few hundredths, and the gap changes
// its sign while the residuals are still large. The interior point once gave up here.
TEST(Example, a_year_that_sheds_under_its_cap_ends_without_the_simplex) {
    const auto model = read_toml_model(read(DURE_SOURCE_DIR "/tests/cases/energy/daegu-tight.toml"), "m.toml",
                                       {{"series.csv", read(kFolder + "series.csv")}});
    ASSERT_TRUE(model);
    const auto varied = vary(model->network, model->series,
                             std::vector<Variation>{
                                 {VariationKind::investment_factor, "pv_roof", 1.1024235216888594},
                                 {VariationKind::investment_factor, "battery", 1.0227007589242125},
                                 {VariationKind::demand_factor, "", 1.0368757664260948},
                                 {VariationKind::marginal_cost_factor, "gas_chp", 1.9954400519308928},
                             });
    ASSERT_TRUE(varied);
    const auto solved = plan(varied->network, varied->series, {.method = lp::Method::ipm});
    ASSERT_TRUE(solved);
    EXPECT_EQ(solved->method, "ipm-hours");
    EXPECT_NEAR(solved->total_cost / 2'538'045'733.77, 1, 1e-7);  // by Clp's dual simplex
}

}  // namespace
}  // namespace dure::energy
