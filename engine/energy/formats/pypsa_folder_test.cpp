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

Files small_folder() {
    return {
        {"network.csv", "name,now,pypsa_version,_multi_invest\nSmall,now,1.1.2,0\n"},
        {"snapshots.csv",
         ",snapshot,objective,stores,generators\n0,2015-01-01 00:00:00,2,1,2\n1,2015-01-01 01:00:00,2,1,2\n"},
        {"buses.csv", "name,v_nom,carrier,x,y\nnorth,380,AC,1,2\nsouth,380,AC,1,2\n"},
        {"carriers.csv", "name,co2_emissions,color\ngas,0.2,red\n"},
        {"loads.csv", "name,bus\ncity,south\n"},
        {"loads-p_set.csv", ",city\n0,100\n1,50\n"},
        {"generators.csv",
         "name,bus,carrier,p_nom,p_nom_extendable,p_nom_max,efficiency,marginal_cost,capital_cost\n"
         "wind,north,,10,True,inf,1,0,50\nplant,south,gas,80,False,inf,0.4,30,\n"},
        {"generators-p_max_pu.csv", ",wind\n0,0.5\n1,1\n"},
        {"generators-p.csv", ",wind\n0,3\n1,4\n"},
        {"links.csv", "name,bus0,bus1,p_nom,p_min_pu\ncable,north,south,40,-1\n"},
        {"lines.csv", "name,bus0,bus1,x,s_nom\nline,north,south,0.4,60\n"},
        {"storage_units.csv",
         "name,bus,p_nom,max_hours,efficiency_store,cyclic_state_of_charge\ndam,north,20,6,0.9,True\n"},
        {"storage_units-inflow.csv", ",dam\n0,5\n1,5\n"},
        {"storage_units-state_of_charge_set.csv", ",dam\n0,\n1,25\n"},
        {"stores.csv", "name,bus,e_nom,e_initial\ntank,south,15,7\n"},
        {"global_constraints.csv",
         "name,type,carrier_attribute,sense,constant\nco2,primary_energy,co2_emissions,<=,1000\n"},
    };
}

TEST(PypsaFolder, ReadsComponentsSeriesAndWeightings) {
    const auto m = read_pypsa_folder(small_folder());
    ASSERT_TRUE(m) << m.error()[0].code << " " << m.error()[0].file << m.error()[0].line;
    const Network& n = m->network;
    EXPECT_EQ(n.name, "Small");
    EXPECT_EQ(n.time.start, "2015-01-01T00:00");
    EXPECT_EQ(n.time.objective_weight, Profile(2.0));
    EXPECT_EQ(n.time.store_weight, Profile(1.0));
    EXPECT_EQ(n.generators[0].p_max_pu, Profile("generators-p_max_pu wind"));
    EXPECT_EQ(m->series.at("generators-p_max_pu wind"), (std::vector<double>{0.5, 1}));
    EXPECT_TRUE(n.generators[0].p_nom.extendable);
    EXPECT_FALSE(n.generators[0].p_nom.maximum);
    EXPECT_EQ(n.generators[0].p_nom.capital_cost.annual, 50);
    EXPECT_EQ(n.generators[1].p_nom.nominal, 80);
    EXPECT_EQ(n.stores[0].max_hours, std::nullopt);
    EXPECT_FALSE(n.stores[0].cyclic);
    EXPECT_EQ(n.stores[0].e_initial_mwh, 7);
    EXPECT_EQ(n.stores[1].max_hours, 6);
    ASSERT_EQ(n.stores[1].level_set.size(), 1u);
    EXPECT_EQ(n.stores[1].level_set[0].period, 1);
    EXPECT_EQ(n.stores[1].level_set[0].level_mwh, 25);
    EXPECT_EQ(n.limits[0].value, 1000);
    EXPECT_EQ(m->place_of("/generators/1/p_nom").file, "generators.csv");
    EXPECT_EQ(m->place_of("/generators/1/p_nom").line, 3);
    EXPECT_TRUE(check(n, m->series).empty()) << check(n, m->series)[0].code << check(n, m->series)[0].pointer;
}

