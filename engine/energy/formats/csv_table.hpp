// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::energy {

/// A CSV file as texts: a header and rows of as many cells.
struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<int> lines;  ///< the line on which each row begins, from 1
};

/// Reads RFC 4180: quotes, doubled quotes, line ends within quotes; CRLF, LF or CR; comma, semicolon, tab or
/// bar, whichever the header has most of; a UTF-8 mark at the start. Blank lines are left out. Errors, every
/// bad line at once (at most 50): csv.empty, csv.cp949, csv.utf16, csv.not_utf8, csv.binary, csv.open_quote,
/// csv.stray_quote, csv.doubled_column {column}, csv.unnamed_column {position}, csv.wrong_count {expected,
/// found}, csv.too_many_errors {count}. An empty first name is allowed, since data frames write their index
/// so.
Checked<CsvTable> read_csv_table(std::string_view text, std::string_view file);

/// A cell for a CSV file with commas, quoted where it must be.
std::string csv_cell(std::string_view text);

}  // namespace dure::energy
