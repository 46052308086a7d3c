// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/energy/plan.hpp"

namespace dure::energy {
namespace {

Files shared_folder(const std::string& name) {
    Files files;
    const std::filesystem::path folder = std::string(DURE_SOURCE_DIR) + "/../shared/data/pypsa/" + name;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        files[entry.path().filename().string()] = text.str();
    }
    return files;
}

void expect_objective(const std::string& name, double published) {
    const Files files = shared_folder(name);
    if (files.empty()) GTEST_SKIP() << "no ../shared";
    const auto model = read_pypsa_folder(files);
    ASSERT_TRUE(model) << model.error()[0].code << " " << model.error()[0].file;
    const auto solved = plan(model->network, model->series);
    ASSERT_TRUE(solved) << solved.error()[0].code << " " << solved.error()[0].pointer;
    ASSERT_EQ(solved->status, lp::Status::optimal);
    EXPECT_NEAR(solved->total_cost - solved->existing_capital_cost, published, 1e-6 * std::abs(published));
}

TEST(PypsaFolder, meshed_AC_and_DC_lines_obey_the_voltage_law) {
    expect_objective("ac-dc-meshed", -3474256.04055);
}
TEST(PypsaFolder, storage_units_with_inflow_and_weighted_snapshots) {
    expect_objective("storage-hvdc", 14670508.8254);
}

/// A small network in PyPSA's files, to be spoilt.
Files small() {
    return {
        {"network.csv", "name,_multi_invest\nsmall,0\n"},
        {"snapshots.csv",
         ",snapshot,objective,stores,generators\n0,2030-01-01 00:00:00,1,1,1\n1,2030-01-01 01:00:00,1,1,1\n"},
        {"carriers.csv", "name,co2_emissions\ngas,0.2\nwind,0\n"},
        {"buses.csv", "name,v_nom,carrier\na,380,AC\nb,380,AC\nc,220,AC\n"},
        {"loads.csv", "name,bus\ncity,b\n"},
        {"loads-p_set.csv", ",city\n0,10\n1,20\n"},
        {"generators.csv", "name,bus,carrier,p_nom,marginal_cost,efficiency\nplant,a,gas,100,50,0.5\n"},
        {"lines.csv", "name,bus0,bus1,x,s_nom\n0,a,b,0.1,100\n"}};
}

TEST(PypsaFolder, reads_a_small_network_and_solves_it) {
    const auto model = read_pypsa_folder(small());
    ASSERT_TRUE(model) << model.error()[0].code;
    EXPECT_EQ(model->network.time.start, "2030-01-01T00:00");
    const auto solved = plan(model->network, model->series);
    ASSERT_TRUE(solved);
    EXPECT_NEAR(solved->total_cost, 30 * 50, 1e-6);
    EXPECT_NEAR(solved->co2_t, 30 * 0.2 / 0.5, 1e-6);
}

TEST(PypsaFolder, what_an_earlier_solve_wrote_is_left_out) {
    Files files = small();
    files["generators-p.csv"] = ",plant\n0,10\n1,20\n";
    files["buses-marginal_price.csv"] = ",a,b\n0,50,50\n1,50,50\n";
    files["meta.json"] = "{}";
    EXPECT_TRUE(read_pypsa_folder(files));
}

struct Bad {
    std::string why, file, text, code;
};

class BadFolder : public testing::TestWithParam<Bad> {};

TEST_P(BadFolder, is_refused_by_name) {
    Files files = small();
    const Bad& bad = GetParam();
    if (bad.text == "(none)")
        files.erase(bad.file);
    else
        files[bad.file] = bad.text;
    const auto model = read_pypsa_folder(files);
    ASSERT_FALSE(model) << bad.why;
    EXPECT_EQ(model.error()[0].code, bad.code) << bad.why;
    EXPECT_EQ(model.error()[0].file, bad.file) << bad.why;
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadFolder,
    testing::Values(
        Bad{"no buses", "buses.csv", "(none)", "pypsa.missing_file"},
        Bad{"no snapshots", "snapshots.csv", "(none)", "pypsa.missing_file"},
        Bad{"no snapshot in the table", "snapshots.csv", ",snapshot,objective\n", "pypsa.no_snapshots"},
        Bad{"a plant that can be switched on and off", "generators.csv",
            "name,bus,committable\nplant,a,True\n", "pypsa.not_modelled"},
        Bad{"a ramp limit", "generators.csv", "name,bus,ramp_limit_up\nplant,a,0.1\n", "pypsa.not_modelled"},
        Bad{"quadratic cost", "generators.csv", "name,bus,marginal_cost_quadratic\nplant,a,0.01\n",
            "pypsa.not_modelled"},
        Bad{"a column nobody knows", "generators.csv", "name,bus,hat\nplant,a,red\n", "pypsa.unknown_column"},
        Bad{"a switched-off load", "loads.csv", "name,bus,active\ncity,b,False\n", "pypsa.not_modelled"},
        Bad{"no bus", "loads.csv", "name,bus\ncity,\n", "pypsa.missing_column"},
        Bad{"a word for a number", "generators.csv", "name,bus,p_nom\nplant,a,many\n", "csv.bad_number"},
        Bad{"a number for a flag", "generators.csv", "name,bus,p_nom_extendable\nplant,a,2\n",
            "pypsa.bad_flag"},
        Bad{"a series too short", "loads-p_set.csv", ",city\n0,10\n", "pypsa.wrong_rows"},
        Bad{"a series of nobody", "generators-p_max_pu.csv", ",mill\n0,1\n1,1\n", "pypsa.no_such_component"},
        Bad{"varying standing loss", "stores-standing_loss.csv", ",s\n0,0\n1,0\n", "pypsa.unmodelled_file"},
        Bad{"transformers", "transformers.csv", "name,bus0,bus1\nt,a,b\n", "pypsa.unmodelled_component"},
        Bad{"a constraint on expansion", "global_constraints.csv",
            "name,type,sense,constant\nx,tech_capacity_expansion_limit,<=,5\n",
            "pypsa.unmodelled_constraint"},
        Bad{"emissions at least", "global_constraints.csv",
            "name,type,carrier_attribute,sense,constant\nx,primary_energy,co2_emissions,>=,5\n",
            "pypsa.unmodelled_constraint"},
        Bad{"several investment periods", "investment_periods.csv", "period,objective,years\n2030,1,1\n",
            "pypsa.multi_investment"},
        Bad{"a line between voltages", "lines.csv", "name,bus0,bus1\n0,a,c\n", "pypsa.voltage_differs"},
        Bad{"a line of a type", "lines.csv", "name,bus0,bus1,type\n0,a,b,Al/St 240/40\n",
            "pypsa.not_modelled"},
        Bad{"an emitting store", "stores.csv", "name,bus,carrier,e_nom\nleak,a,gas,10\n",
            "pypsa.emitting_store"},
        Bad{"an open quote", "carriers.csv", "name,co2_emissions\n\"gas,0.2\n", "csv.open_quote"}),
    [](const auto& info) { return "case_" + std::to_string(info.index); });

}  // namespace
}  // namespace dure::energy
