// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/lp/ipm/form.hpp"

namespace dure::lp::ipm {

inline constexpr int kTrials = 9;  ///< weights that a corrector is tried with

/// What the right side of a Newton system aims at; rx stands for z·dx + x·dz, rs for u·ds + s·du.
enum class Aim {
    zero,     ///< rx = −x z, with all residuals (Mehrotra's predictor)
    centre,   ///< rx = target − dx dz (his corrector)
    balance,  ///< products after a longer step brought into [low, high]·target (Gondzio's corrector)
    nothing   ///< rx = 0, no residuals
};

struct AimAt {
    Aim aim = Aim::zero;
    double target = 0;                      ///< σ μ
    double primal_step = 1, dual_step = 1;  ///< of `balance`
    static constexpr double kLow = 0.1, kHigh = 10;
};

/// The arrays of an iteration, one value a column; a sweep works on columns [begin, end) of one kind.
struct Arrays {
    const double *cost, *upper;
    double *x, *z, *s, *u;
    double *dual_residual, *upper_residual;  ///< c − Aᵀy − z + u, and upper + cap − x − s
    double *alpha, *beta;                    ///< z/x + ρ, u/s
    double *weight, *pull;                   ///< as Weights
    double *q, *wq;             ///< right side of a column: rx/x − rs/s + β·rv − rd, and times weight
    double* aty;                ///< Aᵀy, or Aᵀdy
    double *dx, *dz, *ds, *du;  ///< the direction
    double *ex, *ez, *es, *eu;  ///< a corrector
};

struct Range {
    Kind kind = Kind::lower;
    int cap = -1;                       ///< border column of the cap
    bool border = false, kept = false;  ///< dx is then part of the solution of the linear system
    bool given() const { return border || kept; }
    int begin = 0, end = 0;
};

/// What the sweep over one Range found; how the ranges are put together is the caller's.
struct Residuals {
    double products = 0;                   ///< Σ x z + s u
    double objective = 0, upper_dual = 0;  ///< Σ c x, Σ u
    double upper_cost = 0;                 ///< Σ upper·u
    double worst_dual = 0, worst_upper = 0;
};

struct Steps {
    double primal = 0, dual = 0;                     ///< max of −dx/x and −dz/z
    double primal_part = 0, dual_part = 0, own = 0;  ///< Σ z dx, Σ x dz, Σ dx dz; s and u included
};

struct Trials {
    double primal[kTrials] = {}, dual[kTrials] = {};  ///< max of −(dx + ω ex)/x
};

/// The loops over columns, compiled once for every instruction set; `sweeps()` has those for this machine.
struct Sweeps {
    Residuals (*residuals)(const Arrays&, const Range&, double cap);
    /// Fills alpha, beta, weight, pull; returns what the range adds to its cap's diagonal.
    double (*weigh)(const Arrays&, const Range&, double regularisation);
    /// Fills q and wq; returns what the range adds to its cap's right side.
    double (*aim)(const Arrays&, const Range&, const AimAt&);
    /// Fills the direction (dx, dz, ds, du) from aty = Aᵀdy and the cap's step.
    Steps (*recover)(const Arrays&, const Range&, const AimAt&, double cap_step, double regularisation);
    /// The same for the corrector (ex, …), with the longest steps that direction + ω corrector allows.
    Trials (*recover_corrector)(const Arrays&, const Range&, const AimAt&, double cap_step,
                                double regularisation, const double* omegas);
    /// d += weight·e, primal and dual apart.
    void (*combine)(const Arrays&, const Range&, double primal, double dual);
    void (*advance)(const Arrays&, const Range&, double primal, double dual);
};

const Sweeps& sweeps();

}  // namespace dure::lp::ipm
