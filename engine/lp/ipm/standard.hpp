// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include "engine/lp/ipm/fold.hpp"
#include "engine/lp/ipm/form.hpp"
#include "engine/lp/problem.hpp"

namespace dure::lp::ipm {

/// How a Problem became a Form: x = shift + scale·(form's x) + link·(form's x of the cap).
struct Standard {
    struct Column {
        int place = -1;  ///< in the form; −1: fixed at shift
        int cap_place = -1;
        double shift = 0, scale = 1, link = 0;
    };
    Form form;
    std::vector<Column> columns;
    std::vector<int> row_place;  ///< in the form; −1: folded away
    Vec row_scale;               ///< y = cost_unit · row_scale · (form's y)
    std::vector<Fold> folds;
    double cost_unit = 1;
    double objective_unit = 1;    ///< what 1 of the problem's objective is in the form's
    double objective_offset = 0;  ///< objective − form's objective, in the form's units
};

/// Bounds shifted to 0, rows made equations, folds taken in, columns and rows scaled, dense ones set apart.
/// Of no use when `stop` was requested before it ended.
Standard make_standard(const Problem& p, const std::stop_token& stop = {});

/// The point of p, which s was made of, that a point of the form stands for. Duals of rows that were folded
/// away are chosen so that their column's reduced cost comes out exactly, however small the column's unit is.
void recover(const Problem& p, const Standard& s, const Point& at, Vec& x, Vec& y);

}  // namespace dure::lp::ipm
