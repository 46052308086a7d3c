// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

namespace dure::energy {

struct CycleStep {
    int line = 0;
    int direction = 1;  ///< +1 along the line from its first to its second end, −1 against it
};
using Cycle = std::vector<CycleStep>;

/// A basis of the cycles of a graph: the fundamental cycles of a breadth-first spanning forest, one for every
/// line outside it (lines − buses + connected parts of them). Voltage angles exist for flows f exactly when Σ
/// direction·impedance·f = 0 over each (Kirchhoff's voltage law; cycle formulation after Hörsch and others,
/// Electric Power Systems Research 158, 2018). `ends`: the two buses of each line, which differ; parallel
/// lines are allowed.
std::vector<Cycle> cycle_basis(int buses, const std::vector<std::pair<int, int>>& ends);

}  // namespace dure::energy
