// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/energy/build.hpp"
#include "engine/energy/explain.hpp"
#include "engine/lp/solver.hpp"

namespace dure::energy {

/// A constraint that may give way.
struct ElasticConstraint {
    ConflictKind kind = ConflictKind::limit;
    std::string pointer;
    int item = 0;  ///< number of the limit, capacity or bus
    double bound = 0;
    int column = 0;      ///< of what it gives way by; of a balance the first of two for each period
    double penalty = 1;  ///< of a unit of that
};

/// Of one balance, the hours in which it holds.
struct Hours {
    std::size_t constraint = 0;
    std::vector<bool> on;
};

struct ElasticPoint {
    double missed = 0;  ///< penalties of what is kept
    lp::Solution solution;
};

/// A network's program without its costs in which limits, bounds of chosen capacities and balances may give
/// way, each by columns of its own.
class Elastic {
  public:
    Elastic(const Indexed& network, const Program& model);

    const std::vector<ElasticConstraint>& constraints() const { return constraints_; }

    /// The least penalty when only the kept constraints count; none when it cannot be told.
    std::optional<ElasticPoint> solve(const std::vector<bool>& kept, const lp::Options& options,
                                      const Hours* hours = nullptr);
    /// The constraints that have a price at a solution of all.
    std::vector<bool> priced(const ElasticPoint& point) const;
    /// Of a balance: what is not served, at most the demand (as shedding does), what is not taken, or either.
    enum class Side { both, shortage, surplus };

    /// How constraint c gives way least while all others hold (or those that are kept, the rest forgotten);
    /// none when that does not help.
    std::optional<ElasticPoint> give_way(std::size_t c, const lp::Options& options,
                                         const std::vector<bool>* kept = nullptr, Side side = Side::both);
    double relaxed_bound(std::size_t c, const ElasticPoint& point) const;
    /// By period, positive where too little comes.
    std::vector<double> missed_mw(std::size_t c, const ElasticPoint& point) const;

  private:
    enum class Way { forgotten, penalised, firm };

    void add_limits();
    void add_capacities();
    void add_balances();
    int add_column();
    void set(std::size_t c, Way way, const Hours* hours = nullptr);
    bool at_least(int row) const;

    const Indexed& in_;
    const Layout& layout_;
    lp::Problem p_;
    std::vector<double> row_lower_, row_upper_;  ///< as they stand
    std::vector<ElasticConstraint> constraints_;
    double most_mw_ = 0;  ///< more than any bus can miss
};

}  // namespace dure::energy
