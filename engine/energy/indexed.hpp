// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/energy/view.hpp"

namespace dure::energy {

/// A capacity that is fixed or chosen. All of a network's stand in one list, to which components refer by
/// number.
struct IndexedCapacity {
    const Capacity* capacity = nullptr;
    double annual_cost = 0;      ///< per unit and year
    double unit_investment = 0;  ///< per unit, overnight; 0 where only the annual cost is known
    std::string pointer;         ///< "/generators/0/p_nom"
};

struct IndexedOutput {
    int bus = 0;
    View ratio;
};

struct IndexedGenerator {
    int bus = 0;
    int capacity = 0;
    View p_min, p_max, marginal_cost, co2;
    std::vector<IndexedOutput> coproducts;
    bool renewable = false;
};

struct IndexedLink {
    int bus0 = 0;
    int capacity = 0;
    View p_min, p_max, marginal_cost, co2;
    bool two_way = false;
    std::vector<IndexedOutput> outputs;
    bool renewable = false;
};

struct IndexedStore {
    int bus = 0;
    int power_capacity = -1;   ///< −1: no limit of its own
    int energy_capacity = -1;  ///< −1: max_hours × power
    View p_min, p_max, e_min, e_max, inflow;
    bool has_inflow = false;
    std::vector<double> kept;  ///< share of the level before that is left, a period
};

struct IndexedLine {
    int bus0 = 0, bus1 = 0;
    int capacity = 0;
    double impedance = 0;  ///< resistance at DC buses, else reactance
};

struct IndexedLoad {
    int bus = 0;
    Coefficient p;  ///< MW, scaled and grown
};

/// A network that passed check() with names turned into numbers and profiles into views. Network and series
/// must outlive it.
struct Indexed {
    const Network* network = nullptr;
    int periods = 0;
    /// Hours that a period counts for in cost, in sums of generation and in stores (weights ×
    /// hours_per_period).
    std::vector<double> cost_hours, generation_hours, store_hours;
    double total_hours = 0;                   ///< sum of generation_hours
    std::vector<std::vector<double>> demand;  ///< MW by bus; empty at a bus without loads
    std::vector<IndexedCapacity> capacities;
    std::vector<IndexedLoad> loads;
    std::vector<IndexedGenerator> generators;
    std::vector<IndexedLink> links;
    std::vector<IndexedStore> stores;
    std::vector<IndexedLine> lines;

    double demand_at(int bus, int period) const {
        const auto& d = demand[static_cast<std::size_t>(bus)];
        return d.empty() ? 0 : d[static_cast<std::size_t>(period)];
    }
    bool same_energy(int bus, std::string_view carrier) const;
};

Indexed index(const Network& network, const SeriesValues& series);

/// What counts as the same energy in shares: "AC" and "DC" are electricity.
std::string_view energy_of(std::string_view carrier);

}  // namespace dure::energy
