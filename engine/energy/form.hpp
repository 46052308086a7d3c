// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/energy/indexed.hpp"
#include "engine/energy/layout.hpp"
#include "engine/lp/problem.hpp"

namespace dure::energy {

/// The pattern that every period repeats. A row number below rows_per_period is a slot of the same period; a
/// row of the year is rows_per_period + its number.
struct Term {
    int row = 0;
    Coefficient value;
};

/// A bound by period; none: infinite.
using Bound = std::optional<Coefficient>;

struct ColumnForm {
    std::string name;
    std::vector<Term> terms;         ///< made ascending by row; equal rows add up
    std::vector<Coefficient> costs;  ///< added up
    Bound lower = Coefficient{}, upper;
    int store =
        -1;  ///< of a level: also in the level's row of the next period, with minus the share that is kept
};

struct RowForm {
    std::string name;
    Bound lower, upper;
};

struct CapacityForm {
    std::string name;
    std::vector<Term> terms;       ///< in every period
    std::vector<Term> year_terms;  ///< once; only the factor counts
    double cost = 0, lower = 0, upper = lp::kInfinity;
};

struct YearRow {
    std::string name;
    double lower = -lp::kInfinity, upper = lp::kInfinity;
};

struct Form {
    Layout layout;
    std::vector<ColumnForm> columns;
    std::vector<RowForm> rows;
    std::vector<CapacityForm> capacities;
    std::vector<YearRow> year_rows;
    double offset = 0;
};

/// Flows, balances, storage, power flow and capacities.
Form make_form(const Indexed& network);

/// Adds the rows of the active limits, and what they need, to a form of the same network.
void add_limits(const Indexed& network, Form& form);

}  // namespace dure::energy
