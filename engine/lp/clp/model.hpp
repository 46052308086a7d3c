// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <coin/ClpEventHandler.hpp>
#include <coin/ClpSimplex.hpp>
#include <coin/ClpSolve.hpp>
#include <memory>
#include <vector>

#include "engine/lp/solver.hpp"

// What the ways to call Clp share.
namespace dure::lp::clp {

// Clp's statuses, as ClpModel::status() documents them.
inline constexpr int kOptimal = 0, kInfeasible = 1, kUnbounded = 2, kStopped = 3, kStoppedByEvent = 5;

/// What the event handler sees of a run; Clp copies handlers, so they share this.
struct Watch {
    using Clock = std::chrono::steady_clock;
    const Options& options;
    Clock::time_point begin = Clock::now();
    Clock::time_point reported = begin;
    double expected_iterations = 1;
    double fraction = 0;
    long done = 0;  ///< iterations of earlier calls
    bool cancelled = false, out_of_time = false;

    bool must_stop();
    void report(const ClpSimplex& model);
};

/// Stops Clp when the watch says so, and reports its progress.
class StopHandler : public ClpEventHandler {
  public:
    explicit StopHandler(Watch& watch) : watch_(&watch) {}
    ClpEventHandler* clone() const override { return new StopHandler(*this); }
    int event(Event) override;

  private:
    Watch* watch_;
};

/// p in Clp, which says nothing.
std::unique_ptr<ClpSimplex> load(const Problem& p);

/// The dual simplex.
void solve_once(ClpSimplex& model, Watch& watch, ClpSolve::PresolveType presolve);

/// The model's point, on p's bounds.
void take_point(const ClpSimplex& model, const Problem& p, Solution& s);

/// The optimal point; solved again from its basis with tight tolerances where Clp's own were too loose for
/// us.
void take_best_point(ClpSimplex& model, const Problem& p, Watch& watch, Solution& s);

}  // namespace dure::lp::clp
