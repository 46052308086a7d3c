// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/builder.hpp"

#include <utility>

#include "engine/lp/validate.hpp"

namespace dure::lp {
namespace {

void remember_name(std::vector<std::string>& names, std::size_t at, std::string name) {
    if (name.empty() && names.empty()) return;
    names.resize(at + 1);
    names[at] = std::move(name);
}

void fill_names(std::vector<std::string>& names, std::size_t count, char prefix) {
    if (names.empty()) return;
    names.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (names[i].empty()) names[i] = prefix + std::to_string(i);
    }
}

}  // namespace

void ProblemBuilder::reserve(std::size_t rows, std::size_t columns, std::size_t entries) {
    problem_.row_lower.reserve(rows);
    problem_.row_upper.reserve(rows);
    problem_.cost.reserve(columns);
    problem_.col_lower.reserve(columns);
    problem_.col_upper.reserve(columns);
    entries_.reserve(entries);
}

int ProblemBuilder::add_row(double lower, double upper, std::string name) {
    const int row = rows();
    problem_.row_lower.push_back(lower);
    problem_.row_upper.push_back(upper);
    remember_name(problem_.row_names, static_cast<std::size_t>(row), std::move(name));
    return row;
}

int ProblemBuilder::add_column(double cost, double lower, double upper, std::string name) {
    const int column = columns();
    problem_.cost.push_back(cost);
    problem_.col_lower.push_back(lower);
    problem_.col_upper.push_back(upper);
    remember_name(problem_.col_names, static_cast<std::size_t>(column), std::move(name));
    return column;
}

Expected<Problem> ProblemBuilder::finish() {
    Problem p = std::exchange(problem_, {});
    const auto given = std::exchange(entries_, {});
    const auto rows = static_cast<std::size_t>(p.rows()), columns = static_cast<std::size_t>(p.columns());
    fill_names(p.col_names, columns, 'c');
    fill_names(p.row_names, rows, 'r');

    // Two stable counting sorts: by row, then by column, so that rows ascend within a column.
    std::vector<std::size_t> row_start(rows + 1), column_start(columns + 1);
    for (const Entry& e : given) {
        if (e.row < 0 || e.row >= p.rows() || e.column < 0 || e.column >= p.columns())
            return fail("lp.invalid", {{"what", "row_index"}, {"where", std::to_string(e.column)}});
        ++row_start[static_cast<std::size_t>(e.row) + 1];
        ++column_start[static_cast<std::size_t>(e.column) + 1];
    }
    for (std::size_t i = 0; i < rows; ++i) row_start[i + 1] += row_start[i];
    for (std::size_t j = 0; j < columns; ++j) column_start[j + 1] += column_start[j];
    std::vector<std::size_t> by_row(given.size());
    for (std::size_t k = 0; k < given.size(); ++k)
        by_row[row_start[static_cast<std::size_t>(given[k].row)]++] = k;
    std::vector<std::size_t> sorted(given.size());
    auto next = column_start;
    for (const std::size_t k : by_row) sorted[next[static_cast<std::size_t>(given[k].column)]++] = k;

    p.start.assign(1, 0);
    p.start.reserve(columns + 1);
    p.index.reserve(given.size());
    p.value.reserve(given.size());
    for (std::size_t j = 0; j < columns; ++j) {
        for (std::size_t k = column_start[j]; k < column_start[j + 1];) {
            const std::int32_t row = given[sorted[k]].row;
            double sum = 0;
            for (; k < column_start[j + 1] && given[sorted[k]].row == row; ++k) sum += given[sorted[k]].value;
            if (sum == 0) continue;
            p.index.push_back(row);
            p.value.push_back(sum);
        }
        p.start.push_back(static_cast<std::int64_t>(p.index.size()));
    }
    if (auto ok = validate(p); !ok) return std::unexpected(ok.error());
    return p;
}

}  // namespace dure::lp
