// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <string>

#include "engine/energy/plan.hpp"

namespace dure::energy::testing {

inline Capacity fixed(double nominal) {
    return {.nominal = nominal};
}

inline Capacity extendable(double annual) {
    return {.extendable = true, .capital_cost = {.annual = annual}};
}

inline CapitalCost invested(double investment, double lifetime_years) {
    CapitalCost cost;
    cost.investment = investment;
    cost.lifetime_years = lifetime_years;
    return cost;
}

/// A network under the pen: every part is added by one call, series with their unit.
struct Sketch {
    Network network;
    SeriesValues values;

    explicit Sketch(int periods) {
        network.name = "sketch";
        network.time.periods = periods;
        network.time.time_zone = "Etc/UTC";
    }
    Profile series(const std::string& name, const std::string& unit, std::vector<double> v) {
        network.series.push_back(
            {.name = name, .unit = unit, .origin = "synthetic", .method = "made up", .source = ""});
        values[name] = std::move(v);
        return name;
    }
    Bus& bus(const std::string& name, const std::string& carrier = "electricity") {
        network.buses.push_back({.name = name, .carrier = carrier});
        return network.buses.back();
    }
    Load& load(const std::string& name, const std::string& bus, Profile p) {
        network.loads.push_back({.name = name, .bus = bus, .p_mw = std::move(p)});
        return network.loads.back();
    }
    Generator& generator(const std::string& name, const std::string& bus, Capacity p_nom,
                         Profile marginal_cost) {
        Generator g;
        g.name = name;
        g.bus = bus;
        g.p_nom = std::move(p_nom);
        g.marginal_cost = std::move(marginal_cost);
        network.generators.push_back(g);
        return network.generators.back();
    }
    Link& link(const std::string& name, const std::string& bus0, const std::string& bus1, Profile efficiency,
               Capacity p_nom) {
        Link l;
        l.name = name;
        l.bus0 = bus0;
        l.outputs = {{.bus = bus1, .efficiency = std::move(efficiency)}};
        l.p_nom = std::move(p_nom);
        network.links.push_back(l);
        return network.links.back();
    }
    Store& store(const std::string& name, const std::string& bus, Capacity e_nom) {
        Store s;
        s.name = name;
        s.bus = bus;
        s.e_nom = std::move(e_nom);
        network.stores.push_back(s);
        return network.stores.back();
    }
    Line& line(const std::string& name, const std::string& bus0, const std::string& bus1, double x_ohm,
               Capacity s_nom) {
        Line l;
        l.name = name;
        l.bus0 = bus0;
        l.bus1 = bus1;
        l.x_ohm = x_ohm;
        l.s_nom = std::move(s_nom);
        network.lines.push_back(l);
        return network.lines.back();
    }
    Limit& limit(LimitKind kind, double value) {
        Limit l;
        l.name = fmt::format("limit {}", network.limits.size());
        l.kind = kind;
        l.value = value;
        network.limits.push_back(l);
        return network.limits.back();
    }

    Checked<Plan> plan(const lp::Options& options = {}) const {
        return energy::plan(network, values, options);
    }

    /// The optimal plan; anything else is a failure of the test.
    Plan solved() const {
        auto result = plan();
        if (!result) {
            for (const Error& e : result.error()) ADD_FAILURE() << e.code << " at " << e.pointer;
            return {};
        }
        EXPECT_EQ(result->status, lp::Status::optimal);
        return *std::move(result);
    }
};

inline const TechnologyResult& technology(const Plan& plan, const std::string& name) {
    for (const auto& t : plan.technologies)
        if (t.name == name) return t;
    throw std::out_of_range(name);
}

inline const BusResult& bus(const Plan& plan, const std::string& name) {
    for (const auto& b : plan.buses)
        if (b.name == name) return b;
    throw std::out_of_range(name);
}

inline const SeriesResult& series(const Plan& plan, const std::string& kind, const std::string& component,
                                  const std::string& at_bus) {
    for (const auto& s : plan.series)
        if (s.kind == kind && s.component == component && s.bus == at_bus) return s;
    throw std::out_of_range(component);
}

/// A city between cheap coal and cleaner gas.
inline Sketch coal_and_gas() {
    Sketch s(1);
    s.bus("city");
    s.load("load", "city", 100.0);
    s.generator("coal", "city", fixed(100), 20.0).co2_t_per_mwh = 1.0;
    s.generator("gas", "city", fixed(100), 50.0).co2_t_per_mwh = 0.4;
    return s;
}

}  // namespace dure::energy::testing
