// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::energy {

using MonthlySums = std::array<double, 12>;  ///< MWh, January first

/// A CSV table (csv_table.hpp) of twelve rows `month,mwh` in any order; other columns may hold anything.
/// Errors beside those of the table and its cells, every one at once: months.bad_month {text}, months.doubled
/// {month}, months.negative {month, text}, months.too_large {month, text}, months.missing {months},
/// months.all_zero.
Checked<MonthlySums> read_monthly_sums(std::string_view text, std::string_view file);

struct Calibrated {
    std::vector<double> values;
    bool smooth = true;  ///< false: one factor a month, with steps between months
};

/// A year's hours of `shape` (≥ 0, 8760 or 8784 of them) times a factor, so that each month has its sum to
/// 1e-9 of it. The factor runs straight from the middle of one month to the middle of the next, December into
/// January, and its twelve corners are those with which the sums come out: the mean-preserving interpolation
/// of Killworth (Journal of Physical Oceanography 26, 1996, 136–143), weighted here by the shape. Within a
/// month hours keep their order but for that slow change. Where a corner would be negative (sums that jump)
/// there is no such factor ≥ 0; each month then has one factor of its own and `smooth` is false. Error:
/// months.no_shape {month}, a sum in a month where the shape is 0.
Checked<Calibrated> calibrate_to_months(int year, const std::vector<double>& shape, const MonthlySums& sums);

}  // namespace dure::energy
