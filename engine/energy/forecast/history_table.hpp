// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/energy/forecast/forecast.hpp"

namespace dure::energy::forecast {

/// A table of years: what was, and drivers that may go on into years without a value.
struct HistoryTable {
    std::string unit;             ///< "value (GWh)"; empty: none was given
    std::vector<Sample> history;  ///< by year
    std::vector<Driver> drivers;  ///< of the further columns, by their headings
};

/// CSV with the columns year (연도) and value (값), and any number of drivers. A cell may be empty; a
/// thousand may have its comma. Errors, every bad line at once: those of read_csv_table, forecast.no_column
/// {column}, forecast.bad_year {found}, forecast.bad_number {column, found}, forecast.doubled_year {year}.
Checked<HistoryTable> read_history_table(std::string_view text, std::string_view file);

}  // namespace dure::energy::forecast
