// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ray.hpp"

#include <algorithm>
#include <cmath>

#include "engine/lp/neumaier.hpp"

namespace dure::lp {
namespace {

constexpr double kTolerance = 1e-9;

double largest(const std::vector<double>& v) {
    double m = 0;
    for (const double e : v) {
        if (!std::isfinite(e)) return kInfinity;
        m = std::max(m, std::abs(e));
    }
    return m;
}

/// Sum of multiplier × bound, with the size of the greatest term as the scale of rounding.
struct Earnings {
    NeumaierSum sum;
    double scale = 0;
    bool open = false;  ///< a bound that is needed is infinite

    void add(double multiplier, double bound, double noise) {
        if (std::abs(multiplier) <= noise && !std::isfinite(bound)) return;
        if (!std::isfinite(bound)) {
            open = true;
            return;
        }
        sum.add(multiplier * bound);
        scale = std::max(scale, std::abs(multiplier * bound));
    }
};

}  // namespace

bool proves_infeasible(const Problem& p, const std::vector<double>& y) {
    if (y.size() != p.row_lower.size()) return false;
    const double unit = largest(y);
    if (unit == 0 || unit == kInfinity) return false;
    Earnings rows, columns;
    for (std::size_t i = 0; i < y.size(); ++i)
        rows.add(y[i], y[i] > 0 ? p.row_lower[i] : p.row_upper[i], kTolerance * unit);
    for (std::size_t j = 0; j + 1 < p.start.size(); ++j) {
        NeumaierSum sum;
        double scale = 0;
        for (auto k = static_cast<std::size_t>(p.start[j]); k < static_cast<std::size_t>(p.start[j + 1]);
             ++k) {
            const double term = p.value[k] * y[static_cast<std::size_t>(p.index[k])];
            sum.add(term);
            scale = std::max(scale, std::abs(p.value[k]) * unit);
        }
        const double d = sum.value();
        columns.add(d, d > 0 ? p.col_upper[j] : p.col_lower[j], kTolerance * scale);
    }
    if (rows.open || columns.open) return false;
    const double margin = rows.sum.value() - columns.sum.value();
    return margin > kTolerance * std::max(rows.scale, columns.scale) && margin > 0;
}

bool proves_unbounded(const Problem& p, const std::vector<double>& d) {
    if (d.size() != p.cost.size()) return false;
    const double unit = largest(d);
    if (unit == 0 || unit == kInfinity) return false;
    NeumaierSum change;
    double change_scale = 0;
    std::vector<NeumaierSum> activity(p.row_lower.size());
    std::vector<double> scale(p.row_lower.size());
    for (std::size_t j = 0; j < d.size(); ++j) {
        change.add(p.cost[j] * d[j]);
        change_scale = std::max(change_scale, std::abs(p.cost[j] * d[j]));
        const double noise = kTolerance * unit;
        if ((d[j] < -noise && std::isfinite(p.col_lower[j])) ||
            (d[j] > noise && std::isfinite(p.col_upper[j])))
            return false;
        for (auto k = static_cast<std::size_t>(p.start[j]); k < static_cast<std::size_t>(p.start[j + 1]);
             ++k) {
            const auto row = static_cast<std::size_t>(p.index[k]);
            activity[row].add(p.value[k] * d[j]);
            scale[row] = std::max(scale[row], std::abs(p.value[k]) * unit);
        }
    }
    for (std::size_t i = 0; i < activity.size(); ++i) {
        const double a = activity[i].value(), noise = kTolerance * scale[i];
        if ((a < -noise && std::isfinite(p.row_lower[i])) || (a > noise && std::isfinite(p.row_upper[i])))
            return false;
    }
    return change.value() < -kTolerance * change_scale;
}

Problem elastic(const Problem& p) {
    Problem e = p;
    e.offset = 0;
    e.cost.assign(p.cost.size(), 0);
    e.col_names.clear();
    for (const double sign : {1.0, -1.0}) {
        for (int i = 0; i < p.rows(); ++i) {
            e.cost.push_back(1);
            e.col_lower.push_back(0);
            e.col_upper.push_back(kInfinity);
            e.index.push_back(i);
            e.value.push_back(sign);
            e.start.push_back(e.entries());
        }
    }
    return e;
}

Problem recession(const Problem& p) {
    Problem r = p;
    r.offset = 0;
    for (std::size_t j = 0; j < r.cost.size(); ++j) {
        r.col_lower[j] = std::isfinite(p.col_lower[j]) ? 0 : -1;
        r.col_upper[j] = std::isfinite(p.col_upper[j]) ? 0 : 1;
    }
    for (std::size_t i = 0; i < r.row_lower.size(); ++i) {
        if (std::isfinite(p.row_lower[i])) r.row_lower[i] = 0;
        if (std::isfinite(p.row_upper[i])) r.row_upper[i] = 0;
    }
    return r;
}

}  // namespace dure::lp
