// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_write.hpp"

#include <gtest/gtest.h>

#include "engine/energy/formats/pypsa_folder.hpp"
#include "engine/energy/network_for_tests.hpp"

namespace dure::energy {
namespace {

/// Two periods: a plant with a price for CO2, sun, a dam, and demand that may be shed.
Model town() {
    Model m;
    m.network.time.periods = 2;
    m.network.time.objective_weight = 100.0;
    m.network.time.generator_weight = 100.0;
    m.network.co2_price_per_t = 10;
    m.network.series = {{.name = "sun", .unit = "per_unit"}, {.name = "need", .unit = "MW"}};
    m.series = {{"sun", {0.0, 0.8}}, {"need", {100, 60}}};
    m.network.carriers = {{.name = "gas", .co2_t_per_mwh = 0.2}, {.name = "sun", .renewable = true}};
    m.network.buses = {{.name = "city", .carrier = "electricity", .value_of_lost_load = 1000}};
    m.network.loads = {{.name = "people", .bus = "city", .p_mw = "need"}};
    m.network.generators = {{.name = "plant",
                             .bus = "city",
                             .carrier = "gas",
                             .p_nom = {.nominal = 70},
                             .marginal_cost = 50.0,
                             .efficiency = 0.5},
                            {.name = "roof",
                             .bus = "city",
                             .carrier = "sun",
                             .p_nom = {.extendable = true, .maximum = 40, .capital_cost = {.annual = 300}},
                             .p_max_pu = "sun"}};
    m.network.stores = {{.name = "dam",
                         .bus = "city",
                         .carrier = "",
                         .p_nom = Capacity{.nominal = 20},
                         .max_hours = 2,
                         .efficiency_store = 0.9}};
    return m;
}

TEST(PypsaWrite, IsReadBackAsTheSameProgram) {
    const Model m = town();
    const auto before = plan(m.network, m.series);
    ASSERT_TRUE(before);
    const auto files = write_pypsa_folder(m.network, m.series, &*before);
    ASSERT_TRUE(files);
    const auto back = read_pypsa_folder(*files);
    ASSERT_TRUE(back) << back.error()[0].code << back.error()[0].params[0].second;
    const auto after = plan(back->network, back->series);
    ASSERT_TRUE(after);
    EXPECT_NEAR(after->total_cost, before->total_cost, 1e-6 * before->total_cost);
    EXPECT_NEAR(after->co2_t, before->co2_t, 1e-4);
    EXPECT_GT(before->shed_mwh, 1);
}

TEST(PypsaWrite, WritesWhatWasChosenAndTheFlows) {
    const Model m = town();
    const auto solved = plan(m.network, m.series);
    const auto files = write_pypsa_folder(m.network, m.series, &*solved);
    ASSERT_TRUE(files);
    EXPECT_TRUE(files->contains("generators-p.csv"));
    EXPECT_TRUE(files->contains("buses-marginal_price.csv"));
    EXPECT_TRUE(files->contains("storage_units-state_of_charge.csv"));
    EXPECT_NE(files->at("generators.csv").find("p_nom_opt"), std::string::npos);
    EXPECT_TRUE(
        files->at("snapshots.csv").starts_with("snapshot,objective,stores,generators\n2030-01-01 00:00:00,"));
}

TEST(PypsaWrite, CountsAShareByAttributesOfCarriers) {
    Model m = town();
    m.network.limits = {{.name = "own", .kind = LimitKind::self_sufficiency, .value = 0.5}};
    const auto files = write_pypsa_folder(m.network, m.series);
    ASSERT_TRUE(files);
    EXPECT_NE(files->at("global_constraints.csv").find("own,primary_energy,limit_own,>=,8000"),
              std::string::npos)
        << files->at("global_constraints.csv");
    EXPECT_NE(files->at("carriers.csv").find("limit_own"), std::string::npos);
}

TEST(PypsaWrite, RefusesABudgetByName) {
    Model m = town();
    m.network.limits = {{.name = "money", .kind = LimitKind::investment_budget, .value = 5}};
    const auto files = write_pypsa_folder(m.network, m.series);
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error()[0].code, "pypsa.cannot_write");
    EXPECT_EQ(files.error()[0].pointer, "/limits/0");
}

}  // namespace
}  // namespace dure::energy
