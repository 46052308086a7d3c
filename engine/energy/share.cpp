// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/share.hpp"

#include <algorithm>

namespace dure::energy {

void visit_share(const Indexed& in, LimitKind kind, std::string_view carrier, const ShareVisitor& visitor) {
    const bool renewable_only = kind == LimitKind::renewable_share;
    const auto here = [&](int bus) { return in.same_energy(bus, carrier); };
    for (std::size_t i = 0; i < in.generators.size(); ++i) {
        const IndexedGenerator& g = in.generators[i];
        const bool counts = renewable_only ? g.renewable : !in.network->generators[i].imported;
        if (!counts) continue;
        if (here(g.bus)) visitor.generator(i, 1);
        for (const IndexedOutput& c : g.coproducts)
            if (here(c.bus)) visitor.generator(i, c.ratio);
    }
    for (std::size_t i = 0; i < in.links.size(); ++i) {
        const IndexedLink& l = in.links[i];
        if (here(l.bus0)) {
            if (std::ranges::any_of(l.outputs, [&](const auto& o) { return !here(o.bus); })) visitor.taken(i);
            continue;
        }
        if (renewable_only && !l.renewable) continue;
        for (const IndexedOutput& o : l.outputs)
            if (here(o.bus)) visitor.link(i, o.ratio);
    }
}

double yearly_demand(const Indexed& in, int bus) {
    double sum = 0;
    for (int t = 0; t < in.periods; ++t)
        sum += in.demand_at(bus, t) * in.generation_hours[static_cast<std::size_t>(t)];
    return sum;
}

}  // namespace dure::energy
