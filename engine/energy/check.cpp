// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "engine/energy/findings.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy {
namespace {

/// Rows and columns are numbered by 32 bits; no part of a network has more than eight of them in a period.
bool fits(const Network& n) {
    const std::size_t parts =
        n.buses.size() + n.generators.size() + n.links.size() + n.stores.size() + n.lines.size();
    return static_cast<double>(n.time.periods) * 8 * static_cast<double>(parts) < 2e9;
}

}  // namespace

Errors check(const Network& network, const SeriesValues& series) {
    Findings findings(network, series);
    check_time(network, findings);
    check_series(network, series, findings);
    check_components(network, findings);
    check_limits(network, findings);
    if (!fits(network))
        findings.add("/time/periods", "energy.too_large",
                     {{"periods", std::to_string(network.time.periods)}});
    // What leads where can only be asked of parts that are right.
    if (findings.size() == 0) check_reach(network, findings);
    return findings.take();
}

}  // namespace dure::energy
