// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/energy/network.hpp"
#include "engine/lp/solver.hpp"

namespace dure::energy {

enum class ConflictKind {
    limit,    ///< a limit of the year
    maximum,  ///< of a capacity that is chosen
    minimum,  ///< likewise
    balance,  ///< what a bus needs or must take, in some hours or all
};

/// Hours that lie together: periods from ≤ t < to.
struct ConflictWindow {
    int from = 0, to = 0;
    double missed_mwh = 0;  ///< that would not be served (or, a surplus, not be taken)
    double missed_mw = 0;   ///< the most at once
    bool needed = true;     ///< the conflict is one without the windows that are not
};

struct ConflictPart {
    ConflictKind kind = ConflictKind::limit;
    std::string pointer;            ///< "/limits/0", "/generators/2/p_nom/maximum", "/buses/1"
    double bound = 0;               ///< as it stands; 0 of a balance
    std::optional<double> relaxed;  ///< the bound nearest to `bound` with which everything else can be kept;
                                    ///< none: changing this alone does not help. Not of a balance.
    double missed_mwh = 0,
           missed_mw = 0;  ///< of a balance: the least that must be missed when all else is kept
    bool helps = false;    ///< giving way here alone makes the rest possible
    bool surplus = false;  ///< of a balance: too much comes, not too little
    std::vector<ConflictWindow> windows;  ///< of a balance, the largest first, at most kMostWindows
};
inline constexpr std::size_t kMostWindows = 6;

/// Why an infeasible network has no solution: a set of limits, bounds of capacities and balances that cannot
/// be kept together, while without any one of them the others can. Every constraint may give way at a penalty
/// (elastic programming: Chinneck, Dravnieks, ORSA Journal on Computing 3, 1991); those with a price at its
/// optimum hold the conflict, and a deletion filter takes out what it does not need. Then each part gives way
/// alone, as little as possible. Empty when the network has a solution, the solver gives up, or it is
/// stopped.
std::vector<ConflictPart> explain(const Network& network, const SeriesValues& series,
                                  const lp::Options& options = {});

}  // namespace dure::energy
