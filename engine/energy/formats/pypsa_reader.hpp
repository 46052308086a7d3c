// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/energy/formats/csv_table.hpp"
#include "engine/energy/formats/model.hpp"
#include "engine/energy/formats/pypsa_columns.hpp"

namespace dure::energy {

/// One component's table of a PyPSA folder, by row and column with PyPSA's defaults, and its files by
/// snapshot. Whatever is not as Dure can take it goes to `errors`.
class PypsaComponent {
  public:
    /// A component without a file has no rows.
    PypsaComponent(const Files& files, std::string_view component, int snapshots,
                   const std::vector<std::string>& snapshot_ids, Errors& errors);

    std::size_t rows() const { return table_.rows.size(); }
    std::string text(std::size_t row, std::string_view column) const;
    double number(std::size_t row, std::string_view column);
    /// Nothing for an infinite number.
    std::optional<double> finite(std::size_t row, std::string_view column);
    bool truth(std::size_t row, std::string_view column);
    /// Whether the file gives the column at all, with a value in this row.
    bool has(std::size_t row, std::string_view column) const;
    /// The series of this row, by attribute, or the number in the table. A series goes to the model under
    /// "component-attribute name".
    Profile profile(std::size_t row, std::string_view attribute, std::string_view unit, Model& model);
    /// The cells of this row's series by snapshot, empty ones empty; nullptr where there is no such series.
    const std::vector<std::string>* cells(std::size_t row, std::string_view attribute) const;

    Place place(std::size_t row) const { return {file_, table_.lines[row]}; }
    void refuse(std::size_t row, std::string code, Params params);

  private:
    void check_columns();
    void read_series(const Files& files, int snapshots, const std::vector<std::string>& snapshot_ids);

    const PypsaTable& what_;
    std::string file_;
    CsvTable table_;
    std::map<std::string, std::size_t, std::less<>> column_;
    /// By attribute, then by component name.
    std::map<std::string, std::map<std::string, std::vector<std::string>, std::less<>>, std::less<>> series_;
    std::map<std::string, std::vector<int>, std::less<>> series_lines_;
    Errors& errors_;
};

/// A table of the folder; none when there is no such file. Errors go to `errors`.
std::optional<CsvTable> read_pypsa_table(const Files& files, const std::string& name, Errors& errors);

}  // namespace dure::energy
