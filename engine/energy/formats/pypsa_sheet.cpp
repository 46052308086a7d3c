// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/energy/formats/csv_table.hpp"

namespace dure::energy {

std::string pypsa_number(double value) {
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return fmt::format("{}", value == 0 ? 0.0 : value);
}

PypsaSheet& PypsaSheet::row(const std::string& name) {
    names_.push_back(name);
    rows_.emplace_back();
    return *this;
}

PypsaSheet& PypsaSheet::set(const std::string& column, const std::string& text) {
    if (std::ranges::find(columns_, column) == columns_.end()) columns_.push_back(column);
    rows_.back()[column] = text;
    return *this;
}

PypsaSheet& PypsaSheet::set_series(const std::string& attribute, std::vector<double> values) {
    series_[attribute].emplace_back(names_.back(), std::move(values));
    return *this;
}

PypsaSheet& PypsaSheet::set_profile(const std::string& attribute, std::vector<double> values) {
    if (std::ranges::all_of(values, [&](double v) { return v == values.front(); }))
        return set(attribute, values.front());
    return set_series(attribute, std::move(values));
}

void PypsaSheet::write(Files& files, const std::vector<std::string>& snapshots) const {
    if (rows_.empty()) return;
    std::string csv = "name";
    for (const auto& column : columns_) csv += ',' + csv_cell(column);
    csv += '\n';
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        csv += csv_cell(names_[r]);
        for (const auto& column : columns_) {
            const auto cell = rows_[r].find(column);
            csv += ',' + (cell == rows_[r].end() ? std::string() : csv_cell(cell->second));
        }
        csv += '\n';
    }
    files[component_ + ".csv"] = std::move(csv);
    for (const auto& [attribute, columns] : series_) {
        std::string by_snapshot = "snapshot";
        for (const auto& [name, values] : columns) by_snapshot += ',' + csv_cell(name);
        by_snapshot += '\n';
        for (std::size_t t = 0; t < snapshots.size(); ++t) {
            by_snapshot += snapshots[t];
            for (const auto& [name, values] : columns) by_snapshot += ',' + pypsa_number(values[t]);
            by_snapshot += '\n';
        }
        files[component_ + "-" + attribute + ".csv"] = std::move(by_snapshot);
    }
}

}  // namespace dure::energy
