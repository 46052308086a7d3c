// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/energy/decompose.hpp"

namespace dure::energy {

/// A table for decompose() and the units that its headings name.
struct ChangeFile {
    ChangeTable table;
    std::string activity_unit, energy_unit, emissions_unit;  ///< empty where a heading names none
};

/// Reads CSV (see csv_table.hpp), a row for each period, sector and fuel. Columns, in any order and in either
/// language: period (year, 연도, 기간), sector (부문), fuel (source, carrier, 에너지원; may be left out),
/// activity (활동량), energy (에너지), emissions (co2, 배출량; may be left out). A unit stands after the
/// name, as "energy (TJ)" or "energy_tj". Activity belongs to the sector: it stands in each of its rows or in
/// one of them. Periods are put into the order of their bytes, sectors and fuels stay in the file's. Nothing
/// is filled in. Errors beside those of the table, all at once: change.no_column {column},
/// change.doubled_column {column, first, second}, change.negative {column, text}, change.doubled_row {period,
/// sector, fuel, first}, change.activity_differs {period, sector, first}, change.missing {period, sector,
/// fuel}, change.missing_activity {period, sector}, change.one_period, and the cell's (csv_series.hpp).
Checked<ChangeFile> read_change_table(std::string_view text, std::string_view file);

}  // namespace dure::energy
