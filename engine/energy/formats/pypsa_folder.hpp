// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/formats/model.hpp"

namespace dure::energy {

/// True when the files look like a PyPSA CSV folder: there is a buses.csv.
inline bool is_pypsa_folder(const Files& files) {
    return files.contains("buses.csv");
}

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
Checked<Model> read_pypsa_folder(const Files& files);

}  // namespace dure::energy
