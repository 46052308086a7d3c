// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/near_optimal.hpp"

#include <algorithm>
#include <cmath>

#include "engine/energy/build.hpp"

namespace dure::energy {
namespace {

/// The program with its cost as one more row, divided by the largest, and no objective.
lp::Problem bounded_by_cost(const lp::Problem& p) {
    lp::Problem q = p;
    q.index.clear();
    q.value.clear();
    q.start = {0};
    q.offset = 0;
    q.col_names.clear();
    q.row_names.clear();
    double largest = 0;
    for (const double c : p.cost) largest = std::max(largest, std::abs(c));
    const int row = p.rows();
    for (int j = 0; j < p.columns(); ++j) {
        const auto at = static_cast<std::size_t>(j);
        for (auto k = p.start[at]; k < p.start[at + 1]; ++k) {
            q.index.push_back(p.index[static_cast<std::size_t>(k)]);
            q.value.push_back(p.value[static_cast<std::size_t>(k)]);
        }
        if (p.cost[at] != 0) {
            q.index.push_back(row);
            q.value.push_back(p.cost[at] / largest);
        }
        q.start.push_back(q.entries());
    }
    std::ranges::fill(q.cost, 0);
    q.row_lower.push_back(-lp::kInfinity);
    q.row_upper.push_back(largest);  // the unit of the row; the bound is set a slack at a time
    return q;
}

struct Choice {
    std::string kind, name, unit;
    int column = -1;
};

std::vector<Choice> choices(const Indexed& in, const Layout& layout) {
    std::vector<Choice> all;
    const auto add = [&](std::string kind, const std::string& name, std::string unit, int capacity) {
        if (capacity < 0) return;
        const int column = layout.capacity_column[static_cast<std::size_t>(capacity)];
        if (column >= 0) all.push_back({std::move(kind), name, std::move(unit), column});
    };
    const Network& n = *in.network;
    for (std::size_t i = 0; i < n.generators.size(); ++i)
        add("generator", n.generators[i].name, "MW", in.generators[i].capacity);
    for (std::size_t i = 0; i < n.links.size(); ++i) add("link", n.links[i].name, "MW", in.links[i].capacity);
    for (std::size_t i = 0; i < n.stores.size(); ++i) {
        add("store", n.stores[i].name, "MW", in.stores[i].power_capacity);
        add("store", n.stores[i].name, "MWh", in.stores[i].energy_capacity);
    }
    for (std::size_t i = 0; i < n.lines.size(); ++i) add("line", n.lines[i].name, "MW", in.lines[i].capacity);
    return all;
}

}  // namespace

Checked<std::vector<NearOptimal>> near_optimal(const Network& network, const SeriesValues& series,
                                               std::span<const double> slacks, const lp::Options& options,
                                               const std::function<void(const NearOptimal&)>& found) {
    if (Errors errors = check(network, series); !errors.empty()) return std::unexpected(std::move(errors));
    const Indexed indexed = index(network, series);
    const Program program = build(indexed);
    lp::Options quietly = options;
    quietly.progress = nullptr;
    const auto best = lp::solve(program.problem, quietly);
    if (!best) return std::unexpected(Errors{best.error()});
    std::vector<NearOptimal> ranges;
    if (best->status == lp::Status::cancelled) return ranges;
    if (best->status != lp::Status::optimal) return std::unexpected(Errors{{.code = "ensemble.no_optimum"}});

    lp::Problem p = bounded_by_cost(program.problem);
    const double unit = p.row_upper.back(), optimum = best->certificate->objective;
    const auto all = choices(indexed, program.layout);
    const double steps = static_cast<double>(std::max<std::size_t>(1, slacks.size() * all.size()));
    for (const double slack : slacks) {
        p.row_upper.back() = (optimum + slack * std::abs(optimum) - program.problem.offset) / unit;
        for (const Choice& choice : all) {
            const auto column = static_cast<std::size_t>(choice.column);
            NearOptimal range{choice.kind, choice.name, choice.unit, slack};
            for (const double sign : {1.0, -1.0}) {
                p.cost[column] = sign;
                const auto end = lp::solve(p, quietly);
                p.cost[column] = 0;
                if (!end) return std::unexpected(Errors{end.error()});
                if (end->status == lp::Status::cancelled) return ranges;
                // Without a bound on the capacity, "as much as one likes" is no plan within the cost.
                const bool known = end->status == lp::Status::optimal;
                range.proved = range.proved && known;
                (sign > 0 ? range.least : range.most) =
                    known ? std::max(0.0, end->x[column]) : best->x[column];
            }
            if (found) found(range);
            ranges.push_back(std::move(range));
            if (options.progress)
                options.progress({.fraction = static_cast<double>(ranges.size()) / steps,
                                  .stage = "ensemble.ranges",
                                  .details = {}});
        }
    }
    return ranges;
}

}  // namespace dure::energy
