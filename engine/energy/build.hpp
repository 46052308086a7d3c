// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/indexed.hpp"
#include "engine/energy/layout.hpp"
#include "engine/lp/problem.hpp"

namespace dure::energy {

/// A network as a linear program: minimise capital cost a year and weighted operation, with the balance of
/// every bus in every period. The offset is the capital cost of fixed capacities.
struct Program {
    lp::Problem problem;
    Layout layout;
};

/// Writes the program straight into compressed columns, without a triplet or a name a variable. With `names`
/// columns and rows are called like "generator3:Wind_Park:12" (for MPS files).
Program build(const Indexed& network, bool names = false);

}  // namespace dure::energy
