// SPDX-License-Identifier: Apache-2.0
#pragma once

<<<<<<< HEAD
=======
#include "engine/base/error.hpp"
>>>>>>> main
#include "engine/energy/formats/model.hpp"

namespace dure::energy {

<<<<<<< HEAD
/// Reads the CSV files of a PyPSA folder (by name, e.g. "generators-p_max_pu.csv") as PyPSA's linear
/// optimisation of one investment period means them:
///  - extendable capacities in [p_nom_min, p_nom_max] with the annual capital_cost, others fixed at p_nom;
///  - storage units as stores with max_hours, inflow and state_of_charge_set; stores without a power limit of
///  their own;
///  - lines by their reactance (AC) or resistance (buses of carrier DC); a line joins buses of one voltage,
///  so ohms serve;
///  - snapshot weightings of objective, generators and stores; local time is UTC;
///  - global constraints of type primary_energy on co2_emissions, at most.
/// Columns and files that change nothing there (x, y, color, control, results, …) are passed over by name.
/// Whatever else is not at its default is refused, never dropped: pypsa.missing_file {name},
/// pypsa.unsupported_file {name}, pypsa.unsupported {column, value, component}, pypsa.unknown_column
/// {column}, pypsa.missing_column {column}, pypsa.bad_truth {column, text}, pypsa.wrong_rows {expected,
/// found}, pypsa.unknown_component {name}, pypsa.other_snapshots, pypsa.bad_snapshot {text},
/// pypsa.uneven_snapshots, pypsa.two_voltages {name}, pypsa.fuel_in_store {name}, csv.*. Places in the model
/// have the file and line of each component.
=======
/// True when the files look like a PyPSA CSV folder: there is a `buses.csv` and no TOML model.
bool is_pypsa_folder(const Files& files);

/// Reads a network as PyPSA writes it with export_to_csv_folder: buses, carriers, loads, generators, links,
/// lines, stores, storage units, primary-energy constraints on CO2, snapshots with their weightings, and the
/// varying attributes that a linear plan uses. What Dure does not model is refused by name, never dropped;
/// results of an earlier solve are left out. Carriers named as wind, solar or water power count as renewable,
/// since PyPSA has no such mark. Plan::total_cost − Plan::existing_capital_cost is PyPSA's objective. Errors,
/// all at once with file and line: those of csv_table.hpp and pypsa_table.hpp, pypsa.missing_file {name},
/// pypsa.unmodelled_file {name}, pypsa.unmodelled_component {name}, pypsa.unmodelled_constraint {name, type},
/// pypsa.no_such_component {name, column}, pypsa.wrong_rows {expected, found}, pypsa.voltage_differs {name},
/// pypsa.emitting_store {name}, pypsa.multi_investment, pypsa.no_snapshots.
>>>>>>> main
Checked<Model> read_pypsa_folder(const Files& files);

}  // namespace dure::energy
