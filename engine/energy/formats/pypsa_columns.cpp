// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_columns.hpp"

#include <algorithm>
#include <iterator>

namespace dure::energy {
namespace {

using enum Use;

constexpr PypsaColumn kBuses[] = {
    {"name", read},
    {"v_nom", read, "1"},
    {"carrier", read, "AC"},
    {"type", pass},
    {"x", pass},
    {"y", pass},
    {"unit", pass},
    {"location", pass},
    {"country", pass},
    {"control", pass},
    {"generator", pass},
    {"sub_network", pass},
    {"v_mag_pu_set", pass},
    {"v_mag_pu_min", pass},
    {"v_mag_pu_max", pass},
};
constexpr PypsaColumn kCarriers[] = {
    {"name", read},
    {"co2_emissions", read, "0"},
    {"color", pass},
    {"nice_name", pass},
    {"max_growth", refuse, "inf"},
    {"max_relative_growth", refuse, "0"},
    {"marginal_cost", refuse, "0"},
    {"efficiency", refuse, "1"},
    {"capital_cost", refuse, "0"},
};
constexpr PypsaColumn kLoads[] = {
    {"name", read}, {"bus", read},   {"p_set", read, "0"},   {"carrier", pass},
    {"type", pass}, {"q_set", pass}, {"sign", refuse, "-1"}, {"active", refuse, "True"},
};
// What generators, links, stores and storage units have in common.
#define DURE_PYPSA_PLANT                                                                              \
    {"name", read}, {"carrier", read, ""}, {"marginal_cost", read, "0"}, {"capital_cost", read, "0"}, \
        {"type", pass}, {"control", pass}, {"q_set", pass}, {"build_year", pass}, {"lifetime", pass}, \
        {"location", pass}, {"marginal_cost_quadratic", refuse, "0"}, {"active", refuse, "True"},     \
        {"overnight_cost", refuse, ""}, {"discount_rate", refuse, ""}, {"fom_cost", refuse, "0"},     \
        {"p_set", refuse, ""}
#define DURE_PYPSA_POWER                                                                 \
    {"p_nom", read, "0"}, {"p_nom_extendable", read, "False"}, {"p_nom_min", read, "0"}, \
        {"p_nom_max", read, "inf"}, {"p_nom_opt", pass}, {"p_nom_mod", refuse, "0"},     \
        {"p_nom_set", refuse, ""}
#define DURE_PYPSA_COMMITMENT                                                                          \
    {"committable", refuse, "False"}, {"start_up_cost", refuse, "0"}, {"shut_down_cost", refuse, "0"}, \
        {"stand_by_cost", refuse, "0"}, {"min_up_time", refuse, "0"}, {"min_down_time", refuse, "0"},  \
        {"up_time_before", pass}, {"down_time_before", pass}, {"ramp_limit_up", refuse, ""},           \
        {"ramp_limit_down", refuse, ""}, {"ramp_limit_start_up", refuse, "1"},                         \
        {"ramp_limit_shut_down", refuse, "1"}
constexpr PypsaColumn kGenerators[] = {
    DURE_PYPSA_PLANT,
    DURE_PYPSA_POWER,
    DURE_PYPSA_COMMITMENT,
    {"bus", read},
    {"p_min_pu", read, "0"},
    {"p_max_pu", read, "1"},
    {"efficiency", read, "1"},
    {"weight", pass},
    {"sign", refuse, "1"},
    {"e_sum_min", refuse, "-inf"},
    {"e_sum_max", refuse, "inf"},
};
constexpr PypsaColumn kLinks[] = {
    DURE_PYPSA_PLANT,
    DURE_PYPSA_POWER,
    DURE_PYPSA_COMMITMENT,
    {"bus0", read},
    {"bus1", read},
    {"bus2", read, ""},
    {"bus3", read, ""},
    {"bus4", read, ""},
    {"efficiency", read, "1"},
    {"efficiency2", read, "1"},
    {"efficiency3", read, "1"},
    {"efficiency4", read, "1"},
    {"p_min_pu", read, "0"},
    {"p_max_pu", read, "1"},
    {"length", pass},
    {"terrain_factor", pass},
    {"delay", refuse, "0"},
};
constexpr PypsaColumn kStores[] = {
    DURE_PYPSA_PLANT,
    {"bus", read},
    {"e_nom", read, "0"},
    {"e_nom_extendable", read, "False"},
    {"e_nom_min", read, "0"},
    {"e_nom_max", read, "inf"},
    {"e_min_pu", read, "0"},
    {"e_max_pu", read, "1"},
    {"e_initial", read, "0"},
    {"e_cyclic", read, "False"},
    {"standing_loss", read, "0"},
    {"e_nom_opt", pass},
    {"e_cyclic_per_period", pass},
    {"e_initial_per_period", refuse, "False"},
    {"e_nom_mod", refuse, "0"},
    {"e_nom_set", refuse, ""},
    {"sign", refuse, "1"},
    {"marginal_cost_storage", refuse, "0"},
};
constexpr PypsaColumn kStorageUnits[] = {
    DURE_PYPSA_PLANT,
    DURE_PYPSA_POWER,
    {"bus", read},
    {"p_min_pu", read, "-1"},
    {"p_max_pu", read, "1"},
    {"max_hours", read, "1"},
    {"efficiency_store", read, "1"},
    {"efficiency_dispatch", read, "1"},
    {"standing_loss", read, "0"},
    {"inflow", read, "0"},
    {"spill_cost", read, "0"},
    {"cyclic_state_of_charge", read, "False"},
    {"state_of_charge_initial", read, "0"},
    {"state_of_charge_set", refuse, ""},
    {"cyclic_state_of_charge_per_period", pass},
    {"state_of_charge_initial_per_period", refuse, "False"},
    {"marginal_cost_storage", refuse, "0"},
    {"sign", refuse, "1"},
    {"p_dispatch_set", refuse, ""},
    {"p_store_set", refuse, ""},
};
constexpr PypsaColumn kLines[] = {
    {"name", read},
    {"bus0", read},
    {"bus1", read},
    {"x", read, "0"},
    {"r", read, "0"},
    {"s_nom", read, "0"},
    {"s_nom_extendable", read, "False"},
    {"s_nom_min", read, "0"},
    {"s_nom_max", read, "inf"},
    {"s_max_pu", read, "1"},
    {"capital_cost", read, "0"},
    {"carrier", pass},
    {"sub_network", pass},
    {"g", pass},
    {"b", pass},
    {"length", pass},
    {"num_parallel", pass},
    {"terrain_factor", pass},
    {"build_year", pass},
    {"lifetime", pass},
    {"s_nom_opt", pass},
    {"x_pu", pass},
    {"r_pu", pass},
    {"x_pu_eff", pass},
    {"r_pu_eff", pass},
    {"type", refuse, ""},
    {"s_nom_mod", refuse, "0"},
    {"s_nom_set", refuse, ""},
    {"v_ang_min", refuse, "-inf"},
    {"v_ang_max", refuse, "inf"},
    {"active", refuse, "True"},
    {"overnight_cost", refuse, ""},
    {"discount_rate", refuse, ""},
    {"fom_cost", refuse, "0"},
};
constexpr PypsaColumn kGlobalConstraints[] = {
    {"name", read},        {"type", read, "primary_energy"},  {"carrier_attribute", read, "co2_emissions"},
    {"sense", read, "=="}, {"constant", read, "0"},           {"mu", pass},
    {"bus", refuse, ""},   {"investment_period", refuse, ""},
};

constexpr std::string_view kNone[] = {""};
constexpr std::string_view kLoadSeries[] = {"p_set"};
constexpr std::string_view kLoadResults[] = {"p", "q", "q_set"};
constexpr std::string_view kGeneratorSeries[] = {"p_max_pu", "p_min_pu", "marginal_cost"};
constexpr std::string_view kGeneratorResults[] = {"p", "q", "q_set", "status", "mu_upper", "mu_lower"};
constexpr std::string_view kLinkSeries[] = {"p_max_pu",    "p_min_pu",    "marginal_cost", "efficiency",
                                            "efficiency2", "efficiency3", "efficiency4"};
constexpr std::string_view kLinkResults[] = {"p0", "p1", "p2", "p3", "p4", "status", "mu_upper", "mu_lower"};
constexpr std::string_view kStoreSeries[] = {"e_min_pu", "e_max_pu"};
constexpr std::string_view kStoreResults[] = {"e", "p", "q", "mu_upper", "mu_lower", "mu_energy_balance"};
constexpr std::string_view kUnitSeries[] = {"inflow", "p_min_pu", "p_max_pu", "state_of_charge_set"};
constexpr std::string_view kUnitResults[] = {
    "p",     "q",        "p_dispatch", "p_store",          "state_of_charge",
    "spill", "mu_upper", "mu_lower",   "mu_energy_balance"};
constexpr std::string_view kLineResults[] = {"p0", "p1", "q0", "q1", "mu_upper", "mu_lower"};
constexpr std::string_view kBusResults[] = {"p", "q", "v_mag_pu", "v_ang", "marginal_price", "v_mag_pu_set"};

constexpr PypsaTable kTables[] = {
    {"buses", kBuses, kNone, kBusResults},
    {"carriers", kCarriers, kNone, kNone},
    {"loads", kLoads, kLoadSeries, kLoadResults},
    {"generators", kGenerators, kGeneratorSeries, kGeneratorResults},
    {"links", kLinks, kLinkSeries, kLinkResults},
    {"stores", kStores, kStoreSeries, kStoreResults},
    {"storage_units", kStorageUnits, kUnitSeries, kUnitResults},
    {"lines", kLines, kNone, kLineResults},
    {"global_constraints", kGlobalConstraints, kNone, kNone},
};

}  // namespace

const PypsaTable* pypsa_table(std::string_view component) {
    const auto* found = std::ranges::find(kTables, component, &PypsaTable::component);
    return found == std::end(kTables) ? nullptr : found;
}

}  // namespace dure::energy
