// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A region's energy balance of a year, sector × source, from what is known of it: never filled in silently.
/// All values are in one unit. What is added up and what is missing is said; an estimate is made only when
/// asked for, and apart.
namespace dure::energy {

/// What is known. Sectors and items (sources of energy) are codes.
struct BalanceFacts {
    std::optional<double> final_total;
    std::map<std::string, double> final_by_sector, final_by_item;
    std::map<std::pair<std::string, std::string>, double> final_cells;  ///< sector, item
    std::optional<double> supply_total;
    std::map<std::string, double> supply;                                  ///< by item
    std::map<std::pair<std::string, std::string>, double> transformation;  ///< plant, item: input negative
};

/// A value that would be needed and is not there. Empty sector, item: the whole.
struct Gap {
    enum class Kind {
        final_total,    ///< nothing to hold the parts against
        final_sectors,  ///< the sectors known leave a rest of the whole
        final_items,    ///< the sources known leave a rest of the whole
        final_cell,     ///< what a sector uses of a source
        supply          ///< of an item
    };
    Kind kind = Kind::final_total;
    std::string sector, item;
    std::optional<double> rest;  ///< of the whole, where it is known
    bool operator==(const Gap&) const = default;
};

/// Two ways to the same value that differ by more than rounding (0.5 % of the larger).
struct Mismatch {
    std::string sector, item;  ///< empty: the whole
    double stated = 0, summed = 0;
};

/// A part that was estimated.
struct Estimate {
    std::string sector, item;  ///< item empty: the sources that are not told apart
    double value = 0;
};

struct Balance {
    std::vector<std::string> sectors, items;
    BalanceFacts facts;  ///< with the totals that follow exactly from complete parts
    std::vector<Gap> gaps;
    std::vector<Mismatch> mismatches;
    /// supply + transformation − final, by item; of those where all three are known
    std::map<std::string, double> statistical_difference;
    bool complete() const { return gaps.empty(); }
};

Balance balance_of(BalanceFacts facts);

/// The unknown cells of final use from the totals of sectors and sources alone: each sector is taken to use
/// each source in the proportion of the whole, fitted until rows and columns agree (iterative proportional
/// fitting, Deming & Stephan, Ann. Math. Statist. 11, 1940, 427–444). Nothing where the whole or every sector
/// is unknown, or where known parts exceed their totals.
std::vector<Estimate> estimate_cells(const Balance& balance);

}  // namespace dure::energy
