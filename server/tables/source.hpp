// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

/// Tables that people bring: CSV, XLSX and ODS read row by row, so that a long one does not stand in memory.
namespace dure::tables {

/// What is read at all; more is refused.
struct SourceLimits {
    std::size_t columns = 500;
    std::size_t cell_bytes = 100'000;
    std::int64_t rows = 1'048'576;
    std::uint64_t unpacked_bytes = std::uint64_t{2} << 30;  ///< of one file of an archive
};

/// A row as the file has it, every cell a text: numbers in their shortest digits with a decimal point, dates
/// as 2026-11-26, truth values as TRUE and FALSE. Empty cells at the end are left out.
struct SourceRow {
    std::int64_t number = 0;  ///< as a spreadsheet counts, from 1
    std::vector<std::string> cells;

    bool empty() const;
};

enum class Format { csv, xlsx, ods };
std::string_view name_of(Format format);

/// What the file is, by its content. Errors: tables.empty_file, tables.old_or_locked_workbook,
/// tables.unknown_archive, tables.not_a_table {found}.
Expected<Format> format_of(std::string_view bytes);

/// How a file is to be read; what is empty is found out.
struct SourceOptions {
    std::string sheet;      ///< its name; empty: the first with something in it
    std::string separator;  ///< of CSV: ",", ";", "\t" or "|"
    std::string encoding;   ///< of CSV: "UTF-8", "UTF-16LE", "UTF-16BE" or "CP949"
    SourceLimits limits;
};

class Source {
  public:
    virtual ~Source() = default;

    /// The next row, its number above the one before; rows without anything may be left out. False at the
    /// end. Errors name the row where they can:
    /// tables.too_many_rows, tables.too_many_columns, tables.cell_too_long, tables.unpacks_too_large,
    /// tables.damaged_archive, tables.damaged_sheet, tables.unclosed_quote, tables.after_quote.
    virtual Expected<bool> next(SourceRow& row) = 0;

    /// How far the reading has come, 0…1.
    virtual double fraction() const = 0;

    const std::vector<std::string>& sheets() const { return sheets_; }  ///< none for CSV
    const std::string& sheet() const { return options_.sheet; }
    const std::string& separator() const { return options_.separator; }
    const std::string& encoding() const { return options_.encoding; }

  protected:
    explicit Source(SourceOptions options) : options_(std::move(options)) {}
    SourceOptions options_;
    std::vector<std::string> sheets_;
};

/// Opens a table; `bytes` outlives it. Errors: those of format_of, tables.no_such_sheet {sheet, sheets},
/// tables.no_sheet, tables.locked_workbook, tables.damaged_archive, tables.too_many_files.
Expected<std::unique_ptr<Source>> open_source(std::string_view bytes, SourceOptions options = {});

}  // namespace dure::tables
