// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/approval.hpp"

/// How a round moves: values in, values out. Exactly one step is current until the round has ended; it is
/// approved only when every step is.
namespace dure::approvals {

struct Ruling {
    bool approve = true;
    std::string account, account_name;  ///< who decides: the step's holder or a deputy
    std::string note;
    Instant at = 0;
};

/// The step whose turn it is; none once the round has ended.
Step* current_step(Round& round);
const Step* current_step(const Round& round);

/// The first step's turn begins.
void begin(Round& round, Instant now);
/// Decides the current step: the next one's turn begins, or the round ends. Throws std::logic_error when it
/// has ended.
void decide(Round& round, const Ruling& ruling);
/// The drafter takes the round back: what is undecided is skipped.
void recall(Round& round, Instant now);
/// Whether nobody has decided anything yet.
bool untouched(const Round& round);

}  // namespace dure::approvals
