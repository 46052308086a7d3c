// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/energy/ensemble.hpp"
#include "engine/energy/parameters.hpp"

/// Many plans of one network, each with a few numbers changed: sweeps over one or two parameters, and each
/// assumption alone at its low and its high. A point is a function of network, changes and options alone, so
/// that points may be computed in any order.
namespace dure::energy {

struct SweptParameter {
    std::string at;
    std::vector<double> values;
};

/// An assumption between its low and its high.
struct Ranged {
    std::string at;
    double low = 0, high = 0;
};

/// Every combination, the last parameter's values changing first.
std::vector<std::vector<Change>> sweep_points(std::span<const SweptParameter> parameters);

/// The network as it stands, then low and high of each: point 0, then 2i + 1 and 2i + 2.
std::vector<std::vector<Change>> tornado_points(std::span<const Ranged> ranges);

/// The network with every limit switched on whose value is among the addresses: a limit that does not count
/// cannot be varied.
Network with_limits_of(const Network& network, std::span<const std::string> addresses);

struct PointResult {
    int number = 0;
    lp::Status status = lp::Status::limit;
    double total_cost = 0, co2_t = 0, shed_mwh = 0, investment = 0;
    std::optional<double> self_sufficiency, renewable_share;
    std::vector<SampleCapacity> capacities;  ///< as sample_technologies() of the network names them
};

/// One point. Changes that do not fit the network are `limit`, as is what the solver gives up on.
PointResult solve_point(const Network& network, const SeriesValues& series, int number,
                        std::span<const Change> changes, const lp::Options& options);

}  // namespace dure::energy