TEST(PypsaFolder, WhatDureDoesNotModelIsNamedAndRefused) {
    struct Case {
        const char* why;
        const char* code;
        const char* file;
        int line;
        std::string text;  ///< of the file; "" removes it
    };
    const Case cases[] = {
        {"no buses", "pypsa.missing_file", "", 0, ""},
        {"unit commitment", "pypsa.unsupported", "generators.csv", 2,
         "name,bus,committable\nplant,south,True\n"},
        {"ramp limit", "pypsa.unsupported", "generators.csv", 2, "name,bus,ramp_limit_up\nplant,south,0.5\n"},
        {"modular capacity", "pypsa.unsupported", "generators.csv", 2,
         "name,bus,p_nom_mod\nplant,south,50\n"},
        {"energy sum", "pypsa.unsupported", "generators.csv", 2, "name,bus,e_sum_max\nplant,south,500\n"},
        {"fixed dispatch", "pypsa.unsupported", "generators.csv", 2, "name,bus,p_set\nplant,south,5\n"},
        {"switched off", "pypsa.unsupported", "generators.csv", 3,
         "name,bus,active\nplant,south,True\nold,south,False\n"},
        {"unknown column", "pypsa.unknown_column", "generators.csv", 2,
         "name,bus,colour_of_roof\nplant,south,red\n"},
        {"quadratic cost", "pypsa.unsupported", "links.csv", 2,
         "name,bus0,bus1,marginal_cost_quadratic\nl,north,south,1\n"},
        {"no number", "csv.bad_number", "links.csv", 2, "name,bus0,bus1,p_nom\nl,north,south,much\n"},
        {"no truth", "pypsa.bad_truth", "links.csv", 2,
         "name,bus0,bus1,p_nom_extendable\nl,north,south,maybe\n"},
        {"line type", "pypsa.unsupported", "lines.csv", 2,
         "name,bus0,bus1,type\nl,north,south,Al/St 240/40\n"},
        {"angle limit", "pypsa.unsupported", "lines.csv", 2, "name,bus0,bus1,v_ang_max\nl,north,south,30\n"},
        {"two voltages", "pypsa.two_voltages", "lines.csv", 2, "name,bus0,bus1,x\nl,north,south,1\n"},
        {"transformers", "pypsa.unsupported_file", "transformers.csv", 0, "name,bus0,bus1\nt,north,south\n"},
        {"investment periods", "pypsa.unsupported_file", "investment_periods.csv", 2,
         "period,objective,years\n2030,1,10\n"},
        {"efficiency by hour", "pypsa.unsupported_file", "generators-efficiency.csv", 0,
         ",plant\n0,0.4\n1,0.4\n"},
        {"series of nobody", "pypsa.unknown_component", "loads-p_set.csv", 1, ",village\n0,1\n1,2\n"},
        {"series too short", "pypsa.wrong_rows", "loads-p_set.csv", 0, ",city\n0,1\n"},
        {"series of other hours", "pypsa.other_snapshots", "loads-p_set.csv", 3, ",city\n0,1\n5,2\n"},
        {"hole in a series", "csv.empty_cell", "loads-p_set.csv", 3, ",city\n0,1\n1,\n"},
        {"constraint on a line", "pypsa.unsupported", "global_constraints.csv", 2,
         "name,type,carrier_attribute,sense,constant\nc,transmission_volume_expansion_limit,AC,<=,9\n"},
        {"at least", "pypsa.unsupported", "global_constraints.csv", 2,
         "name,type,carrier_attribute,sense,constant\nc,primary_energy,co2_emissions,>=,9\n"},
        {"growth of a carrier", "pypsa.unsupported", "carriers.csv", 2,
         "name,co2_emissions,max_growth\ngas,0.2,10\n"},
        {"fuel in a store", "pypsa.fuel_in_store", "stores.csv", 2,
         "name,bus,carrier,e_nom\ntank,south,gas,5\n"},
        {"cost of a store", "pypsa.unsupported", "stores.csv", 2,
         "name,bus,e_nom,marginal_cost\ntank,south,5,1\n"},
        {"no time", "pypsa.bad_snapshot", "snapshots.csv", 2, ",snapshot,objective\n0,soon,1\n"},
        {"uneven hours", "pypsa.uneven_snapshots", "snapshots.csv", 4,
         "snapshot,objective\n2015-01-01 00:00,1\n2015-01-01 01:00,1\n2015-01-01 05:00,1\n"},
        {"periods", "pypsa.unknown_column", "snapshots.csv", 1,
         ",snapshot,period\n0,2015-01-01,2030\n1,2015-01-02,2040\n"},
        {"several investments", "pypsa.unsupported", "network.csv", 2, "name,_multi_invest\nN,1\n"},
        {"no name", "pypsa.missing_column", "carriers.csv", 1, "nickname,co2_emissions\n,0.2\n"},
    };
    for (const auto& c : cases) {
        auto files = small_folder();
        if (c.text.empty()) {
            files.erase("buses.csv");
        } else {
            files[c.file] = c.text;
        }
        if (std::string_view(c.why) == "two voltages")
            files["buses.csv"] = "name,v_nom\nnorth,380\nsouth,220\n";
        // The other series of a table that was replaced would only add to what is told.
        if (std::string_view(c.file) == "generators.csv") files.erase("generators-p_max_pu.csv");
        const auto m = read_pypsa_folder(files);
        ASSERT_FALSE(m) << c.why;
        EXPECT_EQ(m.error()[0].code, c.code) << c.why;
        EXPECT_EQ(m.error()[0].file, c.file) << c.why;
        EXPECT_EQ(m.error()[0].line, c.line) << c.why;
    }
}

Files shared_folder(const std::string& name) {
    Files files;
    const auto folder = std::filesystem::path(DURE_SOURCE_DIR) / "../shared/data/pypsa" / name;
    if (!std::filesystem::is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        files[entry.path().filename().string()] = text.str();
    }
    return files;
}

/// PyPSA leaves the capital cost of existing capacity out of its objective.
double pypsa_objective(const Files& files) {
    const auto model = read_pypsa_folder(files);
    if (!model) {
        ADD_FAILURE() << model.error()[0].code << " " << model.error()[0].file << ":"
                      << model.error()[0].line;
        return 0;
    }
    const auto answer = plan(model->network, model->series, {.method = lp::Method::clp});
    if (!answer || answer->status != lp::Status::optimal) {
        ADD_FAILURE() << (answer ? "not optimal" : answer.error()[0].code);
        return 0;
    }
    return answer->total_cost - answer->existing_capital_cost;
}

TEST(PypsaFolder, TheMeshedExampleGivesItsObjective) {
    const auto files = shared_folder("ac-dc-meshed");
    if (files.empty()) GTEST_SKIP() << "../shared is not there";
    EXPECT_NEAR(pypsa_objective(files), -3474256.04055, 1e-6 * 3474256);
}

TEST(PypsaFolder, TheStorageExampleGivesItsObjective) {
    const auto files = shared_folder("storage-hvdc");
    if (files.empty()) GTEST_SKIP() << "../shared is not there";
    EXPECT_NEAR(pypsa_objective(files), 14670508.8254, 1e-6 * 14670508);
}

}  // namespace
}  // namespace dure::energy
