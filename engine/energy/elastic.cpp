// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/elastic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/energy/limit_results.hpp"

namespace dure::energy {
namespace {

constexpr double kZero = 1e-6;
constexpr double kWhole = 1000;    ///< the penalty of giving up all of a limit or a capacity's bound
constexpr double kOutward = 1e-6;  ///< a relaxed bound is given a hair more than its optimum

std::size_t number(int i) {
    return static_cast<std::size_t>(i);
}

}  // namespace

Elastic::Elastic(const Indexed& network, const Program& model)
    : in_(network), layout_(model.layout), p_(model.problem) {
    std::ranges::fill(p_.cost, 0);
    p_.offset = 0;
    p_.col_names.clear();
    p_.row_names.clear();
    row_lower_ = p_.row_lower;
    row_upper_ = p_.row_upper;
    for (const auto& demand : in_.demand)
        for (const double mw : demand) most_mw_ = std::max(most_mw_, mw);
    for (const auto& c : in_.capacities)
        most_mw_ = std::max({most_mw_, c.capacity->nominal, c.capacity->minimum});
    most_mw_ = 10 * most_mw_ + 1;
    add_limits();
    add_capacities();
    add_balances();
}

int Elastic::add_column() {
    p_.start.push_back(p_.entries());
    p_.cost.push_back(0);
    p_.col_lower.push_back(0);
    p_.col_upper.push_back(lp::kInfinity);
    return p_.columns() - 1;
}

bool Elastic::at_least(int row) const {
    return std::isfinite(row_lower_[number(row)]);
}

void Elastic::add_limits() {
    for (std::size_t i = 0; i < layout_.limit_row.size(); ++i) {
        const int row = layout_.limit_row[i];
        if (row < 0) continue;
        p_.index.push_back(row);
        p_.value.push_back(at_least(row) ? 1 : -1);
        const double bound = std::abs(at_least(row) ? row_lower_[number(row)] : row_upper_[number(row)]);
        constraints_.push_back({.kind = ConflictKind::limit,
                                .pointer = fmt::format("/limits/{}", i),
                                .item = static_cast<int>(i),
                                .bound = in_.network->limits[i].value,
                                .column = add_column(),
                                .penalty = kWhole / std::max(bound, 1.0)});
    }
}

void Elastic::add_capacities() {
    for (std::size_t k = 0; k < in_.capacities.size(); ++k) {
        const int column = layout_.capacity_column[k];
        if (column < 0) continue;
        const Capacity& capacity = *in_.capacities[k].capacity;
        const auto add = [&](ConflictKind kind, const char* field, double bound, double sign) {
            const auto from = p_.start[number(column)], to = p_.start[number(column) + 1];
            for (auto e = from; e < to; ++e) {
                p_.index.push_back(p_.index[static_cast<std::size_t>(e)]);
                p_.value.push_back(sign * p_.value[static_cast<std::size_t>(e)]);
            }
            constraints_.push_back({.kind = kind,
                                    .pointer = in_.capacities[k].pointer + field,
                                    .item = static_cast<int>(k),
                                    .bound = bound,
                                    .column = add_column(),
                                    .penalty = kWhole / std::max(bound, 1.0)});
        };
        if (capacity.maximum) add(ConflictKind::maximum, "/maximum", *capacity.maximum, 1);
        if (capacity.minimum > 0) add(ConflictKind::minimum, "/minimum", capacity.minimum, -1);
    }
}

void Elastic::add_balances() {
    for (std::size_t b = 0; b < in_.network->buses.size(); ++b) {
        constraints_.push_back({.kind = ConflictKind::balance,
                                .pointer = fmt::format("/buses/{}", b),
                                .item = static_cast<int>(b),
                                .column = p_.columns()});
        for (int t = 0; t < in_.periods; ++t) {
            for (const double sign : {1.0, -1.0}) {
                p_.index.push_back(layout_.balance_row(t, static_cast<int>(b)));
                p_.value.push_back(sign);
                add_column();
            }
        }
    }
}

void Elastic::set(std::size_t c, Way way, const Hours* hours) {
    const ElasticConstraint& constraint = constraints_[c];
    const auto j = number(constraint.column);
    switch (constraint.kind) {
        case ConflictKind::limit: {
            // Forgotten altogether: a free slack without a price would leave the solver no centre.
            const auto row = number(layout_.limit_row[number(constraint.item)]);
            p_.row_lower[row] = way == Way::forgotten ? -lp::kInfinity : row_lower_[row];
            p_.row_upper[row] = way == Way::forgotten ? lp::kInfinity : row_upper_[row];
            p_.cost[j] = way == Way::penalised ? constraint.penalty : 0;
            p_.col_upper[j] = way == Way::penalised ? lp::kInfinity : 0;
            break;
        }
        case ConflictKind::maximum:
        case ConflictKind::minimum:
            p_.cost[j] = way == Way::penalised ? constraint.penalty : 0;
            p_.col_upper[j] = way == Way::firm                           ? 0
                              : constraint.kind == ConflictKind::minimum ? constraint.bound
                              : way == Way::penalised                    ? lp::kInfinity
                                                                         : 10 * constraint.bound + most_mw_;
            break;
        case ConflictKind::balance:
            for (int t = 0; t < in_.periods; ++t) {
                const bool on =
                    way != Way::forgotten && (!hours || hours->constraint != c || hours->on[number(t)]);
                for (std::size_t side : {0u, 1u}) {
                    const auto column = j + 2 * number(t) + side;
                    p_.cost[column] = on && way == Way::penalised ? constraint.penalty : 0;
                    p_.col_upper[column] = !on ? most_mw_ : way == Way::firm ? 0 : lp::kInfinity;
                }
            }
            break;
    }
}

std::optional<ElasticPoint> Elastic::solve(const std::vector<bool>& kept, const lp::Options& options,
                                           const Hours* hours) {
    for (std::size_t c = 0; c < constraints_.size(); ++c)
        set(c, kept[c] ? Way::penalised : Way::forgotten, hours);
    auto solution = lp::solve(p_, options);
    if (!solution || solution->status != lp::Status::optimal) return std::nullopt;
    ElasticPoint point{.solution = *std::move(solution)};
    for (std::size_t j = 0; j < p_.cost.size(); ++j) point.missed += p_.cost[j] * point.solution.x[j];
    return point;
}

std::vector<bool> Elastic::priced(const ElasticPoint& point) const {
    const auto& y = point.solution.y;
    const auto earns = [&](int column) {
        double sum = 0;
        for (auto e = p_.start[number(column)]; e < p_.start[number(column) + 1]; ++e)
            sum += p_.value[static_cast<std::size_t>(e)] * y[number(p_.index[static_cast<std::size_t>(e)])];
        return sum;
    };
    std::vector<bool> priced(constraints_.size());
    for (std::size_t c = 0; c < constraints_.size(); ++c) {
        const ElasticConstraint& constraint = constraints_[c];
        const int columns = constraint.kind == ConflictKind::balance ? 2 * in_.periods : 1;
        for (int j = 0; j < columns && !priced[c]; ++j)
            priced[c] = earns(constraint.column + j) > kZero * constraint.penalty;
    }
    return priced;
}

std::optional<ElasticPoint> Elastic::give_way(std::size_t c, const lp::Options& options,
                                              const std::vector<bool>* kept, Side side) {
    for (std::size_t other = 0; other < constraints_.size(); ++other)
        set(other, kept && !(*kept)[other] ? Way::forgotten : Way::firm);
    set(c, Way::penalised);
    if (side != Side::both) {
        for (int t = 0; t < in_.periods; ++t) {
            const auto column = number(constraints_[c].column) + 2 * number(t);
            const double demand = in_.demand_at(constraints_[c].item, t);
            p_.col_upper[column] = side == Side::shortage ? demand : 0;
            p_.col_upper[column + 1] = side == Side::shortage ? 0 : lp::kInfinity;
        }
    }
    auto solution = lp::solve(p_, options);
    if (!solution || solution->status != lp::Status::optimal) return std::nullopt;
    return ElasticPoint{.missed = solution->certificate->objective, .solution = *std::move(solution)};
}

double Elastic::relaxed_bound(std::size_t c, const ElasticPoint& point) const {
    const ElasticConstraint& constraint = constraints_[c];
    const double by = point.solution.x[number(constraint.column)];
    if (constraint.kind == ConflictKind::maximum) return (constraint.bound + by) * (1 + kOutward);
    if (constraint.kind == ConflictKind::minimum)
        return std::max(0.0, (constraint.bound - by) * (1 - kOutward));
    const Limit& limit = in_.network->limits[number(constraint.item)];
    const double amount = by * layout_.limit_scale[number(constraint.item)];
    switch (limit.kind) {
        case LimitKind::co2_cap:
        case LimitKind::investment_budget:
            return (limit.value + amount) * (1 + kOutward);
        case LimitKind::co2_cap_share:
            return (limit.value + amount / *limit.reference_t) * (1 + kOutward);
        case LimitKind::self_sufficiency:
        case LimitKind::renewable_share:
            break;
    }
    // A share's demand depends on the point, so the share is read there.
    Plan plan;
    read_shares_and_limits(in_, layout_, point.solution.x, point.solution.y, plan);
    const auto found = std::ranges::find(plan.limits, limit.name, &LimitResult::name);
    return found == plan.limits.end() ? 0 : std::max(0.0, found->achieved * (1 - kOutward));
}

std::vector<double> Elastic::missed_mw(std::size_t c, const ElasticPoint& point) const {
    const auto j = number(constraints_[c].column);
    std::vector<double> missed(number(in_.periods));
    for (std::size_t t = 0; t < missed.size(); ++t)
        missed[t] = point.solution.x[j + 2 * t] - point.solution.x[j + 2 * t + 1];
    return missed;
}

}  // namespace dure::energy
