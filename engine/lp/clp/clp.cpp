// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <climits>
#include <cmath>
#include <coin/ClpEventHandler.hpp>
#include <coin/ClpSimplex.hpp>
#include <coin/ClpSolve.hpp>
#include <memory>

#include "engine/lp/method.hpp"
#include "engine/lp/ray.hpp"

namespace dure::lp {
namespace {

using Clock = std::chrono::steady_clock;

// Clp's statuses, as ClpModel::status() documents them.
constexpr int kOptimal = 0, kInfeasible = 1, kUnbounded = 2, kStopped = 3, kStoppedByEvent = 5;
// Worse than this and the point is polished with tighter tolerances; far below what solve() refuses.
constexpr double kGoodCertificate = 1e-9;

/// What the event handler sees of a run; Clp copies handlers, so they share this.
struct Watch {
    const Options& options;
    Clock::time_point begin = Clock::now();
    Clock::time_point reported = begin;
    double expected_iterations = 1;
    double fraction = 0;
    long done = 0;  ///< iterations of earlier calls
    bool cancelled = false, out_of_time = false;

    bool must_stop() {
        if (options.stop.stop_requested()) cancelled = true;
        const std::chrono::duration<double> spent = Clock::now() - begin;
        if (spent.count() > options.time_limit_seconds) out_of_time = true;
        return cancelled || out_of_time;
    }

    void report(const ClpSimplex& model) {
        const auto now = Clock::now();
        if (!options.progress || now - reported < std::chrono::milliseconds(200)) return;
        reported = now;
        const long iterations = done + model.getIterationCount();
        // How many pivots remain is not known; this rises steadily and never reaches 1.
        const double guess = 1 - std::exp(-static_cast<double>(iterations) / expected_iterations);
        fraction = std::max(fraction, guess);
        options.progress({.fraction = fraction,
                          .stage = "solve",
                          .details = {{"iteration", std::to_string(iterations)},
                                      {"objective", std::to_string(model.objectiveValue())}}});
    }
};

class StopHandler : public ClpEventHandler {
  public:
    explicit StopHandler(Watch& watch) : watch_(&watch) {}
    ClpEventHandler* clone() const override { return new StopHandler(*this); }
    int event(Event) override {
        if (watch_->must_stop()) return 0;
        if (model_) watch_->report(*model_);
        return -1;
    }

  private:
    Watch* watch_;
};

std::unique_ptr<ClpSimplex> load(const Problem& p) {
    auto model = std::make_unique<ClpSimplex>();
    model->setLogLevel(0);
    model->messageHandler()->setLogLevel(0);
    std::vector<CoinBigIndex> start(p.start.begin(), p.start.end());
    model->loadProblem(p.columns(), p.rows(), start.data(), p.index.data(), p.value.data(),
                       p.col_lower.data(), p.col_upper.data(), p.cost.data(), p.row_lower.data(),
                       p.row_upper.data());
    return model;
}

void solve_once(ClpSimplex& model, Watch& watch, ClpSolve::PresolveType presolve) {
    StopHandler handler(watch);
    model.passInEventHandler(&handler);
    ClpSolve how;
    how.setSolveType(ClpSolve::useDual);
    how.setPresolveType(presolve);
    // Else Clp takes SIGINT from the program while it solves.
    how.setSpecialOption(2, 1);
    model.initialSolve(how);
    watch.done += model.getIterationCount();
}

void take_point(const ClpSimplex& model, const Problem& p, Solution& s) {
    const double* x = model.getColSolution();
    const double* y = model.getRowPrice();
    s.x.assign(x, x + p.columns());
    s.y.assign(y, y + p.rows());
    // The simplex leaves bounds by its tolerance; a point on its bounds is never worse.
    for (std::size_t j = 0; j < s.x.size(); ++j) s.x[j] = std::clamp(s.x[j], p.col_lower[j], p.col_upper[j]);
}

double worst(const Problem& p, const Solution& s) {
    const auto c = certify(p, s.x, s.y);
    const double w = std::max({c.primal_residual, c.dual_residual, c.gap});
    return std::isnan(c.gap) ? kInfinity : w;
}

/// The optimal point; solved again from its basis with tight tolerances where Clp's own were too loose for
/// us.
void take_best_point(ClpSimplex& model, const Problem& p, Watch& watch, Solution& s) {
    take_point(model, p, s);
    double quality = worst(p, s);
    for (const double tolerance : {1e-9, 1e-10}) {
        if (quality <= kGoodCertificate || watch.must_stop()) return;
        model.setPrimalTolerance(tolerance);
        model.setDualTolerance(tolerance);
        model.primal(1);
        watch.done += model.getIterationCount();
        if (model.status() != kOptimal) return;
        Solution polished;
        take_point(model, p, polished);
        if (const double q = worst(p, polished); q < quality) {
            quality = q;
            s.x = std::move(polished.x);
            s.y = std::move(polished.y);
        }
    }
}

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
