// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy::testing {

/// Hours of the benchmark's city. Load, heat and CO2 in MW and MWh, cf per unit.
struct CityHours {
    std::vector<double> load_mw, pv_cf, wind_cf, heat_mw, cop;
};

/// The power system D1: PV, wind, gas, a battery and shedding under a CO2 cap of 15 %; with heat D2: also
/// CHP, heat pump, boiler and a heat store.
inline Sketch benchmark_city(const CityHours& hours, bool with_heat) {
    Sketch s(static_cast<int>(hours.load_mw.size()));
    s.network.name = with_heat ? "D2" : "D1";
    s.bus("city").value_of_lost_load = 3000;
    s.load("load", "city", s.series("load", "MW", hours.load_mw));
    s.generator("pv", "city", extendable(52000), 0.01).p_max_pu = s.series("pv", "per_unit", hours.pv_cf);
    s.generator("wind", "city", extendable(102000), 0.015).p_max_pu =
        s.series("wind", "per_unit", hours.wind_cf);
    s.generator("gas", "city", extendable(46000), 95.0).co2_t_per_mwh = 0.40;
    Store& battery = s.store("battery", "city", extendable(21000));
    battery.p_nom = extendable(12000);
    battery.efficiency_store = battery.efficiency_dispatch = 0.95;
    battery.standing_loss = 0.00005;
    battery.marginal_cost_store = battery.marginal_cost_dispatch = 0.05;
    double reference_t = 0;
    for (double p : hours.load_mw) reference_t += 0.40 * p;
    if (with_heat) {
        for (double p : hours.heat_mw) reference_t += 0.22 * p;
        s.bus("heat", "heat");
        s.load("heat load", "heat", s.series("heat", "MW", hours.heat_mw));
        Generator& chp = s.generator("chp", "city", extendable(95000), 62.0);
        chp.co2_t_per_mwh = 0.46;
        chp.coproducts = {{.bus = "heat", .ratio = 1.15}};
        s.link("heat pump", "city", "heat", s.series("cop", "cop", hours.cop), extendable(70000))
            .marginal_cost = 0.1;
        s.generator("boiler", "heat", extendable(8000), 48.0).co2_t_per_mwh = 0.22;
        Store& tank = s.store("tank", "heat", extendable(900));
        tank.standing_loss = 0.005;
        tank.marginal_cost_store = tank.marginal_cost_dispatch = 0.01;
    }
    s.limit(LimitKind::co2_cap_share, 0.15).reference_t = reference_t;
    return s;
}

}  // namespace dure::energy::testing
