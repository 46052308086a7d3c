// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.hpp"
#include "engine/lp/problem.hpp"

namespace dure::lp {

/// Whether p keeps what problem.hpp promises: sizes, rising starts, rows in range and ascending within a
/// column, no NaN, finite costs and coefficients, no lower bound above its upper one. Error `lp.invalid` with
/// `what` (shape, start, row_index, coefficient, cost, offset, column_bounds, row_bounds) and `where` (the
/// column's or row's name, else its number from 0).
Expected<void> validate(const Problem& p);

}  // namespace dure::lp
