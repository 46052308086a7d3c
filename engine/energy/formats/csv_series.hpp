// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/formats/csv_table.hpp"

namespace dure::energy {

using Columns = std::map<std::string, std::vector<double>, std::less<>>;

/// The named columns of a CSV file (see csv_table.hpp) as numbers; the others may hold anything. Decimals
/// have a point. Errors beside those of the table, every bad cell at once with its line: csv.unknown_column
/// {column, nearest}, csv.wrong_rows {expected, found} when `rows` is given, csv.empty_cell {column},
/// csv.bad_number {column, text}, csv.decimal_comma {column, text}, csv.not_finite {column, text}.
Checked<Columns> read_csv_series(std::string_view text, std::string_view file,
                                 const std::vector<std::string>& columns,
                                 std::optional<int> rows = std::nullopt);

/// A cell as a finite number, or the error without its place.
Expected<double> parse_cell(std::string_view cell, std::string_view column);

}  // namespace dure::energy
