// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/fold.hpp"

#include <cmath>
#include <cstddef>

namespace dure::lp::ipm {
namespace {

/// A one-sided row of two entries, as first·x + second·K ≤ bound.
struct Pair {
    int entries = 0;
    int columns[2] = {-1, -1};
    double values[2] = {0, 0};
};

std::vector<Pair> pairs_of(const Problem& p) {
    std::vector<Pair> pairs(static_cast<std::size_t>(p.rows()));
    for (int j = 0; j < p.columns(); ++j) {
        for (auto k = p.start[j]; k < p.start[j + 1]; ++k) {
            auto& pair = pairs[p.index[k]];
            if (pair.entries < 2) {
                pair.columns[pair.entries] = j;
                pair.values[pair.entries] = p.value[k];
            }
            ++pair.entries;
        }
    }
    return pairs;
}

bool one_sided(const Problem& p, int row) {
    return std::isfinite(p.row_lower[row]) != std::isfinite(p.row_upper[row]);
}

/// Whether what is left after the rows were taken in is one interval with a closed form.
bool usable(const Problem& p, int column, Fold& f) {
    if (f.lower_row >= 0) {
        // The column's own lower bound must follow from the row's, else both would be needed.
        const double least = f.lower_slope * p.col_lower[f.cap] + f.lower_shift;
        const bool implied =
            p.col_lower[column] == -kInfinity || (f.lower_slope >= 0 && least >= p.col_lower[column]);
        if (!implied) f.lower_row = -1;
    }
    if (f.lower_row < 0) {
        f.lower_slope = 0;
        f.lower_shift = p.col_lower[column];
    }
    if (f.upper_row >= 0) {
        const double most = f.upper_slope * p.col_upper[f.cap] + f.upper_shift;
        const bool implied =
            p.col_upper[column] == kInfinity || (f.upper_slope >= 0 && most <= p.col_upper[column]);
        if (!implied || f.lower_shift == -kInfinity || f.upper_slope <= f.lower_slope) f.upper_row = -1;
    }
    if (f.upper_row < 0 && p.col_upper[column] != kInfinity) return false;
    return f.upper_row >= 0 || f.lower_row >= 0;
}

}  // namespace

std::vector<Fold> find_folds(const Problem& p, int fewest) {
    const auto pairs = pairs_of(p);
    std::vector<int> met(static_cast<std::size_t>(p.columns()));
    for (int i = 0; i < p.rows(); ++i) {
        if (pairs[i].entries != 2 || !one_sided(p, i)) continue;
        for (const int j : pairs[i].columns) ++met[j];
    }
    std::vector<Fold> folds(static_cast<std::size_t>(p.columns()));
    for (int i = 0; i < p.rows(); ++i) {
        const auto& pair = pairs[i];
        if (pair.entries != 2 || !one_sided(p, i)) continue;
        const int first = met[pair.columns[0]] < met[pair.columns[1]] ? 0 : 1;
        const int column = pair.columns[first], cap = pair.columns[1 - first];
        if (met[cap] < fewest || met[column] >= fewest || !std::isfinite(p.col_lower[cap])) continue;
        auto& f = folds[column];
        if (f.cap >= 0 && f.cap != cap) continue;
        const double a = pair.values[first], b = pair.values[1 - first];
        const bool at_most = std::isfinite(p.row_upper[i]);
        const double bound = at_most ? p.row_upper[i] : p.row_lower[i];
        const bool upper_side = at_most == (a > 0);
        if (upper_side ? f.upper_row >= 0 : f.lower_row >= 0) continue;
        f.cap = cap;
        (upper_side ? f.upper_row : f.lower_row) = i;
        (upper_side ? f.upper_slope : f.lower_slope) = -b / a;
        (upper_side ? f.upper_shift : f.lower_shift) = bound / a;
        (upper_side ? f.upper_coefficient : f.lower_coefficient) = a;
    }
    for (int j = 0; j < p.columns(); ++j) {
        if (folds[j].cap >= 0 && !usable(p, j, folds[j])) folds[j] = {};
    }
    return folds;
}

}  // namespace dure::lp::ipm
