// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "engine/energy/ensemble.hpp"

namespace dure::energy {

/// What a sample of an ensemble and a point of a sweep both keep of a plan: all of it where it is optimal,
/// else its status.
template <class Result>
void keep_outcome(const Network& network, const Plan& best, Result& r) {
    r.status = best.status;
    if (best.status != lp::Status::optimal) return;
    r.total_cost = best.total_cost;
    r.co2_t = best.co2_t;
    r.shed_mwh = best.shed_mwh;
    r.self_sufficiency = best.self_sufficiency;
    r.renewable_share = best.renewable_share;
    for (const auto& [kind, name] : sample_technologies(network)) {
        const auto found = std::ranges::find_if(
            best.technologies, [&](const TechnologyResult& t) { return t.kind == kind && t.name == name; });
        r.capacities.push_back(found == best.technologies.end()
                                   ? SampleCapacity{}
                                   : SampleCapacity{found->capacity_mw, found->energy_capacity_mwh});
    }
}

}  // namespace dure::energy
