// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/energy/findings.hpp"
#include "engine/energy/indexed.hpp"

namespace dure::energy {
namespace {

/// A budget cannot weigh what is known by its yearly cost only.
void check_budget(const Network& network, const std::string& at, Findings& findings) {
    const auto look = [&](const std::string& name, const Capacity& c) {
        if (c.extendable && c.capital_cost.annual.value_or(0) > 0)
            findings.add(at, "energy.budget_without_investment", {{"name", name}});
    };
    for (const Generator& g : network.generators) look(g.name, g.p_nom);
    for (const Link& l : network.links) look(l.name, l.p_nom);
    for (const Line& l : network.lines) look(l.name, l.s_nom);
    for (const Store& s : network.stores) {
        if (s.p_nom) look(s.name, *s.p_nom);
        if (!s.max_hours) look(s.name, s.e_nom);
    }
}

void check_share(const Network& network, const Limit& limit, const std::string& at, Findings& findings) {
    const auto carries = [&](const Bus& b) { return energy_of(b.carrier) == energy_of(limit.carrier); };
    if (std::ranges::none_of(network.buses, carries)) {
        findings.add(at + "/carrier", "energy.unknown_carrier", {{"name", limit.carrier}});
        return;
    }
    const bool demanded = std::ranges::any_of(network.loads, [&](const Load& l) {
        const auto bus = std::ranges::find(network.buses, l.bus, &Bus::name);
        return bus != network.buses.end() && carries(*bus);
    });
    if (!demanded) findings.add(at + "/carrier", "energy.share_without_demand", {{"name", limit.carrier}});
}

}  // namespace

void check_limits(const Network& network, Findings& findings) {
    for (std::size_t i = 0; i < network.limits.size(); ++i) {
        const Limit& limit = network.limits[i];
        const std::string at = fmt::format("/limits/{}", i);
        findings.at_least_zero(at + "/value", limit.value);
        if (limit.reference_t) findings.at_least_zero(at + "/reference_t", *limit.reference_t);
        if (!limit.active) continue;
        switch (limit.kind) {
            case LimitKind::co2_cap:
                break;
            case LimitKind::co2_cap_share:
                if (!limit.reference_t) findings.add(at + "/reference_t", "energy.no_reference");
                break;
            case LimitKind::self_sufficiency:
            case LimitKind::renewable_share:
                check_share(network, limit, at, findings);
                break;
            case LimitKind::investment_budget:
                check_budget(network, at, findings);
                break;
        }
    }
}

}  // namespace dure::energy
