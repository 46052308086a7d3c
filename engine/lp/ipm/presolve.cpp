// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/presolve.hpp"

#include <algorithm>
#include <cmath>

#include "engine/lp/ipm/presolver.hpp"

namespace dure::lp::ipm {
namespace {

constexpr double kCrossed = 1e-9;  ///< relative; bounds that cross by less are taken as equal
constexpr int kPasses = 8;

}  // namespace

Presolver::Presolver(const Problem& p, const std::stop_token& stop)
    : p_(p),
      stop_(stop),
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
    for (int pass = 0; pass < kPasses && going(); ++pass) {
        bool changed = pass_rows();
        if (going()) changed = pass_columns() || changed;
        if (going() && pass == 0) changed = parallel_rows() || changed;
        if (going() && pass == 0) changed = parallel_columns() || changed;
        if (!changed) break;
    }
    if (going()) collect();
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

Presolved presolve(const Problem& p, const std::stop_token& stop) {
    return Presolver(p, stop).run();
}

}  // namespace dure::lp::ipm
