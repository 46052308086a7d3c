// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "engine/energy/findings.hpp"

namespace dure::energy {
namespace {

bool can_have(const Capacity& c) {
    return c.extendable ? !c.maximum || *c.maximum > 0 : c.nominal > 0;
}

class Reach {
  public:
    Reach(const Network& network, const Findings& findings) : network_(network), findings_(findings) {
        for (const Bus& b : network.buses) number_.emplace(b.name, number_.size());
        reached_.resize(network.buses.size());
        ways_.resize(network.buses.size());
    }

    std::vector<bool> run() {
        lay_ways();
        for (const Generator& g : network_.generators) {
            if (!can_have(g.p_nom) || !any(g.p_max_pu, 1)) continue;
            visit(g.bus);
            for (const CoProduct& c : g.coproducts)
                if (any(c.ratio, 1)) visit(c.bus);
        }
        for (const Store& s : network_.stores)
            if (any(s.inflow_mw, 1) || (!s.cyclic && s.e_initial_mwh > 0)) visit(s.bus);
        for (std::size_t head = 0; head < queue_.size(); ++head)
            for (const std::size_t next : ways_[queue_[head]]) visit(next);
        return reached_;
    }

  private:
    bool any(const Profile& profile, double sign) const {
        const View v = findings_.look(profile);
        for (int t = 0; t < (v.is_series() ? network_.time.periods : 1); ++t)
            if (sign * v[t] > 0) return true;
        return false;
    }

    void lay_ways() {
        const auto way = [this](const std::string& from, const std::string& to) {
            ways_[number_.at(from)].push_back(number_.at(to));
        };
        for (const Link& l : network_.links) {
            if (!can_have(l.p_nom)) continue;
            for (const LinkOutput& o : l.outputs) {
                if (any(l.p_max_pu, 1) && any(o.efficiency, 1)) way(l.bus0, o.bus);
                if (any(l.p_min_pu, -1)) way(o.bus, l.bus0);
            }
        }
        for (const Line& l : network_.lines) {
            if (!can_have(l.s_nom)) continue;
            way(l.bus0, l.bus1);
            way(l.bus1, l.bus0);
        }
    }

    void visit(const std::string& bus) { visit(number_.at(bus)); }
    void visit(std::size_t bus) {
        if (reached_[bus]) return;
        reached_[bus] = true;
        queue_.push_back(bus);
    }

    const Network& network_;
    const Findings& findings_;
    std::unordered_map<std::string_view, std::size_t> number_;
    std::vector<bool> reached_;
    std::vector<std::vector<std::size_t>> ways_;
    std::vector<std::size_t> queue_;
};

bool has_demand(const Network& network, const Findings& findings, const std::string& bus) {
    return std::ranges::any_of(network.loads, [&](const Load& l) {
        if (l.bus != bus || l.growth == 0 || (l.annual_mwh && *l.annual_mwh == 0)) return false;
        const View p = findings.look(l.p_mw);
        for (int t = 0; t < (p.is_series() ? network.time.periods : 1); ++t)
            if (p[t] > 0) return true;
        return false;
    });
}

}  // namespace

void check_reach(const Network& network, Findings& findings) {
    const std::vector<bool> reached = Reach(network, findings).run();
    for (std::size_t b = 0; b < network.buses.size(); ++b) {
        const Bus& bus = network.buses[b];
        if (reached[b] || bus.value_of_lost_load || !has_demand(network, findings, bus.name)) continue;
        findings.add(fmt::format("/buses/{}", b), "energy.unreachable_bus", {{"name", bus.name}});
    }
}

}  // namespace dure::energy
