// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/solver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "engine/lp/method.hpp"
#include "engine/lp/ray.hpp"
#include "engine/lp/validate.hpp"

namespace dure::lp {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kWorstCertificate = 1e-6;
/// Rows and columns up to which `automatic` takes the simplex: it is quick there and ends on a corner.
constexpr int kMostForSimplex = 2000;

/// No entries: every row is 0 and every column goes where its cost sends it.
Solution solve_without_entries(const Problem& p) {
    const auto columns = static_cast<std::size_t>(p.columns()), rows = static_cast<std::size_t>(p.rows());
    Solution s{.status = Status::optimal, .method = "none"};
    for (std::size_t i = 0; i < rows; ++i) {
        if (p.row_lower[i] <= 0 && p.row_upper[i] >= 0) continue;
        s.status = Status::infeasible;
        s.ray.assign(rows, 0);
        s.ray[i] = p.row_lower[i] > 0 ? 1 : -1;
        return s;
    }
    std::vector<double> x(columns);
    for (std::size_t j = 0; j < columns; ++j) {
        const double wanted = p.cost[j] > 0 ? p.col_lower[j] : p.cost[j] < 0 ? p.col_upper[j] : 0;
        if (!std::isfinite(wanted)) {
            s.status = Status::unbounded;
            s.ray.assign(columns, 0);
            s.ray[j] = wanted > 0 ? 1 : -1;
            return s;
        }
        x[j] = std::clamp(wanted, p.col_lower[j], p.col_upper[j]);
    }
    s.x = std::move(x);
    s.y.assign(rows, 0);
    return s;
}

Expected<Solution> run(const Problem& p, const Options& options) {
    if (options.stop.stop_requested()) return Solution{.status = Status::cancelled, .method = "none"};
    if (p.entries() == 0) return solve_without_entries(p);
    if (options.method == Method::ipm) return run_ipm(p, options);
    if (options.method == Method::clp) return run_clp(p, options);
    if (p.rows() + p.columns() > kMostForSimplex) return run_ipm(p, options);
    auto by_simplex = run_clp(p, options);
    return by_simplex ? by_simplex : run_ipm(p, options);
}

/// The fraction of the whole that an interior point is taken for when a corner is to follow.
constexpr double kInterior = 0.2;

Options reporting_between(const Options& options, double from, double to) {
    Options part = options;
    if (options.progress)
        part.progress = [tell = options.progress, from, to](const Progress& p) {
            tell({.fraction = from + (to - from) * p.fraction, .stage = p.stage, .details = p.details});
        };
    return part;
}

void move_to_vertex(const Problem& p, const Options& options, Clock::time_point begin, Solution& s) {
    Options rest = reporting_between(options, kInterior, 1);
    rest.time_limit_seconds -= std::chrono::duration<double>(Clock::now() - begin).count();
    if (!to_vertex(p, rest, s)) return;
    s.vertex = true;
    s.method += ", corner by clp";
}

void drop_unproved_ray(const Problem& p, Solution& s) {
    const bool proved = (s.status == Status::infeasible && proves_infeasible(p, s.ray)) ||
                        (s.status == Status::unbounded && proves_unbounded(p, s.ray));
    if (!proved) s.ray.clear();
}

}  // namespace

Expected<Solution> solve(const Problem& p, const Options& options) {
    const auto begin = Clock::now();
    if (auto ok = validate(p); !ok) return std::unexpected(ok.error());
    auto solution = run(p, options.vertex ? reporting_between(options, 0, kInterior) : options);
    if (!solution) return solution;
    if (options.vertex && solution->status == Status::optimal && !solution->vertex)
        move_to_vertex(p, options, begin, *solution);
    if (!solution->x.empty() || (p.columns() == 0 && solution->status == Status::optimal))
        solution->certificate = certify(p, solution->x, solution->y);
    if (solution->status == Status::optimal) {
        const auto& c = *solution->certificate;
        // Written so that a NaN fails.
        if (!(std::max({c.primal_residual, c.dual_residual, c.gap}) <= kWorstCertificate) ||
            std::isnan(c.gap))
            return fail("lp.certificate_failed",
                        {{"primal_residual", fmt::format("{:.1e}", c.primal_residual)},
                         {"dual_residual", fmt::format("{:.1e}", c.dual_residual)},
                         {"gap", fmt::format("{:.1e}", c.gap)}});
    }
    drop_unproved_ray(p, *solution);
    solution->seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return solution;
}

}  // namespace dure::lp
