// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace dure::lp {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A linear program, minimised:
///
///     min  offset + cᵀx    subject to  row_lower ≤ A x ≤ row_upper,  col_lower ≤ x ≤ col_upper
///
/// A is held by columns (compressed): the entries of column j are index[k], value[k] for start[j] ≤ k <
/// start[j+1], row indices ascending within a column, no entry twice. Missing bounds are ±kInfinity. Nothing
/// may be NaN.
struct Problem {
    std::vector<std::int64_t> start{0};  ///< size columns() + 1
    std::vector<std::int32_t> index;     ///< row of each entry
    std::vector<double> value;           ///< coefficient of each entry
    std::vector<double> cost;            ///< c, size columns()
    std::vector<double> col_lower, col_upper;
    std::vector<double> row_lower, row_upper;
    double offset = 0;
    std::vector<std::string> col_names, row_names;  ///< empty, or one a column or row
    std::string name;

    int columns() const { return static_cast<int>(cost.size()); }
    int rows() const { return static_cast<int>(row_lower.size()); }
    std::int64_t entries() const { return static_cast<std::int64_t>(value.size()); }

    bool operator==(const Problem&) const = default;
};

}  // namespace dure::lp
