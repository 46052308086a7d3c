// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "engine/lp/ipm/form.hpp"
#include "engine/lp/ipm/structure.hpp"

namespace dure::lp::ipm {

/// Periods lie in `kLanes` · groups chunks of consecutive ones: chunk c is lane c % kLanes of group c /
/// kLanes, so that one vector instruction works on the same step of kLanes chunks. Value (group g, step i,
/// lane l) of any slot is at
/// ((g·steps + i)·kLanes + l). How many groups there are does not depend on the machine, nor do the results.
inline constexpr int kLanes = 4;

/// A coefficient of a slot: one a period in this order, or one for all (then kLanes copies, stride 0).
struct Series {
    Vec values;
    int stride = 0;  ///< kLanes or 0 values to go on by a step
};

struct HourFlow {
    struct Entry {
        int row = 0;  ///< slot, or number of a border row
        Series value;
    };
    int column = 0;  ///< place of its first value in the form
    int cap = -1;    ///< number of a border column
    std::vector<Entry> entries, yearly;
};

/// level(t) stands with 1 in its own row of period t and with −keeps(t) in that of the next period.
struct HourLevel {
    int column = 0;
    int cap = -1;
    bool boxed = false;
    Vec keeps;
};

/// A border column's entry in a row slot.
struct HourBorderEntry {
    int row = 0, column = 0;
    Series value;
};

struct Hours {
    int groups = 1, steps = 0;
    int rows = 0, levels = 0;  ///< slots a period; level m has row slot rows − levels + m
    int caps = 0, yearly = 0;  ///< border columns and rows
    int coupled = 0;           ///< the first of the border columns: those that meet the periods
    std::vector<HourFlow> flows;
    std::vector<HourLevel> level;
    std::vector<HourBorderEntry> border;
    Vec corner;  ///< A's part in border rows and columns: yearly × caps

    int values() const { return groups * steps * kLanes; }
    int chunks() const { return groups * kLanes; }
    /// Where period t lies.
    int place(int t) const {
        const int chunk = t / steps, step = t % steps;
        return ((chunk / kLanes) * steps + step) * kLanes + chunk % kLanes;
    }
};

/// A form in the order of `hours`, filled up with columns and rows that mean nothing so that all periods are
/// alike, and where the given form's columns and rows went.
struct HourForm {
    Form form;
    Hours hours;
    std::vector<int> column_place, row_place;
    Vec row_factor;  ///< a given row is multiplied by this
};

/// Nothing when the periods differ too much for that to pay, or `stop` was requested.
std::optional<HourForm> arrange(const Form& form, const Structure& structure,
                                const std::stop_token& stop = {});

struct Standard;

/// Lets `standard` speak of the arranged form instead of the one it was made with.
void rearrange(Standard& standard, const HourForm& arranged);

}  // namespace dure::lp::ipm
