// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "bench/planning_cases.hpp"

// Several cities' years joined by transmission, for the growth of the planning engine with the model.
namespace dure::planning_cases {

/// A zone's year: the given one with load, sun and wind moved by days of their own, so that no two zones have
/// the same weather at once.
inline Year moved(const Year& year, int load_days, int sun_days, int wind_days) {
    Year out = year;
    const int hours = year.hours();
    const auto move = [hours](const std::vector<double>& from, std::vector<double>& to, int days) {
        for (int h = 0; h < hours; ++h) to[h] = from[((h + days * 24) % hours + hours) % hours];
    };
    move(year.load, out.load, load_days);
    move(year.sun, out.sun, sun_days);
    move(year.wind, out.wind, wind_days);
    move(year.heat, out.heat, load_days);
    move(year.cop, out.cop, load_days);
    return out;
}

/// Which zones a line joins: a ring, and from six zones on chords across it.
inline std::vector<std::pair<int, int>> zone_lines(int zones) {
    std::vector<std::pair<int, int>> lines;
    for (int z = 0; z + 1 < zones; ++z) lines.emplace_back(z, z + 1);
    if (zones > 2) lines.emplace_back(zones - 1, 0);
    for (int z = 0; zones >= 6 && z < zones / 2; z += 2) lines.emplace_back(z, z + zones / 2);
    return lines;
}

/// `zones` cities under one CO2 limit: sizes 0.4 to 1.6 of the given year's, costs within a tenth of its own,
/// lines with 3 % losses whose capacity is chosen too. The same whenever it is asked for.
inline lp::Problem zones_problem(const Year& year, int zones, bool heat = false) {
    unsigned long long state = 0x2545f4914f6cdd1dULL;
    const auto between = [&state](double low, double high) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return low + (high - low) * static_cast<double>(state >> 11) / 9007199254740992.0;
    };
    Writer w;
    const int co2 = w.row(-lp::kInfinity, 0);
    std::vector<std::vector<int>> bus;
    for (int z = 0; z < zones; ++z) {
        const int load_days = static_cast<int>(between(-7, 7)), sun_days = static_cast<int>(between(-20, 20)),
                  wind_days = static_cast<int>(between(0, 365));
        Case c{.year = moved(year, load_days, sun_days, wind_days), .heat = heat};
        const double size = between(0.4, 1.6), windy = between(0.7, 1.3), sunny = between(0.8, 1);
        for (double& v : c.year.load) v *= size;
        for (double& v : c.year.heat) v *= size;
        for (double& v : c.year.wind) v = std::min(1.0, windy * v);
        for (double& v : c.year.sun) v *= sunny;
        c.wind_cost *= between(0.9, 1.1);
        c.solar_cost *= between(0.9, 1.1);
        c.gas_price *= between(0.9, 1.1);
        bus.push_back(add_zone(w, c, co2));
    }
    for (const auto& [from, to] : zone_lines(zones)) {
        const int capacity = w.column(between(15000, 45000) * year.hours() / 8760.0);
        for (int h = 0; h < year.hours(); ++h) {
            w.at_most(w.column(0.05, {{bus[from][h], -1}, {bus[to][h], 0.97}}), 1, capacity);
            w.at_most(w.column(0.05, {{bus[to][h], -1}, {bus[from][h], 0.97}}), 1, capacity);
        }
    }
    return w.finish();
}

}  // namespace dure::planning_cases
