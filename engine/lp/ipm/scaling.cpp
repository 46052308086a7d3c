// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/scaling.hpp"

#include <algorithm>
#include <cmath>

namespace dure::lp::ipm {
namespace {

constexpr int kPasses = 6;
constexpr double kFairLow = 1e-2, kFairHigh = 1e2;  ///< entries within need no equilibration
constexpr double kSizeOfRhs = 2.5, kSizeOfCosts = 30;

double power_of_two(double v) {
    return std::exp2(std::round(std::log2(v)));
}

/// Columns whose unit is free to choose: not capped, and no cap.
std::vector<char> movable_columns(const Form& f) {
    std::vector<char> movable(static_cast<std::size_t>(f.columns), 1);
    for (const auto& s : f.segments) {
        if (s.cap < 0) continue;
        movable[s.cap] = 0;
        std::fill(movable.begin() + s.begin, movable.begin() + s.end, 0);
    }
    return movable;
}

bool fair(const Form& f, const Scaling& s) {
    for (int j = 0; j < f.columns; ++j) {
        for (int k = f.start[j]; k < f.start[j + 1]; ++k) {
            const double v = std::abs(f.value[k]) * s.row[f.index[k]] * s.column[j];
            if (v != 0 && (v < kFairLow || v > kFairHigh)) return false;
        }
    }
    return true;
}

/// A column of one entry and no cost takes whatever size its row has; it must not decide on it.
bool is_slack(const Form& f, int j) {
    return f.start[j + 1] - f.start[j] == 1 && f.cost[j] == 0;
}

/// Rows of the year are brought to the size of an hour's by what they sum up, their slack following: its dual
/// would else be thousands of times any other.
void size_border_rows(const Form& f, Scaling& s) {
    Vec size(s.row.size());
    for (int j = 0; j < f.columns; ++j) {
        if (is_slack(f, j)) continue;
        for (int k = f.start[j]; k < f.start[j + 1]; ++k)
            size[f.index[k]] = std::max(size[f.index[k]], std::abs(f.value[k]));
    }
    for (int i = f.border_row; i < f.rows; ++i) {
        if (size[i] > 0) s.row[i] = power_of_two(1 / size[i]);
    }
    const auto movable = movable_columns(f);
    for (int j = 0; j < f.columns; ++j) {
        if (!is_slack(f, j) || !movable[j] || f.index[f.start[j]] < f.border_row) continue;
        const double v = std::abs(f.value[f.start[j]]) * s.row[f.index[f.start[j]]];
        if (v > 0) s.column[j] = power_of_two(1 / v);
    }
}

/// The largest entry tells a row's size, but a capped column's small one (little sun) must not blow up its
/// neighbours.
void equilibrate(const Form& f, Scaling& s) {
    const auto movable = movable_columns(f);
    Vec row_size(s.row.size()), column_size(s.column.size());
    for (int pass = 0; pass < kPasses; ++pass) {
        std::fill(row_size.begin(), row_size.end(), 0.0);
        std::fill(column_size.begin(), column_size.end(), 0.0);
        for (int j = 0; j < f.columns; ++j) {
            for (int k = f.start[j]; k < f.start[j + 1]; ++k) {
                const double v = std::abs(f.value[k]) * s.row[f.index[k]] * s.column[j];
                if (!is_slack(f, j)) row_size[f.index[k]] = std::max(row_size[f.index[k]], v);
                column_size[j] = std::max(column_size[j], v);
            }
        }
        for (std::size_t i = 0; i < s.row.size(); ++i) {
            if (row_size[i] > 0) s.row[i] /= std::sqrt(row_size[i]);
        }
        for (std::size_t j = 0; j < s.column.size(); ++j) {
            if (column_size[j] > 0 && movable[j]) s.column[j] /= std::sqrt(column_size[j]);
        }
    }
    for (double& v : s.row) v = power_of_two(v);
    for (double& v : s.column) v = power_of_two(v);
}

void apply(Form& f, const Scaling& s) {
    for (int j = 0; j < f.columns; ++j) {
        for (int k = f.start[j]; k < f.start[j + 1]; ++k) f.value[k] *= s.row[f.index[k]] * s.column[j];
        f.cost[j] *= s.column[j];
        f.upper[j] /= s.column[j];
    }
    for (int i = 0; i < f.rows; ++i) f.rhs[i] *= s.row[i];
}

/// Sizes of what the rows ask for; of the bounds, when they ask for nothing.
double size_of_quantities(const Form& f) {
    double most = 0;
    for (int i = 0; i < f.border_row; ++i) most = std::max(most, std::abs(f.rhs[i]));
    if (most == 0) {
        for (int i = f.border_row; i < f.rows; ++i) most = std::max(most, std::abs(f.rhs[i]));
    }
    if (most == 0) {
        for (const auto& s : f.segments) {
            for (int j = s.begin; j < s.end && s.kind == Kind::boxed; ++j)
                most = std::max(most, std::abs(f.upper[j]));
        }
    }
    return most;
}

double size_of_costs(const Form& f) {
    double most = 0;
    for (int j = 0; j < f.border_col; ++j) most = std::max(most, std::abs(f.cost[j]));
    if (most == 0) {
        for (int j = f.border_col; j < f.columns; ++j) most = std::max(most, std::abs(f.cost[j]));
    }
    return most;
}

}  // namespace

Scaling scale(Form& f) {
    Scaling s{.row = Vec(static_cast<std::size_t>(f.rows), 1.0),
              .column = Vec(static_cast<std::size_t>(f.columns), 1.0)};
    size_border_rows(f, s);
    if (!fair(f, s)) equilibrate(f, s);
    apply(f, s);
    if (const double size = size_of_quantities(f); size > 0) s.size = power_of_two(size / kSizeOfRhs);
    if (const double cost = size_of_costs(f); cost > 0) s.cost = power_of_two(cost / kSizeOfCosts);
    for (double& v : f.rhs) v /= s.size;
    for (double& v : f.upper) v /= s.size;
    for (double& v : f.cost) v /= s.cost;
    return s;
}

}  // namespace dure::lp::ipm
