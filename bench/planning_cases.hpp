// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/lp/problem.hpp"

// Hourly planning problems for benchmarks and tests: the families D1 (power) and D2 (power and heat) of the
// project's yardsticks, written straight into columns.
namespace dure::planning_cases {

/// One value an hour.
struct Year {
    std::vector<double> load, sun, wind, heat, cop;
    int hours() const { return static_cast<int>(load.size()); }
};

/// Reads hour,load_mw,pv_cf,wind_cf,temp_c,ghi_wm2,heat_mw,cop; empty when the file is missing.
inline Year read_year(const std::string& path) {
    Year y;
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        std::vector<double> v;
        for (std::string cell; std::getline(cells, cell, ',');) v.push_back(std::stod(cell));
        if (v.size() != 8) continue;
        y.load.push_back(v[1]);
        y.sun.push_back(v[2]);
        y.wind.push_back(v[3]);
        y.heat.push_back(v[6]);
        y.cop.push_back(v[7]);
    }
    return y;
}

/// A synthetic year of any length: daily and yearly waves and weather from a small generator; no data behind
/// it.
inline Year synthetic_year(int hours, unsigned seed = 1) {
    Year y;
    unsigned long long state = seed * 2654435761ULL + 88172645463325252ULL;
    const auto random = [&state] {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return static_cast<double>(state >> 11) / 9007199254740992.0;
    };
    double gust = 0.3, cloud = 0.3;
    for (int h = 0; h < hours; ++h) {
        const double day = 2 * M_PI * h / 24, season = 2 * M_PI * h / 8760;
        gust = std::min(1.0, std::max(0.0, gust + 0.12 * (random() - 0.5) + 0.02 * (0.3 - gust)));
        cloud = std::min(0.9, std::max(0.0, cloud + 0.2 * (random() - 0.5) + 0.03 * (0.3 - cloud)));
        const double height = -std::cos(day) - 0.2 + 0.25 * -std::cos(season);
        y.load.push_back(1900 - 250 * std::cos(day) + 120 * std::cos(2 * season) + 60 * random());
        y.sun.push_back(height > 0 ? std::min(1.0, height * (1 - cloud)) : 0);
        y.wind.push_back(gust * gust);
        y.heat.push_back(std::max(0.0, 300 + 260 * std::cos(season) + 40 * std::cos(day) + 20 * random()));
        y.cop.push_back(3 - 1.1 * std::cos(season) + 0.2 * random());
    }
    return y;
}

struct Case {
    Year year;
    bool heat = false;
    double co2_share = 0.15;
    int batteries = 1;  ///< stores on the power bus, each a little different
    bool cyclic = true;
    bool shedding = true;
    double wind_cost = 102000, solar_cost = 52000, gas_price = 95;
    double load_factor = 1;
};

/// Rows and columns of a problem while it is written; row() and column() give their numbers.
class Writer {
  public:
    using Entries = std::vector<std::pair<int, double>>;

    int row(double lower, double upper) {
        problem_.row_lower.push_back(lower);
        problem_.row_upper.push_back(upper);
        return problem_.rows() - 1;
    }
    int column(double cost, Entries entries = {}) {
        problem_.cost.push_back(cost);
        entries_.push_back(std::move(entries));
        return problem_.columns() - 1;
    }
    void entry(int row, int column, double value) { entries_[column].emplace_back(row, value); }
    /// flow ≤ factor · capacity.
    void at_most(int flow, double factor, int capacity) {
        const int r = row(-lp::kInfinity, 0);
        entry(r, flow, 1);
        if (factor != 0) entry(r, capacity, -factor);
    }
    void raise_upper(int row, double by) { problem_.row_upper[row] += by; }

    lp::Problem finish() {
        for (const auto& entries : entries_) {
            // Ascending rows, and one entry where a one-hour year meets itself.
            std::map<int, double> merged;
            for (const auto& [r, v] : entries) merged[r] += v;
            for (const auto& [r, v] : merged) {
                if (v == 0) continue;
                problem_.index.push_back(r);
                problem_.value.push_back(v);
            }
            problem_.start.push_back(problem_.entries());
        }
        problem_.col_lower.assign(entries_.size(), 0);
        problem_.col_upper.assign(entries_.size(), lp::kInfinity);
        return std::move(problem_);
    }

