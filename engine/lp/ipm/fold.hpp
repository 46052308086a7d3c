// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/lp/problem.hpp"

namespace dure::lp::ipm {

/// A column x that rows of two entries bound by another column K, its cap:
/// lower_slope·K + lower_shift ≤ x ≤ upper_slope·K + upper_shift. Such rows leave the program: in x' = x −
/// (lower side) and s = (upper side) − x they are a bound, and the Newton system takes them in closed form,
/// by sums of positive terms.
struct Fold {
    int cap = -1;                        ///< column K; −1: the column is not folded
    int lower_row = -1, upper_row = -1;  ///< −1: the side is the column's own bound (which may be infinite)
    double lower_slope = 0, lower_shift = 0, lower_coefficient = 0;
    double upper_slope = 0, upper_shift = 0, upper_coefficient = 0;
};

/// The fold of every column. A column is a cap when at least `fewest` rows of two entries have it.
std::vector<Fold> find_folds(const Problem& p, int fewest = 4);

}  // namespace dure::lp::ipm
