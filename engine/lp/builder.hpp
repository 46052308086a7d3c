// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/lp/problem.hpp"

namespace dure::lp {

/// Builds a Problem from rows, columns and entries that come in any order. Entries of the same place are
/// added up, those that end as 0 are left out. Costs O(entries + rows + columns); 16 bytes an entry until it
/// is finished.
class ProblemBuilder {
  public:
    void reserve(std::size_t rows, std::size_t columns, std::size_t entries);

    /// Names are kept when at least one is given; the others are then named "r<number>" and "c<number>".
    int add_row(double lower, double upper, std::string name = {});
    int add_column(double cost, double lower = 0, double upper = kInfinity, std::string name = {});
    /// The row and the column may be added later.
    void add_entry(int row, int column, double value) { entries_.push_back({row, column, value}); }

    void set_name(std::string name) { problem_.name = std::move(name); }
    void add_offset(double offset) { problem_.offset += offset; }
    void add_cost(int column, double cost) { problem_.cost.at(static_cast<std::size_t>(column)) += cost; }
    int rows() const { return problem_.rows(); }
    int columns() const { return problem_.columns(); }

    /// The problem, checked (`lp.invalid`); the builder is empty afterwards.
    Expected<Problem> finish();

  private:
    struct Entry {
        std::int32_t row, column;
        double value;
    };
    Problem problem_;
    std::vector<Entry> entries_;
};

}  // namespace dure::lp
