// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/clp/model.hpp"

#include <algorithm>
#include <cmath>

namespace dure::lp::clp {
namespace {

// Worse than this and the point is polished with tighter tolerances; far below what solve() refuses.
constexpr double kGoodCertificate = 1e-9;

double worst(const Problem& p, const Solution& s) {
    const auto c = certify(p, s.x, s.y);
    const double w = std::max({c.primal_residual, c.dual_residual, c.gap});
    return std::isnan(c.gap) ? kInfinity : w;
}

}  // namespace

bool Watch::must_stop() {
    if (options.stop.stop_requested()) cancelled = true;
    const std::chrono::duration<double> spent = Clock::now() - begin;
    if (spent.count() > options.time_limit_seconds) out_of_time = true;
    return cancelled || out_of_time;
}

void Watch::report(const ClpSimplex& model) {
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
int StopHandler::event(Event) {
    if (watch_->must_stop()) return 0;
    if (model_) watch_->report(*model_);
    return -1;
}

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

}  // namespace dure::lp::clp
