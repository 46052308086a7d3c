// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/lp/neumaier.hpp"
#include "engine/lp/solver.hpp"

namespace dure::lp {
namespace {

double largest_finite(const std::vector<double>& values) {
    double largest = 0;
    for (const double v : values) {
        if (std::isfinite(v)) largest = std::max(largest, std::abs(v));
    }
    return largest;
}

double violation(double value, double lower, double upper) {
    // A NaN must not pass as "no violation": the comparison is false for it.
    if (value >= lower && value <= upper) return 0;
    if (std::isnan(value)) return kInfinity;
    return std::max(lower - value, value - upper);
}

/// What a multiplier earns at its bounds; one that no finite bound can carry goes to `uncarried`.
void settle(double multiplier, double lower, double upper, NeumaierSum& earned, double& uncarried) {
    const double bound = multiplier > 0 ? lower : upper;
    if (multiplier == 0) return;
    if (std::isfinite(bound) && std::isfinite(multiplier)) {
        earned.add(multiplier * bound);
    } else {
        uncarried = std::isnan(multiplier) ? kInfinity : std::max(uncarried, std::abs(multiplier));
    }
}

}  // namespace

Certificate certify(const Problem& p, const std::vector<double>& x, const std::vector<double>& y) {
    const auto columns = static_cast<std::size_t>(p.columns()), rows = static_cast<std::size_t>(p.rows());
    std::vector<NeumaierSum> activity(rows);
    NeumaierSum objective(p.offset), earned(p.offset);
    double primal = 0, uncarried = 0;
    for (std::size_t j = 0; j < columns; ++j) {
        objective.add(p.cost[j] * x[j]);
        primal = std::max(primal, violation(x[j], p.col_lower[j], p.col_upper[j]));
        NeumaierSum reduced(p.cost[j]);
        for (auto k = static_cast<std::size_t>(p.start[j]); k < static_cast<std::size_t>(p.start[j + 1]);
             ++k) {
            const auto row = static_cast<std::size_t>(p.index[k]);
            activity[row].add(p.value[k] * x[j]);
            reduced.add(-p.value[k] * y[row]);
        }
        settle(reduced.value(), p.col_lower[j], p.col_upper[j], earned, uncarried);
    }
    for (std::size_t i = 0; i < rows; ++i) {
        primal = std::max(primal, violation(activity[i].value(), p.row_lower[i], p.row_upper[i]));
        settle(y[i], p.row_lower[i], p.row_upper[i], earned, uncarried);
    }
    Certificate c;
    c.objective = objective.value();
    c.dual_objective = earned.value();
    c.primal_residual = primal / (1 + std::max(largest_finite(p.row_lower), largest_finite(p.row_upper)));
    c.dual_residual = uncarried / (1 + largest_finite(p.cost));
    c.gap = std::abs(c.objective - c.dual_objective) / (1 + std::abs(c.objective));
    return c;
}

}  // namespace dure::lp
