// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <vector>

#include "engine/lp/ipm/form.hpp"
#include "engine/lp/problem.hpp"

namespace dure::lp::ipm {

/// One reduction, and what undoing it needs (Andersen, Andersen, Mathematical Programming 71, 1995).
struct Reduction {
    enum class Kind {
        fixed_column,  ///< x[column] = value
        row_to_bound,  ///< row: coefficient·x[column] within its bounds, now bounds of the column
        forcing_row,  ///< row: met only with all its columns at the bounds where they were fixed; see `upper`
        free_singleton,   ///< x[column] is free and only in `row`: it takes up whatever the row asks for
        parallel_row,     ///< row = coefficient · row2; the tighter bounds stayed with row2
        parallel_column,  ///< x[column2] stood for x[column2] + coefficient·x[column]
    };
    Kind kind;
    int row = -1, column = -1, row2 = -1, column2 = -1;
    double value = 0, coefficient = 0;
    bool lower = false, upper = false;  ///< which bounds came from here
    double column_lower = 0, column_upper = 0, column2_lower = 0, column2_upper = 0;
    std::size_t begin = 0, end = 0;  ///< other entries of the row, in Presolved::entries
};

struct Presolved {
    enum class Found {
        reduced,
        infeasible,  ///< a suspicion, to be proved elsewhere
        unbounded,   ///< likewise
        stopped      ///< by the token
    };
    Found found = Found::reduced;
    Problem problem;
    std::vector<int> column_of, row_of;  ///< of the original, by the reduced problem's
    std::vector<Reduction> reductions;
    struct Entry {
        int column;
        double value;
    };
    std::vector<Entry> entries;
};

/// Takes out of p: empty, free, singleton, forcing and parallel rows; fixed, empty, dominated and parallel
/// columns and free column singletons. Entries that stay keep their values.
Presolved presolve(const Problem& p, const std::stop_token& stop = {});

/// The point of `original` that x and y of the reduced problem stand for.
void postsolve(const Problem& original, const Presolved& reduced, const Vec& reduced_x, const Vec& reduced_y,
               Vec& x, Vec& y);

}  // namespace dure::lp::ipm
