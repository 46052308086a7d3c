// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace dure::lp::ipm {

using Vec = std::vector<double>;

/// What a column of a Form must keep: nothing, x ≥ 0, or x ≥ 0 and x + s = upper (+ its cap), s ≥ 0.
enum class Kind { free, lower, boxed };

/// A run of columns [begin, end) that are treated alike. `cap` is the column v of x + s = upper + v, −1:
/// none; only a border column of kind lower or boxed is a cap.
struct Segment {
    Kind kind = Kind::lower;
    int cap = -1;
    int begin = 0, end = 0;
    bool kept = false;
};

/// The program that the interior point works on, scaled to numbers near 1:
///
///     min cᵀx   subject to   A x = b,   x as its Kind says.
///
/// Rows from `border_row` and columns from `border_col` on are the border: the few that meet many others
/// (capacities, yearly limits). They are kept apart from the sparse factor (Schur complement). A is held by
/// columns; row indices ascend. Border columns come one a segment or several, after all others.
struct Form {
    int rows = 0, columns = 0;
    int border_row = 0, border_col = 0;
    std::vector<int> start{0}, index;
    Vec value;
    Vec cost, upper;  ///< one a column; upper counts for boxed ones
    Vec rhs;          ///< one a row
    std::vector<Segment> segments;

    int border_size() const { return rows - border_row + columns - border_col; }
};

/// x, z (dual of x ≥ 0), s, u (dual of s ≥ 0) one a column, y one a row: a point or a direction.
struct Point {
    Vec x, z, s, u, y;

    Point() = default;
    Point(int columns, int rows)
        : x(static_cast<std::size_t>(columns)),
          z(x.size()),
          s(x.size()),
          u(x.size()),
          y(static_cast<std::size_t>(rows)) {}
};

}  // namespace dure::lp::ipm