  private:
    lp::Problem problem_;
    std::vector<Entries> entries_;
};

/// Writes the case's zone under the given CO2 row and raises that row's bound by the zone's share; gives the
/// rows of its power bus, one an hour.
inline std::vector<int> add_zone(Writer& w, const Case& c, int co2) {
    const int hours = c.year.hours();
    const double share = hours / 8760.0;
    const int sun = w.column(c.solar_cost * share), wind = w.column(c.wind_cost * share),
              gas = w.column(46000 * share);
    std::vector<int> power, energy;
    for (int b = 0; b < c.batteries; ++b) {
        power.push_back(w.column((12000 + 1500 * b) * share));
        energy.push_back(w.column((21000 - 4000 * b) * share));
    }
    int chp = 0, pump = 0, boiler = 0, store = 0;
    if (c.heat) {
        chp = w.column(95000 * share);
        pump = w.column(70000 * share);
        boiler = w.column(8000 * share);
        store = w.column(900 * share);
    }
    double emissions = 0;
    for (int h = 0; h < hours; ++h)
        emissions += 0.40 * c.load_factor * c.year.load[h] + (c.heat ? 0.22 * c.year.heat[h] : 0);
    w.raise_upper(co2, c.co2_share * emissions);
    std::vector<int> power_bus, heat_bus, heat_level;
    std::vector<std::vector<int>> level(c.batteries);
    for (int h = 0; h < hours; ++h) {
        power_bus.push_back(w.row(c.load_factor * c.year.load[h], c.load_factor * c.year.load[h]));
        for (auto& l : level) l.push_back(w.row(0, 0));
        if (!c.heat) continue;
        heat_bus.push_back(w.row(c.year.heat[h], c.year.heat[h]));
        heat_level.push_back(w.row(0, 0));
    }
    const auto keep = [&](const std::vector<int>& rows, int h, double kept, int capacity) {
        const int l = w.column(0, {{rows[h], 1}});
        if (h + 1 < hours || c.cyclic) w.entry(rows[(h + 1) % hours], l, -kept);
        w.at_most(l, 1, capacity);
    };
    for (int h = 0; h < hours; ++h) {
        const int bus = power_bus[h];
        w.at_most(w.column(0.01, {{bus, 1}}), c.year.sun[h], sun);
        w.at_most(w.column(0.015, {{bus, 1}}), c.year.wind[h], wind);
        w.at_most(w.column(c.gas_price, {{bus, 1}, {co2, 0.40}}), 1, gas);
        for (int b = 0; b < c.batteries; ++b) {
            const double loss = 0.95 - 0.1 * b;
            w.at_most(w.column(0.05, {{bus, -1}, {level[b][h], -loss}}), 1, power[b]);
            w.at_most(w.column(0.05, {{bus, 1}, {level[b][h], 1 / loss}}), 1, power[b]);
            keep(level[b], h, 0.99995 - 0.002 * b, energy[b]);
        }
        if (c.shedding) w.column(3000, {{bus, 1}});
        if (!c.heat) continue;
        w.at_most(w.column(62, {{bus, 1}, {heat_bus[h], 1.15}, {co2, 0.46}}), 1, chp);
        w.at_most(w.column(0.1, {{bus, -1}, {heat_bus[h], c.year.cop[h]}}), 1, pump);
        w.at_most(w.column(48, {{heat_bus[h], 1}, {co2, 0.22}}), 1, boiler);
        w.column(0.01, {{heat_bus[h], -1}, {heat_level[h], -1}});
        w.column(0.01, {{heat_bus[h], 1}, {heat_level[h], 1}});
        keep(heat_level, h, 0.995, store);
    }
    return power_bus;
}

/// min cost of the case as a linear program; names are left out.
inline lp::Problem problem(const Case& c) {
    Writer w;
    add_zone(w, c, w.row(-lp::kInfinity, 0));
    return w.finish();
}

}  // namespace dure::planning_cases
