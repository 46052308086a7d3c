// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/lp/ipm/form.hpp"

namespace dure::lp::ipm {

/// Powers of two: A' = diag(row) A diag(column), b' = row·b/size, c' = column·c/cost, x = column·size·x', y =
/// row·cost·y'.
struct Scaling {
    Vec row, column;
    double size = 1, cost = 1;
};

/// Brings the entries of a badly scaled matrix near 1 (Ruiz's equilibration, RAL 2001-034) and the sizes of
/// right side and costs near those that the start expects. Capped columns and caps stay in each other's unit.
/// Applied to the form.
Scaling scale(Form& form);

}  // namespace dure::lp::ipm
