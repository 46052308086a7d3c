// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "engine/lp/ipm/presolver.hpp"

namespace dure::lp::ipm {
namespace {

/// Which line had a hash first; a table without chains, since there are as many lines as rows and columns.
class FirstSeen {
  public:
    explicit FirstSeen(std::size_t lines) : table_(std::bit_ceil(2 * lines + 2), {0, -1}) {}

    int first(std::uint64_t hash, int line) {
        std::size_t at = hash & (table_.size() - 1);
        while (table_[at].second >= 0 && table_[at].first != hash) at = (at + 1) & (table_.size() - 1);
        if (table_[at].second < 0) table_[at] = {hash, line};
        return table_[at].second;
    }

  private:
    std::vector<std::pair<std::uint64_t, int>> table_;
};

}  // namespace

/// A number that parallel lines share; `lead` is the first living entry.
template <class Alive>
std::uint64_t Presolver::shape(const Line& line, const Alive& alive, double& lead) const {
    std::uint64_t h = 1469598103934665603ULL;
    lead = 0;
    const auto mix = [&h](std::uint64_t v) { h = (h ^ v ^ (h >> 29)) * 0x9e3779b97f4a7c15ULL; };
    for (const auto& e : line) {
        if (!alive[e.at] || e.value == 0) continue;
        if (lead == 0) lead = e.value;
        mix(static_cast<std::uint64_t>(e.at));
        // Rounded, so that equal ratios hash equally whatever their factor.
        const auto ratio = static_cast<float>(e.value / lead);
        std::uint32_t bits = 0;
        std::memcpy(&bits, &ratio, sizeof bits);
        mix(bits);
    }
    return h ^ (h >> 31);
}

template <class Alive>
bool Presolver::parallel(const Line& a, const Line& b, double factor, const Alive& alive) const {
    const auto skip = [&](const Entry*& e, const Entry* end) {
        while (e != end && (!alive[e->at] || e->value == 0)) ++e;
        return e == end;
    };
    for (const Entry *i = a.begin(), *k = b.begin();; ++i, ++k) {
        const bool a_ends = skip(i, a.end()), b_ends = skip(k, b.end());
        if (a_ends || b_ends) return a_ends && b_ends;
        if (i->at != k->at || std::abs(i->value - factor * k->value) > 1e-13 * std::abs(i->value))
            return false;
    }
}

void Presolver::merge_rows(int row, int kept, double factor) {
    double lower = row_lower_[row] / factor, upper = row_upper_[row] / factor;
    if (factor < 0) std::swap(lower, upper);
    Reduction r{.kind = Kind::parallel_row, .row = row, .row2 = kept, .coefficient = factor};
    r.lower = lower > row_lower_[kept];
    r.upper = upper < row_upper_[kept];
    if (r.lower) row_lower_[kept] = lower;
    if (r.upper) row_upper_[kept] = upper;
    drop_row(row);
    if (settle_bounds(row_lower_[kept], row_upper_[kept])) out_.reductions.push_back(r);
}

bool Presolver::parallel_rows() {
    FirstSeen seen(in_row_.size());
    bool changed = false;
    for (int i = 0; i < p_.rows() && good(); ++i) {
        if (!row_alive_[i] || in_row_[i] < 2) continue;
        double lead = 0, other = 0;
        const int kept = seen.first(shape(row(i), column_alive_, lead), i);
        if (kept == i) continue;
        shape(row(kept), column_alive_, other);
        if (!parallel(row(i), row(kept), lead / other, column_alive_)) continue;
        merge_rows(i, kept, lead / other);
        changed = true;
    }
    return changed;
}

/// x[kept] takes over x[column] = factor · the same column, when their costs agree.
bool Presolver::merge_columns(int column, int kept, double factor) {
    if (std::abs(cost_[column] - factor * cost_[kept]) > 1e-13 * std::abs(cost_[column])) return false;
    Reduction r{.kind = Kind::parallel_column, .column = column, .column2 = kept, .coefficient = factor};
    r.column_lower = col_lower_[column];
    r.column_upper = col_upper_[column];
    r.column2_lower = col_lower_[kept];
    r.column2_upper = col_upper_[kept];
    out_.reductions.push_back(r);
    col_lower_[kept] += factor * (factor > 0 ? r.column_lower : r.column_upper);
    col_upper_[kept] += factor * (factor > 0 ? r.column_upper : r.column_lower);
    drop_column(column);
    return true;
}

bool Presolver::parallel_columns() {
    FirstSeen seen(in_column_.size());
    bool changed = false;
    for (int j = 0; j < p_.columns(); ++j) {
        if (!column_alive_[j] || in_column_[j] == 0) continue;
        double lead = 0, other = 0;
        const int kept = seen.first(shape(column(j), row_alive_, lead), j);
        if (kept == j) continue;
        shape(column(kept), row_alive_, other);
        if (!parallel(column(j), column(kept), lead / other, row_alive_)) continue;
        changed = merge_columns(j, kept, lead / other) || changed;
    }
    return changed;
}

}  // namespace dure::lp::ipm
