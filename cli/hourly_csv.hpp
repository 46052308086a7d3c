// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

namespace dure::cli {

struct HourlyColumn {
    const char* name;
    std::vector<double> values;  ///< an hour each of the year, from its first
    int decimals;
};

/// A table of a year's hours, with their local time first. At least one column.
std::string hourly_csv(int year, std::span<const HourlyColumn> columns);

}  // namespace dure::cli
