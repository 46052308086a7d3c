// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/energy/formats/csv_series.hpp"

namespace dure::energy {
namespace {

std::optional<double> plain_number(std::string_view text) {
    if (text == "inf" || text == "Infinity") return INFINITY;
    if (text == "-inf" || text == "-Infinity") return -INFINITY;
    const auto value = parse_cell(text, "");
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<bool> plain_truth(std::string_view text) {
    if (text == "True" || text == "true" || text == "TRUE" || text == "1" || text == "1.0") return true;
    if (text == "False" || text == "false" || text == "FALSE" || text == "0" || text == "0.0") return false;
    return std::nullopt;
}

bool is_missing(std::string_view cell) {
    return cell.empty() || cell == "nan" || cell == "NaN";
}

bool same_value(std::string_view cell, std::string_view standard) {
    if (cell == standard || is_missing(cell)) return true;
    if (standard == "True" || standard == "False")
        return plain_truth(cell) && plain_truth(cell) == plain_truth(standard);
    const auto a = plain_number(cell), b = plain_number(standard);
    return a && b && *a == *b;
}

}  // namespace

std::optional<CsvTable> read_pypsa_table(const Files& files, const std::string& name, Errors& errors) {
    const auto text = files.find(name);
    if (text == files.end()) return std::nullopt;
    auto table = read_csv_table(text->second, name);
    if (table) return std::move(*table);
    errors.insert(errors.end(), table.error().begin(), table.error().end());
    return std::nullopt;
}

PypsaComponent::PypsaComponent(const Files& files, std::string_view component, int snapshots,
                               const std::vector<std::string>& snapshot_ids, Errors& errors)
    : what_(*pypsa_table(component)), file_(std::string(component) + ".csv"), errors_(errors) {
    if (auto table = read_pypsa_table(files, file_, errors)) table_ = std::move(*table);
    // An older PyPSA leaves the index without a name.
    if (!table_.header.empty() && table_.header[0].empty()) table_.header[0] = "name";
    for (std::size_t c = 0; c < table_.header.size(); ++c) column_[table_.header[c]] = c;
    if (rows() > 0) check_columns();
    read_series(files, snapshots, snapshot_ids);
}

void PypsaComponent::refuse(std::size_t row, std::string code, Params params) {
    errors_.push_back(
        {.code = std::move(code), .params = std::move(params), .file = file_, .line = table_.lines[row]});
}

void PypsaComponent::check_columns() {
    for (const auto& [name, at] : column_) {
        const auto known = std::ranges::find(what_.columns, name, &PypsaColumn::name);
        const bool unknown = known == what_.columns.end();
        if (!unknown && known->use != Use::refuse) continue;
        for (std::size_t r = 0; r < rows(); ++r) {
            const auto& cell = table_.rows[r][at];
            if (unknown ? is_missing(cell) : same_value(cell, known->standard)) continue;
            if (unknown) {
                refuse(r, "pypsa.unknown_column", {{"column", name}, {"value", cell}});
            } else {
                refuse(r, "pypsa.unsupported",
                       {{"column", name}, {"value", cell}, {"component", table_.rows[r][column_["name"]]}});
            }
            break;
        }
    }
    if (!column_.contains("name")) {
        errors_.push_back(
            {.code = "pypsa.missing_column", .params = {{"column", "name"}}, .file = file_, .line = 1});
        table_.rows.clear();
    }
}

void PypsaComponent::read_series(const Files& files, int snapshots,
                                 const std::vector<std::string>& snapshot_ids) {
    const auto prefix = std::string(what_.component) + "-";
    for (const auto& [file, text] : files) {
        if (!file.starts_with(prefix) || !file.ends_with(".csv")) continue;
        const auto attribute = file.substr(prefix.size(), file.size() - prefix.size() - 4);
        if (std::ranges::find(what_.results, attribute) != what_.results.end()) continue;
        const auto table = read_pypsa_table(files, file, errors_);
        if (!table) continue;
        if (std::ranges::find(what_.series, attribute) == what_.series.end()) {
            if (table->header.size() > 1)
                errors_.push_back(
                    {.code = "pypsa.unsupported_file", .params = {{"name", file}}, .file = file});
            continue;
        }
        if (table->rows.size() != static_cast<std::size_t>(snapshots)) {
            errors_.push_back({.code = "pypsa.wrong_rows",
                               .params = {{"expected", std::to_string(snapshots)},
                                          {"found", std::to_string(table->rows.size())}},
                               .file = file});
            continue;
        }
        for (std::size_t r = 0; r < table->rows.size(); ++r) {
            if (table->rows[r][0] == snapshot_ids[r]) continue;
            errors_.push_back({.code = "pypsa.other_snapshots",
                               .params = {{"expected", snapshot_ids[r]}, {"found", table->rows[r][0]}},
                               .file = file,
                               .line = table->lines[r]});
            break;
        }
        auto& columns = series_[attribute];
        for (std::size_t c = 1; c < table->header.size(); ++c) {
            const auto& name = table->header[c];
            const bool known = std::ranges::any_of(
                table_.rows, [&](const auto& row) { return row[column_["name"]] == name; });
            if (!known)
                errors_.push_back(
                    {.code = "pypsa.unknown_component", .params = {{"name", name}}, .file = file, .line = 1});
            auto& cells = columns[name];
            for (const auto& row : table->rows) cells.push_back(row[c]);
        }
        series_lines_[attribute] = table->lines;
    }
}

bool PypsaComponent::has(std::size_t row, std::string_view column) const {
    const auto at = column_.find(column);
    return at != column_.end() && !is_missing(table_.rows[row][at->second]);
}

std::string PypsaComponent::text(std::size_t row, std::string_view column) const {
    if (has(row, column)) return table_.rows[row][column_.find(column)->second];
    const auto known = std::ranges::find(what_.columns, column, &PypsaColumn::name);
    return known == what_.columns.end() ? "" : std::string(known->standard);
}

double PypsaComponent::number(std::size_t row, std::string_view column) {
    const auto cell = text(row, column);
    if (const auto value = plain_number(cell); value && !std::isnan(*value)) return *value;
    refuse(row, "csv.bad_number", {{"column", std::string(column)}, {"text", cell}});
    return 0;
}

std::optional<double> PypsaComponent::finite(std::size_t row, std::string_view column) {
    const double value = number(row, column);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool PypsaComponent::truth(std::size_t row, std::string_view column) {
    const auto cell = text(row, column);
    if (const auto value = plain_truth(cell)) return *value;
    refuse(row, "pypsa.bad_truth", {{"column", std::string(column)}, {"text", cell}});
    return false;
}

const std::vector<std::string>* PypsaComponent::cells(std::size_t row, std::string_view attribute) const {
    const auto of_attribute = series_.find(attribute);
    if (of_attribute == series_.end()) return nullptr;
    const auto found = of_attribute->second.find(text(row, "name"));
    return found == of_attribute->second.end() ? nullptr : &found->second;
}

Profile PypsaComponent::profile(std::size_t row, std::string_view attribute, std::string_view unit,
                                Model& model) {
    const auto* column = cells(row, attribute);
    if (!column) return number(row, attribute);
    const auto component = text(row, "name");
    const auto name = fmt::format("{}-{} {}", what_.component, attribute, component);
    std::vector<double> values;
    for (std::size_t t = 0; t < column->size(); ++t) {
        const auto value = parse_cell((*column)[t], component);
        if (!value)
            errors_.push_back({.code = value.error().code,
                               .params = value.error().params,
                               .file = fmt::format("{}-{}.csv", what_.component, attribute),
                               .line = series_lines_.find(attribute)->second[t]});
        values.push_back(value.value_or(0));
    }
    model.network.series.push_back(
        {.name = name, .unit = std::string(unit), .origin = "imported", .method = "PyPSA CSV folder"});
    model.series[name] = std::move(values);
    return name;
}

}  // namespace dure::energy
