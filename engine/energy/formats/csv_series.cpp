// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/csv_series.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/energy/formats/error_list.hpp"
#include "engine/energy/formats/nearest.hpp"

namespace dure::energy {
namespace {

std::string_view trimmed(std::string_view s) {
    const auto begin = s.find_first_not_of(" \t");
    if (begin == s.npos) return {};
    return s.substr(begin, s.find_last_not_of(" \t") - begin + 1);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// 1,5 or -0,25 or 1,234.5: what other regions write.
bool has_decimal_comma(std::string_view s) {
    return s.contains(',') && is_digit(s.back()) && std::ranges::all_of(s, [](char c) {
               return is_digit(c) || c == ',' || c == '.' || c == '-' || c == '+';
           });
}

}  // namespace

Expected<double> parse_cell(std::string_view cell, std::string_view column) {
    auto text = trimmed(cell);
    const Params named{{"column", std::string(column)}, {"text", std::string(text.substr(0, 60))}};
    if (text.empty()) return fail("csv.empty_cell", {named[0]});
    auto digits = text;
    if (digits.size() > 1 && digits[0] == '+' && digits[1] != '-') digits.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (end == digits.data() + digits.size() && error == std::errc::result_out_of_range)
        return fail("csv.not_finite", named);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return fail(has_decimal_comma(text) ? "csv.decimal_comma" : "csv.bad_number", named);
    if (!std::isfinite(value)) return fail("csv.not_finite", named);
    return value;
}

Checked<Columns> read_csv_series(std::string_view text, std::string_view file,
                                 const std::vector<std::string>& columns, std::optional<int> rows) {
    auto table = read_csv_table(text, file);
    if (!table) return std::unexpected(table.error());
    ErrorList errors(file);
    Columns read;
    std::vector<std::pair<std::size_t, std::vector<double>*>> wanted;
    for (const auto& name : columns) {
        const auto found = std::ranges::find(table->header, name);
        if (found == table->header.end()) {
            errors.add(1, "csv.unknown_column",
                       {{"column", name}, {"nearest", nearest(name, table->header)}});
        } else if (const auto [at, is_new] = read.try_emplace(name); is_new) {
            wanted.emplace_back(found - table->header.begin(), &at->second);
        }
    }
    if (rows && table->rows.size() != static_cast<std::size_t>(*rows))
        errors.add(0, "csv.wrong_rows",
                   {{"expected", std::to_string(*rows)}, {"found", std::to_string(table->rows.size())}});
    for (std::size_t r = 0; r < table->rows.size(); ++r) {
        for (const auto& [column, values] : wanted) {
            const auto value = parse_cell(table->rows[r][column], table->header[column]);
            if (!value) errors.add(table->lines[r], value.error().code, value.error().params);
            values->push_back(value.value_or(0));
        }
    }
    if (!errors.empty()) return std::unexpected(errors.take());
    return read;
}

}  // namespace dure::energy
