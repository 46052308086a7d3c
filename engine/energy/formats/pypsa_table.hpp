// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/energy/formats/csv_table.hpp"
#include "engine/energy/formats/error_list.hpp"

namespace dure::energy::pypsa {

/// A column that would change the plan in a way Dure does not model: only its default may stand in it.
struct Fixed {
    std::string_view column;
    std::string_view value;
};

/// What the columns of a component's table are taken for; all others must be empty.
struct Columns {
    std::span<const std::string_view> read;     ///< taken into the network
    std::span<const std::string_view> ignored;  ///< without meaning for a linear plan
    std::span<const Fixed> fixed;
};

/// A component's table (`generators.csv`) whose cells are asked for by column name. A missing column or an
/// empty cell gives the default, as in PyPSA. Errors go to `errors` with file and line: pypsa.unknown_column
/// {column}, pypsa.not_modelled {column, text, value}, pypsa.missing_column {column}, pypsa.bad_flag {column,
/// text}, csv.bad_number.
class Table {
  public:
    Table(std::string file, CsvTable table, Errors& errors);

    void allow(const Columns& columns);

    std::size_t rows() const { return table_.rows.size(); }
    const std::string& file() const { return file_; }
    const std::vector<std::string>& header() const { return table_.header; }
    int line(std::size_t row) const { return table_.lines[row]; }

    std::string_view text(std::size_t row, std::string_view column) const;
    std::string required(std::size_t row, std::string_view column);
    /// "inf" is infinity; NaN and empty are the default.
    double number(std::size_t row, std::string_view column, double otherwise);
    bool flag(std::size_t row, std::string_view column, bool otherwise);
    std::optional<std::size_t> column(std::string_view name) const;
    void refuse(std::size_t row, std::string code, Params params);

  private:
    std::string file_;
    CsvTable table_;
    Errors* errors_;
};

/// "inf", "-inf", "nan" (none) or a decimal; nullopt and `bad` set when it is no number.
std::optional<double> cell_number(std::string_view cell, bool& bad);

}  // namespace dure::energy::pypsa
