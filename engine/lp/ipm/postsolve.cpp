// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/lp/ipm/presolve.hpp"

namespace dure::lp::ipm {
namespace {

class Undo {
  public:
    Undo(const Problem& p, const Presolved& reduced, Vec& x, Vec& y)
        : p_(p), r_(reduced), x_(x), y_(y), cost_(p.cost) {
        // Costs as they stood when the last reduction was made; undoing goes back to those given.
        for (const auto& r : r_.reductions) shift_costs(r, -1);
    }

    void run() {
        for (auto r = r_.reductions.rbegin(); r != r_.reductions.rend(); ++r) undo(*r);
    }

  private:
    void shift_costs(const Reduction& r, double sign) {
        if (r.kind != Reduction::Kind::free_singleton || r.value == 0) return;
        for (auto k = r.begin; k < r.end; ++k)
            cost_[r_.entries[k].column] += sign * r.value * r_.entries[k].value;
    }

    double reduced_cost(int column) const {
        double d = cost_[column];
        for (auto k = p_.start[column]; k < p_.start[column + 1]; ++k) d -= p_.value[k] * y_[p_.index[k]];
        return d;
    }

    void undo(const Reduction& r) {
        switch (r.kind) {
            case Reduction::Kind::fixed_column:
                x_[r.column] = r.value;
                return;
            case Reduction::Kind::row_to_bound:
                give_dual_to_row(r);
                return;
            case Reduction::Kind::forcing_row:
                give_dual_to_forcing_row(r);
                return;
            case Reduction::Kind::free_singleton:
                fill_singleton(r);
                return;
            case Reduction::Kind::parallel_row: {
                const double y = y_[r.row2];
                if (!(y > 0 ? r.lower : r.upper) || y == 0) return;
                y_[r.row] = y / r.coefficient;
                y_[r.row2] = 0;
                return;
            }
            case Reduction::Kind::parallel_column:
                split_column(r);
                return;
        }
    }

    void give_dual_to_row(const Reduction& r) {
        const double d = reduced_cost(r.column);
        if (d > 0 ? r.lower : r.upper) y_[r.row] = d / r.coefficient;
    }

    /// The row takes over whatever pulls its columns off the bounds that it holds them at.
    void give_dual_to_forcing_row(const Reduction& r) {
        double y = 0;
        for (auto k = r.begin; k < r.end; ++k) {
            const double pull = reduced_cost(r_.entries[k].column) / r_.entries[k].value;
            y = r.upper ? std::min(y, pull) : std::max(y, pull);
        }
        y_[r.row] = y;
    }

    void fill_singleton(const Reduction& r) {
        double others = 0;
        for (auto k = r.begin; k < r.end; ++k) others += r_.entries[k].value * x_[r_.entries[k].column];
        double activity = std::clamp(others, r.column_lower, r.column_upper);
        if (r.value > 0) activity = r.column_lower;
        if (r.value < 0) activity = r.column_upper;
        x_[r.column] = (activity - others) / r.coefficient;
        y_[r.row] = r.value;
        shift_costs(r, 1);
    }

    void split_column(const Reduction& r) {
        const double together = x_[r.column2];
        double own = std::clamp(0.0, r.column_lower, r.column_upper);
        const double rest = std::clamp(together - r.coefficient * own, r.column2_lower, r.column2_upper);
        own = std::clamp((together - rest) / r.coefficient, r.column_lower, r.column_upper);
        x_[r.column] = own;
        x_[r.column2] = together - r.coefficient * own;
    }

    const Problem& p_;
    const Presolved& r_;
    Vec &x_, &y_;
    Vec cost_;
};

}  // namespace

void postsolve(const Problem& original, const Presolved& reduced, const Vec& reduced_x, const Vec& reduced_y,
               Vec& x, Vec& y) {
    x.assign(static_cast<std::size_t>(original.columns()), 0);
    y.assign(static_cast<std::size_t>(original.rows()), 0);
    for (std::size_t j = 0; j < reduced.column_of.size(); ++j) x[reduced.column_of[j]] = reduced_x[j];
    for (std::size_t i = 0; i < reduced.row_of.size(); ++i) y[reduced.row_of[i]] = reduced_y[i];
    Undo(original, reduced, x, y).run();
}

}  // namespace dure::lp::ipm
