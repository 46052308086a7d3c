// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "engine/energy/plan.hpp"
#include "server/desks/energy/run_tables.hpp"

namespace dure::desks::energy {

/// The plan as the engine gave it, as far as it is kept: technologies, limits, buses with their prices,
/// flows.
dure::energy::Plan plan_of(const RunReport& report);

/// A Frictionless data package by file: the model as `dure plan` reads it, every table of the results as CSV
/// with its headings in `language`, and datapackage.json with fields, units in the headings, and the sources
/// that the model names.
std::map<std::string, std::string> data_package(const RunReport& report,
                                                const dure::energy::SeriesValues& series, Language language);

}  // namespace dure::desks::energy
