// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.hpp"
#include "engine/energy/formats/model.hpp"

namespace dure::energy {

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
Checked<Model> read_pypsa_folder(const Files& files);

}  // namespace dure::energy
