// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/energy/network.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/desks/energy/views.hpp"
#include "server/tables/table.hpp"

namespace dure::desks::energy {

/// A run with its results, as they are needed for tables.
struct RunReport {
    RunRecord run;
    dure::energy::Network network;
    ResultView result;
    std::vector<RunSeries> flows;  ///< with the prices
};

enum class RunTable { summary, technologies, limits, dispatch, prices };

/// Headings with units in `language`.
tables::Table make_table(RunTable table, const RunReport& report, Language language);

}  // namespace dure::desks::energy
