// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/conflicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dure::energy {
namespace {

constexpr double kZero = 1e-6;
constexpr double kPenalty = 1000;  ///< of missing a limit by all of its bound

void add_column(lp::Problem& p, int row, double sign, double cost) {
    p.index.push_back(row);
    p.value.push_back(sign);
    p.start.push_back(p.entries());
    p.cost.push_back(cost);
    p.col_lower.push_back(0);
    p.col_upper.push_back(lp::kInfinity);
}

class SoftProblem {
  public:
    SoftProblem(const Indexed& in, const Program& model) : in_(in), layout_(model.layout), p_(model.problem) {
        std::ranges::fill(p_.cost, 0);
        p_.offset = 0;
        p_.col_names.clear();
    }

    void relax_limits() {
        for (const int row : layout_.limit_row) {
            if (row < 0) continue;
            const bool at_least = std::isfinite(p_.row_lower[static_cast<std::size_t>(row)]);
            add_column(p_, row, at_least ? 1 : -1, kPenalty / size_of_bound(row));
        }
    }

    void relax_balances() {
        balances_ = p_.columns();
        for (int t = 0; t < in_.periods; ++t) {
            for (int b = 0; b < buses(); ++b) {
                add_column(p_, layout_.balance_row(t, b), 1, 1);
                add_column(p_, layout_.balance_row(t, b), -1, 1);
            }
        }
    }

    /// Empty unless solved.
    std::vector<std::string> solve(const lp::Options& options) const {
        const auto solution = lp::solve(p_, options);
        if (!solution || solution->status != lp::Status::optimal) return {};
        std::vector<std::string> pointers = limits(*solution);
        add_buses(*solution, pointers);
        add_capacities(*solution, pointers);
        return pointers;
    }

  private:
    /// Misses count in shares of the bound, so that tonnes and money compare.
    double size_of_bound(int row) const {
        const auto r = static_cast<std::size_t>(row);
        return std::max(std::abs(std::isfinite(p_.row_lower[r]) ? p_.row_lower[r] : p_.row_upper[r]), 1.0);
    }
    int buses() const { return static_cast<int>(in_.network->buses.size()); }

    std::vector<std::string> limits(const lp::Solution& s) const {
        std::vector<std::string> pointers;
        for (std::size_t i = 0; i < layout_.limit_row.size(); ++i) {
            const int row = layout_.limit_row[i];
            if (row >= 0 &&
                std::abs(s.y[static_cast<std::size_t>(row)]) * size_of_bound(row) > kZero * kPenalty)
                pointers.push_back(fmt::format("/limits/{}", i));
        }
        return pointers;
    }

    void add_buses(const lp::Solution& s, std::vector<std::string>& pointers) const {
        if (balances_ < 0) return;
        std::vector<bool> missed(static_cast<std::size_t>(buses()));
        for (int j = balances_; j < p_.columns(); ++j)
            if (s.x[static_cast<std::size_t>(j)] > kZero)
                missed[static_cast<std::size_t>((j - balances_) / 2 % buses())] = true;
        for (std::size_t b = 0; b < missed.size(); ++b)
            if (missed[b]) pointers.push_back(fmt::format("/buses/{}", b));
    }

    /// A capacity at its maximum that has a price: more of it would lessen what is missed.
    void add_capacities(const lp::Solution& s, std::vector<std::string>& pointers) const {
        for (std::size_t k = 0; k < in_.capacities.size(); ++k) {
            const int column = layout_.capacity_column[k];
            if (column < 0) continue;
            const auto j = static_cast<std::size_t>(column);
            double reduced = p_.cost[j];
            for (auto e = p_.start[j]; e < p_.start[j + 1]; ++e)
                reduced -= p_.value[static_cast<std::size_t>(e)] *
                           s.y[static_cast<std::size_t>(p_.index[static_cast<std::size_t>(e)])];
            if (reduced < -kZero) pointers.push_back(in_.capacities[k].pointer + "/maximum");
            if (reduced > kZero && p_.col_lower[j] > 0)
                pointers.push_back(in_.capacities[k].pointer + "/minimum");
        }
    }

    const Indexed& in_;
    const Layout& layout_;
    lp::Problem p_;
    int balances_ = -1;
};

}  // namespace

std::vector<std::string> find_conflicts(const Indexed& network, const Program& model,
                                        const lp::Options& options) {
    const bool has_limits = std::ranges::any_of(model.layout.limit_row, [](int row) { return row >= 0; });
    if (has_limits) {
        SoftProblem elastic(network, model);
        elastic.relax_limits();
        if (auto found = elastic.solve(options); !found.empty()) return found;
    }
    SoftProblem elastic(network, model);
    elastic.relax_limits();
    elastic.relax_balances();
    return elastic.solve(options);
}

}  // namespace dure::energy
