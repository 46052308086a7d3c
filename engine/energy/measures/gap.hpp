// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::energy::measures {

/// Emissions of a year, tCO2e.
struct YearValue {
    int year = 0;
    double value = 0;
};

/// What a measure saves of CO2, by year; tonnes.
struct Contribution {
    std::string id;
    std::string sector, end_use;  ///< what it acts on
    std::vector<YearValue> saved;
};

struct GapYear {
    int year = 0;
    double reference = 0;        ///< emissions without the measures
    double target = 0;           ///< on the path, straight between the years that it states
    double needed = 0;           ///< reference − target, never below zero
    std::vector<double> saved;   ///< of each contribution, in their order
    double total = 0;            ///< their sum
    double without_overlap = 0;  ///< of those that act on the same use only the largest
    double left = 0;             ///< needed − total, never below zero
    double left_without_overlap = 0;
    double closed_percent = 0;  ///< of what is needed; 100 where nothing is
};

/// Year by year from `from` to `to`. `targets` begin with the baseline; `reference` may be one value (frozen
/// at it) or a path. Both go straight between the years stated. Savings of years that a contribution does
/// not state are zero. Errors: measure.no_target, measure.target_too_short {year},
/// measure.reference_too_short {year}, measure.doubled_year {year}, measure.bad_years.
Expected<std::vector<GapYear>> gap_to_target(std::vector<YearValue> targets, std::vector<YearValue> reference,
                                             const std::vector<Contribution>& contributions, int from,
                                             int to);

}  // namespace dure::energy::measures
