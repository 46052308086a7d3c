// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/forecast/history_table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "engine/base/text.hpp"
#include "engine/energy/formats/csv_table.hpp"

namespace dure::energy::forecast {
namespace {

constexpr std::size_t kMostErrors = 50;

std::string plain(std::string_view heading) {
    return folded(heading.substr(0, heading.find_first_of("([")));
}

std::string unit_in(std::string_view heading) {
    const auto open = heading.find_first_of("([");
    if (open == heading.npos) return {};
    const auto rest = heading.substr(open + 1);
    return std::string(rest.substr(0, rest.find_first_of(")]")));
}

std::optional<double> number_in(std::string cell) {
    std::erase(cell, ',');
    std::erase(cell, ' ');
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

struct Columns {
    std::optional<std::size_t> year, value;
    std::vector<std::size_t> drivers;
};

Columns columns_of(const std::vector<std::string>& header) {
    Columns columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = plain(header[i]);
        if (!columns.year && (name == "year" || name == "연도" || name == "년도"))
            columns.year = i;
        else if (!columns.value && (name == "value" || name == "값"))
            columns.value = i;
        else
            columns.drivers.push_back(i);
    }
    return columns;
}

}  // namespace

Checked<HistoryTable> read_history_table(std::string_view text, std::string_view file) {
    const auto table = read_csv_table(text, file);
    if (!table) return std::unexpected(table.error());
    const Columns columns = columns_of(table->header);
    Errors errors;
    const auto refuse = [&](std::string code, Params params, int line) {
        if (errors.size() < kMostErrors)
            errors.push_back({.code = std::move(code),
                              .params = std::move(params),
                              .file = std::string(file),
                              .line = line});
    };
    if (!columns.year) refuse("forecast.no_column", {{"column", "year"}}, 1);
    if (!columns.value) refuse("forecast.no_column", {{"column", "value"}}, 1);
    if (!errors.empty()) return std::unexpected(std::move(errors));
    HistoryTable read{.unit = unit_in(table->header[*columns.value])};
    for (const std::size_t column : columns.drivers)
        read.drivers.push_back({.name = table->header[column], .values = {}, .elasticity = {}});
    std::set<int> years;
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
        const auto& row = table->rows[i];
        const int line = table->lines[i];
        const auto year = number_in(row[*columns.year]);
        if (!year || *year != std::floor(*year) || *year < 1900 || *year > 2200) {
            refuse("forecast.bad_year", {{"found", row[*columns.year]}}, line);
            continue;
        }
        const int whole = static_cast<int>(*year);
        if (!years.insert(whole).second)
            refuse("forecast.doubled_year", {{"year", std::to_string(whole)}}, line);
        const auto take = [&](std::size_t column, std::vector<Sample>& into) {
            if (folded(row[column]).empty()) return;
            if (const auto value = number_in(row[column]))
                into.push_back({whole, *value});
            else
                refuse("forecast.bad_number", {{"column", table->header[column]}, {"found", row[column]}},
                       line);
        };
        take(*columns.value, read.history);
        for (std::size_t d = 0; d < columns.drivers.size(); ++d)
            take(columns.drivers[d], read.drivers[d].values);
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    std::ranges::sort(read.history, {}, &Sample::year);
    return read;
}

}  // namespace dure::energy::forecast
