// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_table.hpp"

#include <algorithm>
#include <charconv>

namespace dure::energy::pypsa {
namespace {

bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool means(std::string_view text, std::string_view value) {
    if (text.empty() || text == value) return true;
    bool bad_text = false, bad_value = false;
    const auto a = cell_number(text, bad_text), b = cell_number(value, bad_value);
    if (bad_text || bad_value) return false;
    return !a || a == b;  // NaN is PyPSA's "not given"
}

}  // namespace

std::optional<double> cell_number(std::string_view cell, bool& bad) {
    if (cell.empty() || cell == "nan" || cell == "NaN") return std::nullopt;
    constexpr double kInf = std::numeric_limits<double>::infinity();
    if (cell == "inf" || cell == "Inf") return kInf;
    if (cell == "-inf" || cell == "-Inf") return -kInf;
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    bad = error != std::errc{} || end != cell.data() + cell.size();
    if (bad) return std::nullopt;
    return value;
}

Table::Table(std::string file, CsvTable table, Errors& errors)
    : file_(std::move(file)), table_(std::move(table)), errors_(&errors) {
    // PyPSA writes a table's index without a name; older versions call it `name`.
    if (!table_.header.empty() && table_.header[0].empty()) table_.header[0] = "name";
}

void Table::allow(const Columns& columns) {
    for (std::size_t c = 0; c < table_.header.size(); ++c) {
        const std::string& name = table_.header[c];
        if (contains(columns.read, name)) continue;
        const auto fixed = std::ranges::find(columns.fixed, name, &Fixed::column);
        if (fixed == columns.fixed.end() && contains(columns.ignored, name)) continue;
        for (std::size_t r = 0; r < rows(); ++r) {
            const std::string& text = table_.rows[r][c];
            if (fixed == columns.fixed.end()) {
                if (text.empty()) continue;
                refuse(r, "pypsa.unknown_column", {{"column", name}});
                break;
            }
            if (means(text, fixed->value)) continue;
            refuse(r, "pypsa.not_modelled",
                   {{"column", name}, {"text", text}, {"value", std::string(fixed->value)}});
            break;
        }
    }
}

std::optional<std::size_t> Table::column(std::string_view name) const {
    const auto found = std::ranges::find(table_.header, name);
    if (found == table_.header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table_.header.begin());
}

std::string_view Table::text(std::size_t row, std::string_view name) const {
    const auto c = column(name);
    return c ? std::string_view(table_.rows[row][*c]) : std::string_view{};
}

std::string Table::required(std::size_t row, std::string_view name) {
    const auto found = text(row, name);
    if (found.empty()) refuse(row, "pypsa.missing_column", {{"column", std::string(name)}});
    return std::string(found);
}

double Table::number(std::size_t row, std::string_view name, double otherwise) {
    bool bad = false;
    const auto found = text(row, name);
    const auto value = cell_number(found, bad);
    if (bad)
        refuse(row, "csv.bad_number",
               {{"column", std::string(name)}, {"text", std::string(found.substr(0, 60))}});
    return value.value_or(otherwise);
}

bool Table::flag(std::size_t row, std::string_view name, bool otherwise) {
    const auto found = text(row, name);
    if (found.empty()) return otherwise;
    if (found == "True" || found == "true" || found == "1" || found == "1.0") return true;
    if (found == "False" || found == "false" || found == "0" || found == "0.0") return false;
    refuse(row, "pypsa.bad_flag",
           {{"column", std::string(name)}, {"text", std::string(found.substr(0, 60))}});
    return otherwise;
}

void Table::refuse(std::size_t row, std::string code, Params params) {
    errors_->push_back(
        {.code = std::move(code), .params = std::move(params), .file = file_, .line = line(row)});
}

}  // namespace dure::energy::pypsa
