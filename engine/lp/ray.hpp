// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/lp/problem.hpp"

namespace dure::lp {

/// Whether y (one a row) proves that p has no feasible point (Farkas): over all x within the column bounds
/// yᵀA x stays below what the rows demand of it. Computed from y and p alone; entries that an infinite bound
/// would have to carry may be at most 1e-9 of their column's or row's scale, and the proof's margin must be
/// above 1e-9 of the terms it is made of.
bool proves_infeasible(const Problem& p, const std::vector<double>& y);

/// Whether moving along d (one a column) never leaves the rows and bounds and lowers the objective; with the
/// same tolerances. It proves unboundedness of a problem that has a feasible point.
bool proves_unbounded(const Problem& p, const std::vector<double>& d);

/// min Σ(over + under) with every row loosened by its own over and under: always feasible; its dual values
/// are a Farkas ray of p when its optimum is above 0.
Problem elastic(const Problem& p);

/// min cᵀd over the directions −1 ≤ d ≤ 1 that never leave p: its optimal point is an improving ray when
/// below 0.
Problem recession(const Problem& p);

}  // namespace dure::lp
