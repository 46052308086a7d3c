// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/progress.hpp"
#include "engine/lp/problem.hpp"

namespace dure::lp {

enum class Status { optimal, infeasible, unbounded, limit, cancelled };
enum class Method { automatic, ipm, clp };

/// What a solve leaves for the next one of a like problem; see Options::start.
struct WarmStart;

struct Options {
    Method method = Method::automatic;
    int threads = 0;  ///< 0: as many as the machine has
    double time_limit_seconds = std::numeric_limits<double>::infinity();
    ProgressCallback progress;
    std::stop_token stop;
    /// Of an earlier solve of a problem with the same pattern and other numbers: fewer iterations. One that
    /// does not fit is not used. The answer is the same to the tolerances either way.
    std::shared_ptr<const WarmStart> start;
    bool keep_start = false;  ///< fills Solution::start
    /// Moves an interior point's answer to a corner by Clp: exact prices, no quantity shared among equals.
    /// Takes as long as a simplex needs; stopped on the way, or out of time, the interior answer stands.
    bool vertex = false;
};

/// What is proved about a returned point, computed by us from x and y alone on the problem as it was given.
/// With z = c − Aᵀy split by sign onto the finite bounds of columns, and y onto those of rows.
struct Certificate {
    double objective = 0;        ///< offset + cᵀx
    double dual_objective = 0;   ///< offset + what y and z earn at the bounds
    double primal_residual = 0;  ///< ‖violation of rows and column bounds‖∞ / (1 + ‖finite bounds of rows‖∞)
    double dual_residual = 0;    ///< ‖reduced cost that no finite bound can carry‖∞ / (1 + ‖c‖∞)
    double gap = 0;              ///< |objective − dual_objective| / (1 + |objective|)

    bool operator==(const Certificate&) const = default;
};

/// Where an interior point's wall time went, in seconds: by kernel, over all iterations. All 0 of a simplex.
struct Spent {
    double prepare = 0;   ///< presolve, scaling, finding the hours, memory
    double factor = 0;    ///< factorising the Newton system
    double solve = 0;     ///< solving with the factors
    double products = 0;  ///< A x and Aᵀ y
    double sweeps = 0;    ///< the loops over columns: weights, right sides, step lengths, steps
    int factors = 0, solves = 0;
};

struct Solution {
    Status status = Status::limit;
    std::vector<double> x;  ///< one a column; empty unless a point is known
    std::vector<double> y;  ///< one a row: change of the objective per unit of the row's bound; empty as x
    std::optional<Certificate> certificate;  ///< always there when status is optimal
    /// Farkas ray (one a row) when infeasible, improving ray (one a column) when unbounded; empty when the
    /// solver has none.
    std::vector<double> ray;
    long iterations = 0;
    double seconds = 0;  ///< wall time of solving and certifying
    Spent spent;
    std::shared_ptr<const WarmStart> start;  ///< where asked for and known
    bool warm = false;                       ///< began from Options::start
    bool vertex = false;                     ///< the point is a corner: a simplex ended there
    std::string method;                      ///< the solver that answered, e.g. "clp-dual", "ipm-hours"
};

/// Solves p. Errors: `lp.invalid` (shape, NaN, crossed indices), `lp.solver_failed`, `lp.certificate_failed`.
/// Infeasible and unbounded are answers, not errors.
Expected<Solution> solve(const Problem& p, const Options& options = {});

/// The certificate of any point; x has columns() values and y rows().
Certificate certify(const Problem& p, const std::vector<double>& x, const std::vector<double>& y);

}  // namespace dure::lp
