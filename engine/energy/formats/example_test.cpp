// SPDX-License-Identifier: Apache-2.0
// The example as a planner varies it.
#include <gtest/gtest.h>

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

// Cap, potentials and demand leave each other hardly any room: steps of a few hundredths, and the gap changes
// its sign while the residuals are still large. The interior point once gave up here.
TEST(Example, a_year_that_sheds_under_its_cap_ends_without_the_simplex) {
    const std::string folder = DURE_SOURCE_DIR "/examples/daegu/";
    const auto model = read_toml_model(read(folder + "model.toml"), "model.toml",
                                       {{"series.csv", read(folder + "series.csv")}});
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
