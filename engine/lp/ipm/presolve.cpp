// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/presolve.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace dure::lp::ipm {
namespace {

constexpr double kCrossed = 1e-9;  ///< relative; bounds that cross by less are taken as equal
constexpr int kPasses = 8;

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

class Presolver {
  public:
    explicit Presolver(const Problem& p);
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
    Presolved out_;
    Vec cost_, col_lower_, col_upper_, row_lower_, row_upper_;
    std::vector<Entry> by_row_, by_column_;
    std::vector<std::size_t> row_start_;
    std::vector<int> in_row_, in_column_;
    std::vector<char> row_alive_, column_alive_;
};

Presolver::Presolver(const Problem& p)
    : p_(p),
      cost_(p.cost),
      col_lower_(p.col_lower),
      col_upper_(p.col_upper),
      row_lower_(p.row_lower),
      row_upper_(p.row_upper),
      by_row_(p.value.size()),
      by_column_(p.value.size()),
      row_start_(p.row_lower.size() + 1),
      in_row_(p.row_lower.size()),
      in_column_(p.cost.size()),
      row_alive_(in_row_.size(), 1),
      column_alive_(in_column_.size(), 1) {
    for (const auto i : p.index) ++row_start_[i + 1];
    for (std::size_t i = 0; i < in_row_.size(); ++i) row_start_[i + 1] += row_start_[i];
    auto next = row_start_;
    for (int j = 0; j < p.columns(); ++j) {
        for (auto k = p.start[j]; k < p.start[j + 1]; ++k) {
            by_column_[k] = {p.index[k], p.value[k]};
            by_row_[next[p.index[k]]++] = {j, p.value[k]};
            in_row_[p.index[k]] += p.value[k] != 0;
            in_column_[j] += p.value[k] != 0;
        }
    }
}

Presolved Presolver::run() {
    for (int pass = 0; pass < kPasses && good(); ++pass) {
        bool changed = pass_rows();
        if (good()) changed = pass_columns() || changed;
        if (good() && pass == 0) changed = parallel_rows() || changed;
        if (good() && pass == 0) changed = parallel_columns() || changed;
        if (!changed) break;
    }
    collect();
    return std::move(out_);
}

void Presolver::drop_row(int row) {
    row_alive_[row] = 0;
    for (const auto& e : this->row(row)) in_column_[e.at] -= e.value != 0;
}

void Presolver::drop_column(int column) {
    column_alive_[column] = 0;
    for (const auto& e : this->column(column)) in_row_[e.at] -= e.value != 0;
}

void Presolver::fix(int column, double value) {
    out_.reductions.push_back({.kind = Kind::fixed_column, .column = column, .value = value});
    drop_column(column);
    if (value == 0) return;
    for (const auto& e : this->column(column)) {
        if (!row_alive_[e.at] || e.value == 0) continue;
        row_lower_[e.at] -= e.value * value;
        row_upper_[e.at] -= e.value * value;
    }
}

/// Bounds that met within rounding become equal; false and a suspicion when they crossed.
bool Presolver::settle_bounds(double& lower, double& upper) {
    if (lower <= upper) return true;
    if (lower - upper <= kCrossed * (1 + std::abs(lower))) {
        lower = upper = (lower + upper) / 2;
        return true;
    }
    out_.found = Found::infeasible;
    return false;
}

bool Presolver::empty_row(int row) {
    const double slack =
        kCrossed * (1 + std::max(std::isfinite(p_.row_lower[row]) ? std::abs(p_.row_lower[row]) : 0,
                                 std::isfinite(p_.row_upper[row]) ? std::abs(p_.row_upper[row]) : 0));
    if (row_lower_[row] > slack || row_upper_[row] < -slack) {
        out_.found = Found::infeasible;
        return false;
    }
    drop_row(row);
    return true;
}

void Presolver::row_to_bound(int row) {
    const Line line = this->row(row);
    const Entry e = *std::find_if(line.begin(), line.end(),
                                  [&](const Entry& c) { return column_alive_[c.at] && c.value != 0; });
    double lower = row_lower_[row] / e.value, upper = row_upper_[row] / e.value;
    if (e.value < 0) std::swap(lower, upper);
    Reduction r{.kind = Kind::row_to_bound, .row = row, .column = e.at, .coefficient = e.value};
    r.lower = lower > col_lower_[e.at];
    r.upper = upper < col_upper_[e.at];
    if (r.lower) col_lower_[e.at] = lower;
    if (r.upper) col_upper_[e.at] = upper;
    drop_row(row);
    if (settle_bounds(col_lower_[e.at], col_upper_[e.at])) out_.reductions.push_back(r);
}

/// A row whose bound is just what its columns can reach: a carbon cap of nothing.
bool Presolver::forcing_row(int i) {
    double least = 0, most = 0;
    for (const auto& e : row(i)) {
        if (!column_alive_[e.at] || e.value == 0) continue;
        least += e.value * (e.value > 0 ? col_lower_[e.at] : col_upper_[e.at]);
        most += e.value * (e.value > 0 ? col_upper_[e.at] : col_lower_[e.at]);
        if (least == -kInfinity && most == kInfinity) return false;
    }
    const auto reaches = [](double bound, double activity) {
        return std::abs(bound - activity) <= kCrossed * (1 + std::abs(bound));
    };
    if (std::isfinite(row_upper_[i]) && reaches(row_upper_[i], least)) {
        force(i, true);
    } else if (std::isfinite(row_lower_[i]) && reaches(row_lower_[i], most)) {
        force(i, false);
    } else {
        if (least > row_upper_[i] || most < row_lower_[i]) out_.found = Found::infeasible;
        return false;
    }
    return true;
}

void Presolver::force(int i, bool upper) {
    Reduction r{.kind = Kind::forcing_row, .row = i, .upper = upper, .begin = out_.entries.size()};
    for (const auto& e : row(i)) {
        if (column_alive_[e.at] && e.value != 0) out_.entries.push_back({e.at, e.value});
    }
    r.end = out_.entries.size();
    out_.reductions.push_back(r);
    drop_row(i);
    for (auto k = r.begin; k < r.end; ++k) {
        const auto e = out_.entries[k];
        fix(e.column, (e.value > 0) == upper ? col_lower_[e.column] : col_upper_[e.column]);
    }
}

bool Presolver::pass_rows() {
    bool changed = false;
    for (int i = 0; i < p_.rows() && good(); ++i) {
        if (!row_alive_[i]) continue;
        if (in_row_[i] == 0) {
            changed = empty_row(i) || changed;
        } else if (row_lower_[i] == -kInfinity && row_upper_[i] == kInfinity) {
            drop_row(i);
            changed = true;
        } else if (in_row_[i] == 1) {
            row_to_bound(i);
            changed = true;
        } else {
            changed = forcing_row(i) || changed;
        }
    }
    return changed;
}

bool Presolver::pass_columns() {
    bool changed = false;
    for (int j = 0; j < p_.columns() && good(); ++j) {
        if (column_alive_[j]) changed = try_column(j) || changed;
    }
    return changed;
}

bool Presolver::try_column(int j) {
    if (col_lower_[j] == col_upper_[j]) {
        fix(j, col_lower_[j]);
        return true;
    }
    if (in_column_[j] == 1 && col_lower_[j] == -kInfinity && col_upper_[j] == kInfinity)
        return free_singleton(j);
    return dominated(j);
}

/// A column that costs nothing to lower (or raise) and helps no row by staying goes to its bound.
bool Presolver::dominated(int j) {
    bool may_fall = cost_[j] >= 0, may_rise = cost_[j] <= 0;
    for (const auto& e : column(j)) {
        if (!row_alive_[e.at] || e.value == 0) continue;
        const bool needs_more = row_lower_[e.at] > -kInfinity, needs_less = row_upper_[e.at] < kInfinity;
        may_fall = may_fall && !(e.value > 0 ? needs_more : needs_less);
        may_rise = may_rise && !(e.value > 0 ? needs_less : needs_more);
        if (!may_fall && !may_rise) return false;
    }
    if (may_fall && col_lower_[j] > -kInfinity) {
        fix(j, col_lower_[j]);
    } else if (may_rise && col_upper_[j] < kInfinity) {
        fix(j, col_upper_[j]);
    } else if (in_column_[j] == 0 && cost_[j] == 0) {
        fix(j, 0);
    } else if (cost_[j] != 0) {
        out_.found = Found::unbounded;
    } else {
        return false;
    }
    return true;
}

bool Presolver::free_singleton(int j) {
    const Line line = column(j);
    const Entry e = *std::find_if(line.begin(), line.end(),
                                  [&](const Entry& r) { return row_alive_[r.at] && r.value != 0; });
    const int i = e.at;
    const double y = cost_[j] / e.value;
    if ((y > 0 && row_lower_[i] == -kInfinity) || (y < 0 && row_upper_[i] == kInfinity)) {
        out_.found = Found::unbounded;
        return false;
    }
    Reduction r{.kind = Kind::free_singleton, .row = i, .column = j, .value = y, .coefficient = e.value};
    r.column_lower = row_lower_[i];
    r.column_upper = row_upper_[i];
    r.begin = out_.entries.size();
    for (const auto& other : row(i)) {
        if (!column_alive_[other.at] || other.at == j || other.value == 0) continue;
        out_.entries.push_back({other.at, other.value});
        cost_[other.at] -= y * other.value;
    }
    r.end = out_.entries.size();
    out_.reductions.push_back(r);
    drop_row(i);
    drop_column(j);
    return true;
}

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

void Presolver::collect() {
    for (int i = 0; i < p_.rows() && good(); ++i) {
        if (row_alive_[i] && in_row_[i] == 0) empty_row(i);
    }
    auto& q = out_.problem;
    q.index.reserve(p_.index.size());
    q.value.reserve(p_.value.size());
    for (Vec* v : {&q.cost, &q.col_lower, &q.col_upper}) v->reserve(p_.cost.size());
    q.start.reserve(p_.start.size());
    std::vector<int> new_row(in_row_.size(), -1);
    for (int i = 0; i < p_.rows(); ++i) {
        if (!row_alive_[i]) continue;
        new_row[i] = q.rows();
        out_.row_of.push_back(i);
        q.row_lower.push_back(row_lower_[i]);
        q.row_upper.push_back(row_upper_[i]);
    }
    for (int j = 0; j < p_.columns(); ++j) {
        if (!column_alive_[j]) continue;
        out_.column_of.push_back(j);
        q.cost.push_back(cost_[j]);
        q.col_lower.push_back(col_lower_[j]);
        q.col_upper.push_back(col_upper_[j]);
        for (const auto& e : column(j)) {
            if (!row_alive_[e.at] || e.value == 0) continue;
            q.index.push_back(new_row[e.at]);
            q.value.push_back(e.value);
        }
        q.start.push_back(q.entries());
    }
}

}  // namespace

Presolved presolve(const Problem& p) {
    return Presolver(p).run();
}

}  // namespace dure::lp::ipm
