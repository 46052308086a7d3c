// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/network.hpp"
#include "engine/lp/solver.hpp"

namespace dure::energy {

/// Everything that is wrong with a network before it is solved, each with the JSON pointer of where to mend
/// it
/// (`/generators/2/p_max_pu`): missing or short series, negative demand, unknown names, doubled names, unit
/// clashes, a bus with demand that nothing can reach. Empty: it can be solved.
Errors check(const Network& network, const SeriesValues& series);

struct TechnologyResult {
    std::string kind;  ///< "generator", "link", "store", "line", "shedding"
    std::string name;
    std::string bus, carrier;
    double capacity_mw = 0;
    double existing_mw = 0;
    std::optional<double> energy_capacity_mwh;  ///< of a store
    double output_mwh = 0;     ///< weighted yearly sum at the (first) output; of a store: discharged
    double input_mwh = 0;      ///< of links and stores
    double curtailed_mwh = 0;  ///< available but not used, of a generator with a series as availability
    double full_load_hours = 0;
    double capital_cost = 0;   ///< a year
    double marginal_cost = 0;  ///< a year
    double co2_t = 0;
    double investment = 0;  ///< overnight, of what is added to the existing; 0 where only `annual` is known
};

struct LimitResult {
    std::string name;
    LimitKind kind = LimitKind::co2_cap;
    double bound = 0;  ///< in the limit's unit (t, share, currency)
    double achieved = 0;
    double shadow_price = 0;  ///< change of yearly cost per unit by which the bound is tightened, ≥ 0
};

struct BusResult {
    std::string name;
    double demand_mwh = 0;
    double shed_mwh = 0;
    double max_abs_imbalance_mw = 0;  ///< computed from the returned point
    double peak_mw = 0;               ///< the greatest demand or, with none, throughput
    std::vector<double> price;        ///< currency/MWh, one a period
};

/// A flow over the year: MW at `bus`, positive into the bus; a store's level in MWh has unit "MWh" .
struct SeriesResult {
    std::string kind;       ///< "load", "generator", "link", "store", "store_level", "line", "shedding"
    std::string component;  ///< its name
    std::string bus;        ///< the bus at which it counts
    std::string unit;       ///< "MW" or "MWh"
    std::vector<double> value;
};

struct Plan {
    lp::Status status = lp::Status::limit;
    std::string method;
    long iterations = 0;
    double build_seconds = 0, solve_seconds = 0;
    int rows = 0, columns = 0;
    std::int64_t entries = 0;
    std::optional<lp::Certificate> certificate;
    double total_cost = 0;  ///< the objective: currency a year
    /// The part of total_cost that is the capital cost of existing (nominal) capacity; the rest is PyPSA's
    /// objective.
    double existing_capital_cost = 0;
    double co2_t = 0;
    double demand_mwh = 0;
    double shed_mwh = 0;
    std::optional<double> self_sufficiency, renewable_share;  ///< of electricity
    double investment = 0;
    std::vector<TechnologyResult> technologies;
    std::vector<LimitResult> limits;
    std::vector<BusResult> buses;
    std::vector<SeriesResult> series;
    /// When infeasible: pointers of limits and components that conflict, where the engine can tell.
    std::vector<std::string> conflicts;
    std::shared_ptr<const lp::WarmStart> start;  ///< as of lp::Solution
};

/// Builds, solves, certifies and reads a network. Errors: those of check() (the first is not more important
/// than the others), `lp.*`, `energy.balance_failed` when a bus misses its balance by more than 1e-6 of its
/// peak.
Checked<Plan> plan(const Network& network, const SeriesValues& series, const lp::Options& options = {});

}  // namespace dure::energy
