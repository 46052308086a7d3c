// SPDX-License-Identifier: Apache-2.0
#include <climits>
#include <cmath>

#include "engine/lp/clp/model.hpp"
#include "engine/lp/method.hpp"
#include "engine/lp/ray.hpp"

namespace dure::lp {
namespace {

using namespace clp;

std::vector<double> owned(double* values, int size) {
    const std::unique_ptr<double[]> hold(values);
    return values ? std::vector<double>(values, values + size) : std::vector<double>{};
}

void negate(std::vector<double>& v) {
    for (double& e : v) e = -e;
}

/// The optimal point of one of ray.hpp's helper programs.
std::vector<double> answer_of(const Problem& helper, bool duals, Watch& watch) {
    const auto model = load(helper);
    solve_once(*model, watch, ClpSolve::presolveOff);
    if (model->status() != kOptimal) return {};
    Solution s;
    take_point(*model, helper, s);
    return duals ? s.y : s.x;
}

/// Clp's Farkas ray in our sign; it keeps none where it sees a contradiction before its first pivot.
std::vector<double> farkas_ray(const ClpSimplex& model, const Problem& p) {
    auto ray = owned(model.infeasibilityRay(), p.rows());
    if (!proves_infeasible(p, ray)) negate(ray);
    return proves_infeasible(p, ray) ? ray : std::vector<double>{};
}

std::vector<double> improving_ray(const ClpSimplex& model, const Problem& p, Watch& watch) {
    auto ray = owned(model.unboundedRay(), p.columns());
    return proves_unbounded(p, ray) ? ray : answer_of(recession(p), false, watch);
}

/// Clp calls programs without a feasible point "dual infeasible", and unbounded ones with an empty column
/// infeasible: its word is taken only with a ray that proves it.
bool decide_without_optimum(const ClpSimplex& model, const Problem& p, Watch& watch, Solution& s) {
    s.status = Status::infeasible;
    if (s.ray = farkas_ray(model, p); !s.ray.empty()) return true;
    s.ray = answer_of(elastic(p), true, watch);
    if (proves_infeasible(p, s.ray)) return true;
    s.status = Status::unbounded;
    s.ray = improving_ray(model, p, watch);
    return proves_unbounded(p, s.ray) || watch.cancelled || watch.out_of_time;
}

std::unexpected<Error> failed(const std::string& method, int status) {
    return fail("lp.solver_failed", {{"method", method}, {"status", std::to_string(status)}});
}

}  // namespace

Expected<Solution> run_clp(const Problem& p, const Options& options) {
    Watch watch{.options = options};
    watch.expected_iterations = 1 + p.rows() + 0.5 * p.columns();
    if (p.entries() > INT_MAX) return fail("lp.too_large", {{"entries", std::to_string(p.entries())}});
    auto model = load(p);
    solve_once(*model, watch, ClpSolve::presolveOn);
    const bool undecided = model->status() != kOptimal && !watch.cancelled && !watch.out_of_time;
    if (undecided) {
        // Presolve gives no rays, and now and then an answer that the whole problem does not bear out.
        model = load(p);
        solve_once(*model, watch, ClpSolve::presolveOff);
    }

    Solution s{.method = "clp-dual"};
    switch (model->status()) {
        case kOptimal:
            take_best_point(*model, p, watch, s);
            s.status = Status::optimal;
            s.vertex = true;
            break;
        case kInfeasible:
        case kUnbounded:
            if (!decide_without_optimum(*model, p, watch, s)) return failed(s.method, model->status());
            break;
        case kStopped:
        case kStoppedByEvent:
            break;
        default:
            return failed(s.method, model->status());
    }
    if (watch.cancelled && s.status != Status::optimal) {
        s.status = Status::cancelled;
    } else if (watch.out_of_time && s.status != Status::optimal) {
        s.status = Status::limit;
    }
    if (s.status == Status::cancelled || s.status == Status::limit) s.ray.clear();
    s.iterations = watch.done;
    return s;
}

}  // namespace dure::lp
