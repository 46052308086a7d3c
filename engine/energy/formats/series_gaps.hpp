// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/network.hpp"

namespace dure::energy {

/// The values of a series on a time axis, and how many of them were filled.
struct TimedSeries {
    std::vector<double> values;
    int straight = 0;  ///< by a straight line
    int like_day = 0;  ///< by the same hour of like days
};

constexpr double kLongestStraightHours = 3, kLongestGapHours = 14 * 24, kMostFilledShare = 0.05;

/// One column of a CSV file (csv_table.hpp) on the periods of `time`, which passes check(). With a column of
/// times (local_time, time, datetime, timestamp, 시각, 일시) each row goes to its hour, in any order; a file
/// whose first time lies outside the axis is read from that time on. Times are 2030-01-01T00:00, with a blank
/// for the T, seconds 00 and an offset (Z, +09:00) if need be. Without an offset they are local: an hour that
/// daylight saving has twice is the earlier one at its first row and the later at its second. Without times,
/// rows go in order, whatever their number.
///
/// Hours without a row and empty cells are gaps. Without `fill` they are refused by name: gaps.gap {first,
/// last, hours} for the first thirty, gaps.more {count, hours}, and gaps.ask {hours, straight, like_day}.
/// With `fill` a gap of up to three hours between two values is a straight line; any other takes the mean of
/// the same hour of the nearest days of its kind (Monday to Friday, Saturday, Sunday), at most two before and
/// two after within four weeks. Refused all the same: gaps.too_long {first, last, hours} over 14 days,
/// gaps.too_many {hours, most} over 5 % of the axis, gaps.no_like_day {first}. Errors of rows, with their
/// line: gaps.bad_time {text}, gaps.off_axis {text} between two periods, gaps.no_such_hour {text} skipped by
/// daylight saving, gaps.doubled {text}, gaps.outside {text}; and those of csv_series.hpp.
Checked<TimedSeries> read_timed_series(std::string_view text, std::string_view file,
                                       const std::string& column, const Time& time, bool fill);

}  // namespace dure::energy
