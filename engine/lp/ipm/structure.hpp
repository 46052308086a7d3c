// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "engine/lp/ipm/form.hpp"

namespace dure::lp::ipm {

/// A Form seen as a chain of alike periods (hours): rows in the same slot of their periods play the same
/// part. Levels are columns that carry something from a row of one period into the same row of the next; all
/// other columns stay within their period. What belongs to the border has period −1.
struct Structure {
    int periods = 0, slots = 0, levels = 0;  ///< the last `levels` slots are the level rows
    bool cyclic = false;                     ///< some level leads from the last period to the first
    std::vector<int> row_period, row_slot;   ///< one a row of the form
    std::vector<int> column_period;          ///< one a column; a level's is the earlier of its two
    std::vector<int> level_slot;             ///< one a column: which level it is, −1: none
};

/// Found from the pattern alone, whatever the order of rows and columns; nothing when the form is not such a
/// chain of at least 64 periods, or `stop` was requested.
std::optional<Structure> find_structure(const Form& form, const std::stop_token& stop = {});

}  // namespace dure::lp::ipm
