// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/lp/solver.hpp"

namespace dure::lp {

// What solve() dispatches to. Each takes a problem that passed validate() and has entries, and returns a
// point with status; solve() computes certificate and seconds, and checks rays. A method that cannot say sets
// Status::limit or fails with `lp.solver_failed`.

/// Clp's dual simplex (engine/lp/clp).
Expected<Solution> run_clp(const Problem& p, const Options& options);

/// Our interior point (engine/lp/ipm). Where it does not get there, Clp answers and `method` says so.
Expected<Solution> run_ipm(const Problem& p, const Options& options);

/// Moves an optimal point of the inside to a corner: s keeps its values when that does not come out or is
/// stopped.
bool to_vertex(const Problem& p, const Options& options, Solution& s);

}  // namespace dure::lp
