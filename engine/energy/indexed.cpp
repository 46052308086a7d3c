// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/indexed.hpp"

#include <fmt/format.h>

#include <cmath>
#include <unordered_map>

#include "engine/energy/capital.hpp"

namespace dure::energy {
namespace {

using Numbers = std::unordered_map<std::string_view, int>;

template <class T>
Numbers number(const std::vector<T>& items) {
    Numbers numbers;
    for (const T& item : items) numbers.emplace(item.name, static_cast<int>(numbers.size()));
    return numbers;
}

std::vector<double> hours(const Profile& weight, const Time& time, const SeriesValues& series) {
    const View w = view(weight, series);
    std::vector<double> result(static_cast<std::size_t>(time.periods));
    for (int t = 0; t < time.periods; ++t) result[static_cast<std::size_t>(t)] = w[t] * time.hours_per_period;
    return result;
}

bool any_above_zero(const View& v, double sign, int periods) {
    for (int t = 0; t < (v.is_series() ? periods : 1); ++t)
        if (sign * v[t] > 0) return true;
    return false;
}

class Indexer {
  public:
    Indexer(const Network& network, const SeriesValues& series)
        : network_(network),
          series_(series),
          buses_(number(network.buses)),
          carriers_(number(network.carriers)) {}

    Indexed run() {
        out_.network = &network_;
        out_.periods = network_.time.periods;
        out_.cost_hours = hours(network_.time.objective_weight, network_.time, series_);
        out_.generation_hours = hours(network_.time.generator_weight, network_.time, series_);
        out_.store_hours = hours(network_.time.store_weight, network_.time, series_);
        for (double h : out_.generation_hours) out_.total_hours += h;
        add_loads();
        add_generators();
        add_links();
        add_stores();
        add_lines();
        return std::move(out_);
    }

  private:
    int bus(const std::string& name) const { return buses_.at(name); }
    View look(const Profile& profile) const { return view(profile, series_); }

    const Carrier* carrier(const std::string& name) const {
        const auto found = carriers_.find(name);
        return found == carriers_.end() ? nullptr
                                        : &network_.carriers[static_cast<std::size_t>(found->second)];
    }
    bool renewable(const std::string& name) const {
        const Carrier* c = carrier(name);
        return c && c->renewable;
    }

    int add_capacity(const Capacity& capacity, std::string pointer) {
        out_.capacities.push_back({.capacity = &capacity,
                                   .annual_cost = annual_cost(capacity.capital_cost, network_.discount_rate),
                                   .unit_investment = capacity.capital_cost.investment.value_or(0),
                                   .pointer = std::move(pointer)});
        return static_cast<int>(out_.capacities.size()) - 1;
    }

    void add_loads() {
        out_.demand.resize(network_.buses.size());
        for (const Load& load : network_.loads) {
            const View shape = look(load.p_mw);
            double factor = load.growth;
            if (load.annual_mwh) {
                double sum = 0;
                for (int t = 0; t < out_.periods; ++t)
                    sum += shape[t] * out_.generation_hours[static_cast<std::size_t>(t)];
                factor *= *load.annual_mwh / sum;
            }
            const IndexedLoad indexed{.bus = bus(load.bus), .p = {.factor = factor, .a = shape}};
            auto& demand = out_.demand[static_cast<std::size_t>(indexed.bus)];
            demand.resize(static_cast<std::size_t>(out_.periods));
            for (int t = 0; t < out_.periods; ++t) demand[static_cast<std::size_t>(t)] += indexed.p[t];
            out_.loads.push_back(indexed);
        }
    }

    void add_generators() {
        for (std::size_t i = 0; i < network_.generators.size(); ++i) {
            const Generator& g = network_.generators[i];
            const Carrier* fuel = carrier(g.carrier);
            IndexedGenerator indexed{
                .bus = bus(g.bus),
                .capacity = add_capacity(g.p_nom, fmt::format("/generators/{}/p_nom", i)),
                .p_min = look(g.p_min_pu),
                .p_max = look(g.p_max_pu),
                .marginal_cost = look(g.marginal_cost),
                .co2 = g.co2_t_per_mwh ? look(*g.co2_t_per_mwh)
                                       : View(fuel ? fuel->co2_t_per_mwh / g.efficiency : 0),
                .coproducts = {},
                .renewable = fuel && fuel->renewable};
            for (const CoProduct& c : g.coproducts) indexed.coproducts.push_back({bus(c.bus), look(c.ratio)});
            out_.generators.push_back(std::move(indexed));
        }
    }

    void add_links() {
        for (std::size_t i = 0; i < network_.links.size(); ++i) {
            const Link& l = network_.links[i];
            IndexedLink indexed{.bus0 = bus(l.bus0),
                                .capacity = add_capacity(l.p_nom, fmt::format("/links/{}/p_nom", i)),
                                .p_min = look(l.p_min_pu),
                                .p_max = look(l.p_max_pu),
                                .marginal_cost = look(l.marginal_cost),
                                .co2 = l.co2_t_per_mwh ? look(*l.co2_t_per_mwh) : View(0),
                                .two_way = any_above_zero(look(l.p_min_pu), -1, out_.periods),
                                .outputs = {},
                                .renewable = renewable(l.carrier)};
            for (const LinkOutput& o : l.outputs) indexed.outputs.push_back({bus(o.bus), look(o.efficiency)});
            out_.links.push_back(std::move(indexed));
        }
    }

    void add_stores() {
        for (std::size_t i = 0; i < network_.stores.size(); ++i) {
            const Store& s = network_.stores[i];
            IndexedStore indexed{.bus = bus(s.bus),
                                 .p_min = look(s.p_min_pu),
                                 .p_max = look(s.p_max_pu),
                                 .e_min = look(s.e_min_pu),
                                 .e_max = look(s.e_max_pu),
                                 .inflow = look(s.inflow_mw),
                                 .has_inflow = any_above_zero(look(s.inflow_mw), 1, out_.periods),
                                 .kept = out_.store_hours};
            if (s.p_nom) indexed.power_capacity = add_capacity(*s.p_nom, fmt::format("/stores/{}/p_nom", i));
            if (!s.max_hours)
                indexed.energy_capacity = add_capacity(s.e_nom, fmt::format("/stores/{}/e_nom", i));
            for (double& k : indexed.kept) k = std::pow(1 - s.standing_loss, k);
            out_.stores.push_back(std::move(indexed));
        }
    }

    void add_lines() {
        for (std::size_t i = 0; i < network_.lines.size(); ++i) {
            const Line& l = network_.lines[i];
            const int bus0 = bus(l.bus0);
            const bool dc = network_.buses[static_cast<std::size_t>(bus0)].carrier == "DC";
            out_.lines.push_back({.bus0 = bus0,
                                  .bus1 = bus(l.bus1),
                                  .capacity = add_capacity(l.s_nom, fmt::format("/lines/{}/s_nom", i)),
                                  .impedance = dc ? l.r_ohm : l.x_ohm});
        }
    }

    const Network& network_;
    const SeriesValues& series_;
    Numbers buses_, carriers_;
    Indexed out_;
};

}  // namespace

std::string_view energy_of(std::string_view carrier) {
    return carrier == "AC" || carrier == "DC" ? std::string_view("electricity") : carrier;
}

bool Indexed::same_energy(int bus, std::string_view carrier) const {
    return energy_of(network->buses[static_cast<std::size_t>(bus)].carrier) == energy_of(carrier);
}

Indexed index(const Network& network, const SeriesValues& series) {
    return Indexer(network, series).run();
}

}  // namespace dure::energy
