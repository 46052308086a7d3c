// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/lp/clp/model.hpp"
#include "engine/lp/method.hpp"

namespace dure::lp {
namespace {

using namespace clp;

std::vector<double> activities(const Problem& p, const std::vector<double>& x) {
    std::vector<double> sums(static_cast<std::size_t>(p.rows()));
    for (int j = 0; j < p.columns(); ++j) {
        for (auto k = p.start[j]; k < p.start[j + 1]; ++k) sums[p.index[k]] += p.value[k] * x[j];
    }
    return sums;
}

double reduced_cost(const Problem& p, const std::vector<double>& y, int column) {
    double d = p.cost[column];
    for (auto k = p.start[column]; k < p.start[column + 1]; ++k) d -= p.value[k] * y[p.index[k]];
    return d;
}

/// Sizes by which distances and prices are compared.
double size_of(const std::vector<double>& v) {
    double most = 0;
    for (const double e : v) most = std::max(most, std::abs(e));
    return most > 0 ? most : 1;
}

/// Holds a variable at the bound where its multiplier outweighs its distance: strict complementarity tells
/// which ones every optimal point has there (Goldman, Tucker 1956).
void hold(double& lower, double& upper, double value, double multiplier, double size, double price) {
    const double bound = multiplier > 0 ? lower : upper;
    if (!std::isfinite(bound) || std::abs(value - bound) / size >= std::abs(multiplier) / price) return;
    lower = upper = bound;
}

/// p with everything held that no optimal point moves: what is left is the face of the optimal points.
Problem optimal_face(const Problem& p, const Solution& s) {
    Problem face = p;
    const auto rows = activities(p, s.x);
    const double size = size_of(s.x), price = size_of(p.cost);
    for (int j = 0; j < p.columns(); ++j)
        hold(face.col_lower[j], face.col_upper[j], s.x[j], reduced_cost(p, s.y, j), size, price);
    for (int i = 0; i < p.rows(); ++i)
        hold(face.row_lower[i], face.row_upper[i], rows[i], s.y[i], size, price);
    return face;
}

void release(ClpSimplex& model, const Problem& p) {
    std::copy(p.col_lower.begin(), p.col_lower.end(), model.columnLower());
    std::copy(p.col_upper.begin(), p.col_upper.end(), model.columnUpper());
    std::copy(p.row_lower.begin(), p.row_lower.end(), model.rowLower());
    std::copy(p.row_upper.begin(), p.row_upper.end(), model.rowUpper());
}

}  // namespace

bool to_vertex(const Problem& p, const Options& options, Solution& s) {
    Watch watch{.options = options};
    watch.expected_iterations = 1 + 0.2 * p.rows();
    const auto model = load(optimal_face(p, s));
    solve_once(*model, watch, ClpSolve::presolveOn);
    if (watch.must_stop()) return false;
    // A corner of the face is a corner of the whole; what is left are duals that are not feasible yet, and
    // whatever was held by mistake.
    release(*model, p);
    StopHandler handler(watch);
    model->passInEventHandler(&handler);
    model->primal(0);
    watch.done += model->getIterationCount();
    if (model->status() != kOptimal) return false;
    Solution corner;
    take_best_point(*model, p, watch, corner);
    s.x = std::move(corner.x);
    s.y = std::move(corner.y);
    s.iterations += watch.done;
    return true;
}

}  // namespace dure::lp
