// SPDX-License-Identifier: Apache-2.0
#pragma once

<<<<<<< HEAD
#include <span>
#include <string_view>

namespace dure::energy {

/// What is done with a column of a PyPSA table: read it; pass it over, since it changes nothing in a linear
/// optimisation of one period; or refuse any value but its default, since Dure does not model it.
enum class Use { read, pass, refuse };

struct PypsaColumn {
    std::string_view name;
    Use use;
    std::string_view standard = "";  ///< PyPSA's default
};

struct PypsaTable {
    std::string_view component;  ///< the file's name without ".csv"
    std::span<const PypsaColumn> columns;
    std::span<const std::string_view> series;  ///< attributes that may vary by snapshot
    std::span<const std::string_view>
        results;  ///< attributes by snapshot that are results or serve other studies
};

/// The tables that Dure reads, by component; nullptr for others.
const PypsaTable* pypsa_table(std::string_view component);

}  // namespace dure::energy
=======
#include "engine/energy/formats/pypsa_table.hpp"

// The columns of PyPSA 1.x's component tables by what Dure does with them (the defaults are PyPSA's).
namespace dure::energy::pypsa {

inline constexpr std::string_view kIgnored[] = {"x",
                                                "y",
                                                "color",
                                                "nice_name",
                                                "control",
                                                "type",
                                                "q_set",
                                                "location",
                                                "country",
                                                "generator",
                                                "sub_network",
                                                "build_year",
                                                "lifetime",
                                                "unit",
                                                "v_mag_pu_set",
                                                "v_mag_pu_min",
                                                "weight",
                                                "length",
                                                "v_mag_pu_max",
                                                "terrain_factor",
                                                "project_status",
                                                "tags"};

inline constexpr Fixed kAlways[] = {{"active", "True"}};

inline constexpr std::string_view kBusRead[] = {"name", "carrier", "v_nom"};

inline constexpr std::string_view kCarrierRead[] = {"name", "co2_emissions"};
inline constexpr Fixed kCarrierFixed[] = {{"marginal_cost", "0"},
                                          {"efficiency", "1"},
                                          {"capital_cost", "0"},
                                          {"max_growth", "inf"},
                                          {"max_relative_growth", "0"}};

inline constexpr std::string_view kLoadRead[] = {"name", "bus", "p_set", "carrier"};
inline constexpr Fixed kLoadFixed[] = {{"sign", "-1"}, {"active", "True"}};

inline constexpr std::string_view kGeneratorRead[] = {
    "name",      "bus",      "carrier",  "p_nom",         "p_nom_extendable", "p_nom_min",
    "p_nom_max", "p_min_pu", "p_max_pu", "marginal_cost", "capital_cost",     "efficiency"};
inline constexpr Fixed kGeneratorFixed[] = {{"committable", "False"},
                                            {"sign", "1"},
                                            {"p_set", "nan"},
                                            {"p_nom_mod", "0"},
                                            {"e_sum_min", "-inf"},
                                            {"e_sum_max", "inf"},
                                            {"marginal_cost_quadratic", "0"},
                                            {"start_up_cost", "0"},
                                            {"shut_down_cost", "0"},
                                            {"stand_by_cost", "0"},
                                            {"min_up_time", "0"},
                                            {"min_down_time", "0"},
                                            {"up_time_before", "1"},
                                            {"down_time_before", "0"},
                                            {"ramp_limit_up", "nan"},
                                            {"ramp_limit_down", "nan"},
                                            {"ramp_limit_start_up", "1"},
                                            {"ramp_limit_shut_down", "1"},
                                            {"active", "True"}};

inline constexpr std::string_view kLinkRead[] = {"name",
                                                 "carrier",
                                                 "bus0",
                                                 "bus1",
                                                 "bus2",
                                                 "bus3",
                                                 "bus4",
                                                 "efficiency",
                                                 "efficiency2",
                                                 "efficiency3",
                                                 "efficiency4",
                                                 "p_nom",
                                                 "p_nom_extendable",
                                                 "p_nom_min",
                                                 "p_nom_max",
                                                 "p_min_pu",
                                                 "p_max_pu",
                                                 "marginal_cost",
                                                 "capital_cost"};
inline constexpr Fixed kLinkFixed[] = {{"committable", "False"},
                                       {"p_set", "nan"},
                                       {"p_nom_mod", "0"},
                                       {"marginal_cost_quadratic", "0"},
                                       {"start_up_cost", "0"},
                                       {"shut_down_cost", "0"},
                                       {"stand_by_cost", "0"},
                                       {"min_up_time", "0"},
                                       {"min_down_time", "0"},
                                       {"up_time_before", "1"},
                                       {"down_time_before", "0"},
                                       {"ramp_limit_up", "nan"},
                                       {"ramp_limit_down", "nan"},
                                       {"ramp_limit_start_up", "1"},
                                       {"ramp_limit_shut_down", "1"},
                                       {"reversed", "False"},
                                       {"active", "True"}};

inline constexpr std::string_view kLineRead[] = {
    "name",      "bus0",     "bus1",         "x",      "r", "s_nom", "s_nom_extendable", "s_nom_min",
    "s_nom_max", "s_max_pu", "capital_cost", "carrier"};
inline constexpr Fixed kLineFixed[] = {
    {"type", ""},          {"g", "0"},           {"b", "0"},        {"s_nom_mod", "0"}, {"num_parallel", "1"},
    {"v_ang_min", "-inf"}, {"v_ang_max", "inf"}, {"active", "True"}};

inline constexpr std::string_view kStorageRead[] = {"name",
                                                    "bus",
                                                    "carrier",
                                                    "p_nom",
                                                    "p_nom_extendable",
                                                    "p_nom_min",
                                                    "p_nom_max",
                                                    "p_min_pu",
                                                    "p_max_pu",
                                                    "max_hours",
                                                    "marginal_cost",
                                                    "capital_cost",
                                                    "efficiency_store",
                                                    "efficiency_dispatch",
                                                    "standing_loss",
                                                    "cyclic_state_of_charge",
                                                    "state_of_charge_initial",
                                                    "inflow",
                                                    "spill_cost"};
inline constexpr Fixed kStorageFixed[] = {{"sign", "1"},
                                          {"p_set", "nan"},
                                          {"p_nom_mod", "0"},
                                          {"state_of_charge_set", "nan"},
                                          {"marginal_cost_quadratic", "0"},
                                          {"marginal_cost_storage", "0"},
                                          {"state_of_charge_initial_per_period", "False"},
                                          {"cyclic_state_of_charge_per_period", "True"},
                                          {"active", "True"}};

inline constexpr std::string_view kStoreRead[] = {
    "name",     "bus",      "carrier",   "e_nom",    "e_nom_extendable", "e_nom_min",    "e_nom_max",
    "e_min_pu", "e_max_pu", "e_initial", "e_cyclic", "marginal_cost",    "capital_cost", "standing_loss"};
inline constexpr Fixed kStoreFixed[] = {{"sign", "1"},
                                        {"p_set", "nan"},
                                        {"e_set", "nan"},
                                        {"e_nom_mod", "0"},
                                        {"marginal_cost_quadratic", "0"},
                                        {"marginal_cost_storage", "0"},
                                        {"e_initial_per_period", "False"},
                                        {"e_cyclic_per_period", "True"},
                                        {"active", "True"}};

inline constexpr std::string_view kConstraintRead[] = {"name", "type", "carrier_attribute", "sense",
                                                       "constant"};
inline constexpr Fixed kConstraintFixed[] = {{"bus", ""}, {"investment_period", "nan"}, {"carrier", ""}};

inline constexpr std::string_view kSnapshotRead[] = {"name",   "snapshot",   "objective",
                                                     "stores", "generators", "weightings"};

/// Tables of varying attributes that are read: "<component>-<attribute>.csv".
struct Varying {
    std::string_view component, attribute, unit;
};
inline constexpr Varying kVarying[] = {
    {"loads", "p_set", "MW"},
    {"generators", "p_max_pu", "per_unit"},
    {"generators", "p_min_pu", "per_unit"},
    {"generators", "marginal_cost", "currency_per_mwh"},
    {"links", "p_max_pu", "per_unit"},
    {"links", "p_min_pu", "per_unit"},
    {"links", "marginal_cost", "currency_per_mwh"},
    {"links", "efficiency", "per_unit"},
    {"links", "efficiency2", "per_unit"},
    {"links", "efficiency3", "per_unit"},
    {"links", "efficiency4", "per_unit"},
    {"storage_units", "inflow", "MW"},
    {"storage_units", "p_max_pu", "per_unit"},
    {"storage_units", "p_min_pu", "per_unit"},
    {"storage_units", "state_of_charge_set", "MWh"},
    {"stores", "e_max_pu", "per_unit"},
    {"stores", "e_min_pu", "per_unit"},
};

/// What an earlier solve wrote beside the network: "<component>-<attribute>.csv" that a new plan replaces.
inline constexpr std::string_view kResults[] = {
    "p",          "q",        "p0",     "p1",          "p2",        "p3",
    "p4",         "q0",       "q1",     "e",           "spill",     "state_of_charge",
    "p_dispatch", "p_store",  "status", "start_up",    "shut_down", "marginal_price",
    "v_ang",      "v_mag_pu", "n_mod",  "v_mag_pu_set"};

/// Files without meaning for a plan, and components that Dure does not have (refused when they have rows).
inline constexpr std::string_view kPlainFiles[] = {
    "meta.json", "crs.json", "shapes.csv", "sub_networks.csv", "line_types.csv", "transformer_types.csv",
    "README.md"};
inline constexpr std::string_view kUnmodelled[] = {"transformers.csv", "shunt_impedances.csv",
                                                   "processes.csv"};

}  // namespace dure::energy::pypsa
>>>>>>> main
