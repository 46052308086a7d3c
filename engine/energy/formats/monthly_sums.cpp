// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/monthly_sums.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "engine/energy/formats/csv_series.hpp"
#include "engine/energy/formats/error_list.hpp"
#include "engine/energy/formats/nearest.hpp"

namespace dure::energy {
namespace {

constexpr double kLargestSum = 1e12;

std::optional<std::size_t> month_number(std::string_view cell) {
    while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
    unsigned month = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), month);
    if (error != std::errc{} || end != cell.data() + cell.size() || month < 1 || month > 12)
        return std::nullopt;
    return month - 1;
}

/// The first hour of each month, and behind December the number of hours.
std::array<std::size_t, 13> month_ends(int year) {
    using namespace std::chrono;
    const sys_days first = std::chrono::year(year) / January / 1;
    std::array<std::size_t, 13> at{};
    for (unsigned m = 0; m < 12; ++m)
        at[m] = static_cast<std::size_t>(
            (sys_days(std::chrono::year(year) / month(m + 1) / 1) - first).count() * 24);
    at[12] = at[11] + 31 * 24;
    return at;
}

/// Two corners and the share of the second.
struct Between {
    std::size_t from, to;
    double share;
};

Between corners_of(const std::array<std::size_t, 13>& at, std::size_t month, std::size_t hour) {
    const auto half = [&](std::size_t m) { return static_cast<double>(at[m + 1] - at[m]) / 2; };
    const double after = static_cast<double>(hour - at[month]) + 0.5 - half(month);
    if (after >= 0) {
        const std::size_t next = (month + 1) % 12;
        return {month, next, after / (half(month) + half(next))};
    }
    const std::size_t last = (month + 11) % 12;
    return {month, last, -after / (half(month) + half(last))};
}

using Matrix = std::array<std::array<double, 12>, 12>;

/// Elimination with pivots; empty where the matrix is singular.
std::optional<MonthlySums> corners_for(Matrix a, MonthlySums b) {
    for (std::size_t c = 0; c < 12; ++c) {
        std::size_t pivot = c;
        for (std::size_t r = c + 1; r < 12; ++r)
            if (std::abs(a[r][c]) > std::abs(a[pivot][c])) pivot = r;
        if (!(std::abs(a[pivot][c]) > 0)) return std::nullopt;
        std::swap(a[c], a[pivot]);
        std::swap(b[c], b[pivot]);
        for (std::size_t r = 0; r < 12; ++r) {
            const double times = a[r][c] / a[c][c];
            if (r == c || times == 0) continue;
            for (std::size_t k = c; k < 12; ++k) a[r][k] -= times * a[c][k];
            b[r] -= times * b[c];
        }
    }
    for (std::size_t c = 0; c < 12; ++c) b[c] /= a[c][c];
    return b;
}

double sum_between(const std::vector<double>& v, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t t = from; t < to; ++t) sum += v[t];
    return sum;
}

}  // namespace

Checked<MonthlySums> read_monthly_sums(std::string_view text, std::string_view file) {
    const auto table = read_csv_table(text, file);
    if (!table) return std::unexpected(table.error());
    ErrorList errors(file);
    std::array<std::size_t, 2> at{};
    constexpr const char* names[] = {"month", "mwh"};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto found = std::ranges::find(table->header, names[i]);
        at[i] = static_cast<std::size_t>(found - table->header.begin());
        if (found == table->header.end())
            errors.add(1, "csv.unknown_column",
                       {{"column", names[i]}, {"nearest", nearest(names[i], table->header)}});
    }
    if (!errors.empty()) return std::unexpected(errors.take());
    MonthlySums sums{};
    std::array<bool, 12> seen{};
    for (std::size_t r = 0; r < table->rows.size(); ++r) {
        const auto& row = table->rows[r];
        const int line = table->lines[r];
        const auto month = month_number(row[at[0]]);
        if (!month) {
            errors.add(line, "months.bad_month", {{"text", row[at[0]].substr(0, 40)}});
            continue;
        }
        const std::string number = std::to_string(*month + 1);
        if (std::exchange(seen[*month], true)) errors.add(line, "months.doubled", {{"month", number}});
        const auto value = parse_cell(row[at[1]], "mwh");
        if (!value) {
            errors.add(line, value.error().code, value.error().params);
        } else if (*value < 0 || *value > kLargestSum) {
            errors.add(line, *value < 0 ? "months.negative" : "months.too_large",
                       {{"month", number}, {"text", row[at[1]].substr(0, 40)}});
        }
        sums[*month] = value.value_or(0);
    }
    std::string missing;
    for (std::size_t m = 0; m < 12; ++m)
        if (!seen[m]) missing += (missing.empty() ? "" : ", ") + std::to_string(m + 1);
    if (!missing.empty()) errors.add(0, "months.missing", {{"months", missing}});
    if (errors.empty() && std::ranges::all_of(sums, [](double s) { return s == 0; }))
        errors.add(0, "months.all_zero");
    if (!errors.empty()) return std::unexpected(errors.take());
    return sums;
}

Checked<Calibrated> calibrate_to_months(int year, const std::vector<double>& shape, const MonthlySums& sums) {
    const auto at = month_ends(year);
    Errors errors;
    MonthlySums of_shape{};
    for (std::size_t m = 0; m < 12; ++m) {
        of_shape[m] = sum_between(shape, at[m], at[m + 1]);
        if (sums[m] > 0 && !(of_shape[m] > 0))
            errors.push_back({.code = "months.no_shape", .params = {{"month", std::to_string(m + 1)}}});
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));

    Matrix a{};
    for (std::size_t m = 0; m < 12; ++m) {
        for (std::size_t t = at[m]; t < at[m + 1]; ++t) {
            const Between b = corners_of(at, m, t);
            a[m][b.from] += (1 - b.share) * shape[t];
            a[m][b.to] += b.share * shape[t];
        }
    }
    const auto corners = corners_for(a, sums);
    Calibrated made{.values = shape};
    made.smooth =
        corners && std::ranges::all_of(*corners, [](double c) { return c >= 0 && std::isfinite(c); });
    for (std::size_t m = 0; m < 12; ++m) {
        for (std::size_t t = at[m]; made.smooth && t < at[m + 1]; ++t) {
            const Between b = corners_of(at, m, t);
            made.values[t] *= (1 - b.share) * (*corners)[b.from] + b.share * (*corners)[b.to];
        }
        // What rounding left: with corners a factor of 1 but for the last digits.
        const double sum = sum_between(made.values, at[m], at[m + 1]);
        const double factor = sum > 0 ? sums[m] / sum : 0;
        for (std::size_t t = at[m]; t < at[m + 1]; ++t) made.values[t] *= factor;
    }
    return made;
}

}  // namespace dure::energy
