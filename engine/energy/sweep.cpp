// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/sweep.hpp"

#include <algorithm>

#include "engine/energy/outcome.hpp"

namespace dure::energy {

std::vector<std::vector<Change>> sweep_points(std::span<const SweptParameter> parameters) {
    std::vector<std::vector<Change>> points{{}};
    for (const SweptParameter& parameter : parameters) {
        std::vector<std::vector<Change>> longer;
        for (const auto& point : points)
            for (const double value : parameter.values) {
                longer.push_back(point);
                longer.back().push_back({parameter.at, value});
            }
        points = std::move(longer);
    }
    return points;
}

std::vector<std::vector<Change>> tornado_points(std::span<const Ranged> ranges) {
    std::vector<std::vector<Change>> points{{}};
    for (const Ranged& one : ranges) {
        points.push_back({{one.at, one.low}});
        points.push_back({{one.at, one.high}});
    }
    return points;
}

Network with_limits_of(const Network& network, std::span<const std::string> addresses) {
    Network changed = network;
    for (const Parameter& one : parameters(network))
        if (one.list == "limits" && one.field == "value" &&
            std::ranges::find(addresses, one.at) != addresses.end())
            for (Limit& limit : changed.limits)
                if (limit.name == one.name) limit.active = true;
    return changed;
}

PointResult solve_point(const Network& network, const SeriesValues& series, int number,
                        std::span<const Change> changes, const lp::Options& options) {
    PointResult r{.number = number};
    const auto varied = apply(network, series, changes);
    if (!varied) return r;
    const auto best = plan(varied->network, varied->series, options);
    if (!best) return r;
    keep_outcome(network, *best, r);
    if (best->status == lp::Status::optimal) r.investment = best->investment;
    return r;
}

}  // namespace dure::energy
