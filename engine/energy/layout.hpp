// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace dure::energy {

/// Where the parts of a network lie in its linear program.
///
/// Periods come one after the other, each as a block of the same shape, so that a solver finds the structure
/// of hours:
///
///     columns  period 0 | period 1 | … | capacities | added capacities
///     rows     period 0 | period 1 | … | added capacities | limits of the year
///
/// The rows of a period are the balances of the buses, then the levels of the stores, then Kirchhoff's law of
/// the cycles, then flow ≤ share · capacity where the capacity is chosen. Only a store's level has an entry
/// in another period: the next one, and from the last period the first where it is cyclic. A slot is a number
/// within the period's block, −1 where there is none.
struct Layout {
    struct Store {
        int charge = -1, discharge = -1, level = -1, spill = -1;
    };

    int periods = 0;
    int rows_per_period = 0, columns_per_period = 0;
    std::vector<int> shed;                   ///< slot, by bus
    std::vector<int> generator, link, line;  ///< slot of the flow
    std::vector<Store> store;
    std::vector<int> capacity_column;  ///< by number of the capacity; −1: fixed
    std::vector<int>
        added_column;            ///< what is built beyond the existing, where a budget asks for it; else −1
    std::vector<int> limit_row;  ///< by limit; −1: not active
    /// Rows of limits are divided by this to be of the size of an hour's rows: by all hours, a budget by its
    /// dearest capacity.
    std::vector<double> limit_scale;

    int column(int period, int slot) const { return period * columns_per_period + slot; }
    int row(int period, int slot) const { return period * rows_per_period + slot; }
    int balance_row(int period, int bus) const { return row(period, bus); }
    int level_row(int period, int store_number) const {
        return row(period, static_cast<int>(shed.size()) + store_number);
    }
};

}  // namespace dure::energy
