// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/presolve.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <unordered_map>

namespace dure::lp::ipm {
namespace {

constexpr double kCrossed = 1e-9;  ///< relative; bounds that cross by less are taken as equal
constexpr int kPasses = 8;

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

    bool good() const { return out_.found == Found::reduced; }
    bool pass_rows();
    bool pass_columns();
    bool parallel_rows();
    bool parallel_columns();
    void row_to_bound(int row);
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
    std::uint64_t shape(const std::vector<Entry>& line, const Alive& alive, double& lead) const;
    template <class Alive>
    bool parallel(const std::vector<Entry>& a, const std::vector<Entry>& b, double factor,
                  const Alive& alive) const;
    void collect();

    const Problem& p_;
    Presolved out_;
    Vec cost_, col_lower_, col_upper_, row_lower_, row_upper_;
    std::vector<std::vector<Entry>> rows_, columns_;
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
      rows_(static_cast<std::size_t>(p.rows())),
      columns_(static_cast<std::size_t>(p.columns())),
      in_row_(rows_.size()),
      in_column_(columns_.size()),
      row_alive_(rows_.size(), 1),
      column_alive_(columns_.size(), 1) {
    for (int j = 0; j < p.columns(); ++j) {
        for (auto k = p.start[j]; k < p.start[j + 1]; ++k) {
            if (p.value[k] == 0) continue;
            columns_[j].push_back({p.index[k], p.value[k]});
            rows_[p.index[k]].push_back({j, p.value[k]});
        }
        in_column_[j] = static_cast<int>(columns_[j].size());
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) in_row_[i] = static_cast<int>(rows_[i].size());
}

Presolved Presolver::run() {
    for (int pass = 0; pass < kPasses && good(); ++pass) {
        bool changed = pass_rows();
        if (good()) changed = pass_columns() || changed;
        if (good() && pass < 2) changed = parallel_rows() || changed;
        if (good() && pass < 2) changed = parallel_columns() || changed;
        if (!changed) break;
    }
    collect();
    return std::move(out_);
}

void Presolver::drop_row(int row) {
    row_alive_[row] = 0;
    for (const auto& e : rows_[row]) --in_column_[e.at];
}

void Presolver::drop_column(int column) {
    column_alive_[column] = 0;
    for (const auto& e : columns_[column]) --in_row_[e.at];
}

void Presolver::fix(int column, double value) {
    out_.reductions.push_back({.kind = Kind::fixed_column, .column = column, .value = value});
    drop_column(column);
    if (value == 0) return;
    for (const auto& e : columns_[column]) {
        if (!row_alive_[e.at]) continue;
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
    const auto e = *std::find_if(rows_[row].begin(), rows_[row].end(),
                                 [&](const Entry& c) { return column_alive_[c.at]; });
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
    for (const auto& e : columns_[j]) {
        if (!row_alive_[e.at]) continue;
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
    const auto e = *std::find_if(columns_[j].begin(), columns_[j].end(),
                                 [&](const Entry& r) { return row_alive_[r.at]; });
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
    for (const auto& other : rows_[i]) {
        if (!column_alive_[other.at] || other.at == j) continue;
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
std::uint64_t Presolver::shape(const std::vector<Entry>& line, const Alive& alive, double& lead) const {
    std::uint64_t h = 1469598103934665603ULL;
    lead = 0;
    const auto mix = [&h](std::uint64_t v) { h = (h ^ v) * 1099511628211ULL; };
    for (const auto& e : line) {
        if (!alive[e.at]) continue;
        if (lead == 0) lead = e.value;
        mix(static_cast<std::uint64_t>(e.at));
        // Rounded, so that equal ratios hash equally whatever their factor.
        const auto ratio = static_cast<float>(e.value / lead);
        std::uint32_t bits = 0;
        std::memcpy(&bits, &ratio, sizeof bits);
        mix(bits);
    }
    return h;
}

template <class Alive>
bool Presolver::parallel(const std::vector<Entry>& a, const std::vector<Entry>& b, double factor,
                         const Alive& alive) const {
    std::size_t i = 0, k = 0;
    for (;; ++i, ++k) {
        while (i < a.size() && !alive[a[i].at]) ++i;
        while (k < b.size() && !alive[b[k].at]) ++k;
        if (i == a.size() || k == b.size()) return i == a.size() && k == b.size();
        if (a[i].at != b[k].at || std::abs(a[i].value - factor * b[k].value) > 1e-13 * std::abs(a[i].value))
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
    std::unordered_map<std::uint64_t, int> seen;
    bool changed = false;
    for (int i = 0; i < p_.rows() && good(); ++i) {
        if (!row_alive_[i] || in_row_[i] < 2) continue;
        double lead = 0, other = 0;
        const auto [at, fresh] = seen.try_emplace(shape(rows_[i], column_alive_, lead), i);
        if (fresh) continue;
        shape(rows_[at->second], column_alive_, other);
        if (!parallel(rows_[i], rows_[at->second], lead / other, column_alive_)) continue;
        merge_rows(i, at->second, lead / other);
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
    std::unordered_map<std::uint64_t, int> seen;
    bool changed = false;
    for (int j = 0; j < p_.columns(); ++j) {
        if (!column_alive_[j] || in_column_[j] == 0) continue;
        double lead = 0, other = 0;
        const auto [at, fresh] = seen.try_emplace(shape(columns_[j], row_alive_, lead), j);
        if (fresh) continue;
        shape(columns_[at->second], row_alive_, other);
        if (!parallel(columns_[j], columns_[at->second], lead / other, row_alive_)) continue;
        changed = merge_columns(j, at->second, lead / other) || changed;
    }
    return changed;
}

void Presolver::collect() {
    for (int i = 0; i < p_.rows() && good(); ++i) {
        if (row_alive_[i] && in_row_[i] == 0) empty_row(i);
    }
    auto& q = out_.problem;
    std::vector<int> new_row(rows_.size(), -1);
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
        for (const auto& e : columns_[j]) {
            if (!row_alive_[e.at]) continue;
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
