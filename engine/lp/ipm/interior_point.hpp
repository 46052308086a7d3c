// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <limits>
#include <stop_token>

#include "engine/lp/ipm/form.hpp"
#include "engine/lp/ipm/kkt.hpp"
#include "engine/lp/ipm/pool.hpp"
#include "engine/lp/ipm/sweeps.hpp"
#include "engine/lp/solver.hpp"

namespace dure::lp::ipm {

enum class Ended {
    converged,
    stalled,    ///< steps became too short, or the iterates left every bound; often there is no optimum
    cancelled,  ///< by the stop token
    limit       ///< of time
};

/// How far the iterates are; residuals and gap relative, as the certificate counts them but in the form's
/// units.
struct Standing {
    int iteration = 0;
    double objective = 0, gap = 0, primal = 0, dual = 0;
};

struct Rules {
    int correctors = 2;  ///< of Gondzio's, after Mehrotra's own
    int most_iterations = 200;
    double primal_regularisation = 1e-10;
    double free_regularisation = 1e-7;  ///< of columns without bounds, in their step only
    double objective_unit = 1;          ///< what 1 of the problem's objective is in the form's
    double objective_offset = 0;        ///< in the form's units; counts in the relative gap only
    std::stop_token stop;
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::function<void(const Standing&)> watch;
    /// Asked before every step; true ends as stalled.
    std::function<bool(const Standing&)> hopeless;
};

/// Infeasible primal-dual interior point with Mehrotra's predictor and corrector (SIAM J. Optim. 2, 1992),
/// corrector weights found apart for primal and dual (Colombo, Gondzio, COAP 41, 2008), Gondzio's multiple
/// correctors (COAP 6, 1996) and separate step lengths; in general Wright, Primal-Dual Interior-Point Methods
/// (1997). Regularisation enters the steps only, so that the solved problem is the one given.
class InteriorPoint {
  public:
    InteriorPoint(const Form& form, Kkt& kkt, Pool& pool, Rules rules);

    /// Where the iterations begin: to be called before run(). When called again, iterations count on.
    void begin_at(const Point& point);

    /// Residuals and gap where it stands, without a step.
    const Standing& look();

    /// Goes on until residuals and gap are below `tolerance`; may be called again with a smaller one.
    Ended run(double tolerance);

    const Point& point() const { return at_; }
    const Standing& standing() const { return standing_; }
    const Spent& spent() const { return spent_; }

  private:
    bool measure();
    bool converged(double tolerance) const;
    bool getting_on();
    void weigh();
    bool factor();
    bool predict();
    void correct();
    void balance();
    void advance();
    void solve_for(const AimAt& at, Vec& dy);
    Trials try_corrector(const AimAt& at, double lowest);
    bool adopt(const Trials& trials, double lowest, double gain);
    template <class F>
    void over_ranges(const F& f);
    void multiply(const Vec& x, Vec& out);
    void multiply_transposed(const Vec& y, Vec& out);
    double cap_value(const Range& r, const Vec& v) const;

    const Form& form_;
    Kkt& kkt_;
    Pool& pool_;
    Rules rules_;
    const Sweeps& do_;
    std::vector<Range> ranges_;
    Point at_, step_, corrector_;
    Weights weights_;
    Vec kept_, q_, wq_, aty_, dual_residual_, upper_residual_;
    Vec row_residual_, rows_, caps_, cap_step_, cap_dual_;
    Arrays arrays_{};
    Standing standing_;
    Spent spent_;
    double products_ = 0, pairs_ = 0, target_ = 0;
    double rhs_norm_ = 0, cost_norm_ = 0;
    double primal_step_ = 0, dual_step_ = 0;
    int short_steps_ = 0;
    double best_ = std::numeric_limits<double>::infinity(), best_residual_ = best_;
    int best_at_ = 0;
};

}  // namespace dure::lp::ipm
