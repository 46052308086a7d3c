// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

/// Tables for people to download.
namespace dure::tables {

/// Nothing, a text, or a finite number.
using Cell = std::variant<std::monostate, std::string, double>;

struct Table {
    std::string title;  ///< of the sheet: cut to 31 characters, what a sheet may not be called is replaced
    std::vector<std::string> header;
    std::vector<std::vector<Cell>> rows;  ///< each as long as the header
};

/// RFC 4180 in UTF-8 with a byte order mark, since spreadsheets guess otherwise. A text that a spreadsheet
/// would run as a formula gets an apostrophe in front.
std::string to_csv(const Table& table);

/// A workbook (Office Open XML) with a sheet a table, headings fixed and bold. Texts are never formulas.
/// Throws std::runtime_error when it cannot be written.
std::string to_xlsx(std::span<const Table> tables);

}  // namespace dure::tables
