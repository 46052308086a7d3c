// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/sweep.hpp"

#include <algorithm>

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
    r.status = best->status;
    if (best->status != lp::Status::optimal) return r;
    r.total_cost = best->total_cost;
    r.co2_t = best->co2_t;
    r.shed_mwh = best->shed_mwh;
    r.investment = best->investment;
    r.self_sufficiency = best->self_sufficiency;
    r.renewable_share = best->renewable_share;
    for (const auto& [kind, name] : sample_technologies(network)) {
        const auto found = std::ranges::find_if(
            best->technologies, [&](const TechnologyResult& t) { return t.kind == kind && t.name == name; });
        r.capacities.push_back(found == best->technologies.end()
                                   ? SampleCapacity{}
                                   : SampleCapacity{found->capacity_mw, found->energy_capacity_mwh});
    }
    return r;
}

}  // namespace dure::energy
