// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/findings.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy {

Errors check(const Network& network, const SeriesValues& series) {
    Findings findings(network, series);
    check_time(network, findings);
    check_series(network, series, findings);
    check_components(network, findings);
    check_limits(network, findings);
    // What leads where can only be asked of parts that are right.
    if (findings.size() == 0) check_reach(network, findings);
    return findings.take();
}

}  // namespace dure::energy
