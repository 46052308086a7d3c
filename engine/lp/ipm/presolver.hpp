// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/lp/ipm/presolve.hpp"

namespace dure::lp::ipm {

/// presolve() at work: passes over rows and columns (presolve.cpp), then lines that repeat one another
/// (presolve_parallel.cpp).
class Presolver {
  public:
    Presolver(const Problem& p, const std::stop_token& stop);
    Presolved run();

  private:
    using Found = Presolved::Found;
    using Kind = Reduction::Kind;
    struct Entry {
        int at;
        double value;
    };
    /// Entries of one row or column.
    struct Line {
        const Entry *first, *last;
        const Entry* begin() const { return first; }
        const Entry* end() const { return last; }
    };

    Line row(int i) const { return {by_row_.data() + row_start_[i], by_row_.data() + row_start_[i + 1]}; }
    Line column(int j) const {
        return {by_column_.data() + p_.start[j], by_column_.data() + p_.start[j + 1]};
    }
    bool good() const { return out_.found == Found::reduced; }
    bool going() {
        if (good() && stop_.stop_requested()) out_.found = Found::stopped;
        return good();
    }
    bool pass_rows();
    bool pass_columns();
    bool parallel_rows();
    bool parallel_columns();
    void row_to_bound(int row);
    bool forcing_row(int row);
    void force(int row, bool upper);
    bool empty_row(int row);
    bool try_column(int column);
    bool free_singleton(int column);
    bool dominated(int column);
    void fix(int column, double value);
    void drop_row(int row);
    void drop_column(int column);
    bool settle_bounds(double& lower, double& upper);
    void merge_rows(int row, int kept, double factor);
    bool merge_columns(int column, int kept, double factor);
    template <class Alive>
    std::uint64_t shape(const Line& line, const Alive& alive, double& lead) const;
    template <class Alive>
    bool parallel(const Line& a, const Line& b, double factor, const Alive& alive) const;
    void collect();

    const Problem& p_;
    const std::stop_token& stop_;
    Presolved out_;
    Vec cost_, col_lower_, col_upper_, row_lower_, row_upper_;
    std::vector<Entry> by_row_, by_column_;
    std::vector<std::size_t> row_start_;
    std::vector<int> in_row_, in_column_;
    std::vector<char> row_alive_, column_alive_;
};

}  // namespace dure::lp::ipm
