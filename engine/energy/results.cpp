// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/energy/limit_results.hpp"

namespace dure::energy {
namespace {

constexpr double kWorstImbalance = 1e-6;  ///< of the bus's peak

std::size_t number(int i) {
    return static_cast<std::size_t>(i);
}

class Reader {
  public:
    Reader(const Indexed& in, const Program& model, const lp::Solution& solution)
        : in_(in), network_(*in.network), layout_(model.layout), x_(solution.x), y_(solution.y) {
        injection_.resize(network_.buses.size(), std::vector<double>(number(in.periods)));
        supply_ = injection_;
    }

    Expected<Plan> run(Plan plan) {
        plan_ = std::move(plan);
        read_loads();
        for (std::size_t i = 0; i < in_.generators.size(); ++i) read_generator(i);
        for (std::size_t i = 0; i < in_.links.size(); ++i) read_link(i);
        for (std::size_t i = 0; i < in_.stores.size(); ++i) read_store(i);
        for (std::size_t i = 0; i < in_.lines.size(); ++i) read_line(i);
        for (std::size_t b = 0; b < network_.buses.size(); ++b) read_shedding(b);
        if (auto ok = read_buses(); !ok) return std::unexpected(ok.error());
        add_up();
        read_shares_and_limits(in_, layout_, x_, y_, plan_);
        return std::move(plan_);
    }

  private:
    std::vector<double> flow(int slot) const {
        std::vector<double> values(number(in_.periods));
        for (int t = 0; t < in_.periods; ++t) values[number(t)] = x_[number(layout_.column(t, slot))];
        return values;
    }

    double capacity(int k) const {
        const int column = layout_.capacity_column[number(k)];
        return column < 0 ? in_.capacities[number(k)].capacity->nominal : x_[number(column)];
    }

    /// Σ factor · flow · hours
    static double sum(const std::vector<double>& flow, const std::vector<double>& hours,
                      const View& factor = 1) {
        double total = 0;
        for (std::size_t t = 0; t < flow.size(); ++t)
            total += factor[static_cast<int>(t)] * flow[t] * hours[t];
        return total;
    }
    static double absolute_sum(const std::vector<double>& flow, const std::vector<double>& hours,
                               const View& factor = 1) {
        double total = 0;
        for (std::size_t t = 0; t < flow.size(); ++t)
            total += std::abs(factor[static_cast<int>(t)] * flow[t]) * hours[t];
        return total;
    }

    /// A flow into a bus: kept as a series and counted in the bus's balance.
    void inject(std::string kind, const std::string& component, int bus, std::vector<double> value) {
        auto& sum = injection_[number(bus)];
        auto& supply = supply_[number(bus)];
        for (std::size_t t = 0; t < value.size(); ++t) {
            sum[t] += value[t];
            supply[t] += std::max(value[t], 0.0);
        }
        plan_.series.push_back(
            {std::move(kind), component, network_.buses[number(bus)].name, "MW", std::move(value)});
    }

    static std::vector<double> scaled(const std::vector<double>& flow, double factor,
                                      const View& profile = 1) {
        std::vector<double> result(flow.size());
        for (std::size_t t = 0; t < flow.size(); ++t)
            result[t] = factor * profile[static_cast<int>(t)] * flow[t];
        return result;
    }

    /// Capacity, its cost and what is added of it.
    void add_capacity(TechnologyResult& r, int k) const {
        const IndexedCapacity& c = in_.capacities[number(k)];
        r.capital_cost += c.annual_cost * capacity(k);
        r.investment += c.unit_investment * std::max(capacity(k) - c.capacity->nominal, 0.0);
    }

    TechnologyResult technology(std::string kind, const std::string& name, int bus,
                                const std::string& carrier, int k) const {
        TechnologyResult r;
        r.kind = std::move(kind);
        r.name = name;
        r.bus = network_.buses[number(bus)].name;
        r.carrier = carrier;
        if (k < 0) return r;
        r.capacity_mw = capacity(k);
        r.existing_mw = in_.capacities[number(k)].capacity->nominal;
        add_capacity(r, k);
        return r;
    }

    void add_technology(TechnologyResult r, double worked_mwh) {
        // Below a watt a capacity is the solver's dust and hours of it mean nothing.
        if (r.capacity_mw > 1e-6) r.full_load_hours = worked_mwh / r.capacity_mw;
        plan_.technologies.push_back(std::move(r));
    }

    void read_loads() {
        for (std::size_t i = 0; i < in_.loads.size(); ++i) {
            std::vector<double> value(number(in_.periods));
            for (int t = 0; t < in_.periods; ++t) value[number(t)] = -in_.loads[i].p[t];
            inject("load", network_.loads[i].name, in_.loads[i].bus, std::move(value));
        }
    }

    void read_generator(std::size_t i) {
        const IndexedGenerator& g = in_.generators[i];
        const Generator& generator = network_.generators[i];
        const auto p = flow(layout_.generator[i]);
        auto r = technology("generator", generator.name, g.bus, generator.carrier, g.capacity);
        r.output_mwh = sum(p, in_.generation_hours);
        r.co2_t = sum(p, in_.generation_hours, g.co2);
        r.marginal_cost = sum(p, in_.cost_hours, g.marginal_cost) +
                          network_.co2_price_per_t * sum(p, in_.cost_hours, g.co2);
        if (g.p_max.is_series())
            r.curtailed_mwh =
                sum(std::vector<double>(p.size(), r.capacity_mw), in_.generation_hours, g.p_max) -
                r.output_mwh;
        for (const IndexedOutput& c : g.coproducts)
            inject("generator", generator.name, c.bus, scaled(p, 1, c.ratio));
        inject("generator", generator.name, g.bus, p);
        const double worked = r.output_mwh;
        add_technology(std::move(r), worked);
    }

    void read_link(std::size_t i) {
        const IndexedLink& l = in_.links[i];
        const Link& link = network_.links[i];
        const auto p = flow(layout_.link[i]);
        auto r = technology("link", link.name, l.bus0, link.carrier, l.capacity);
        r.input_mwh = absolute_sum(p, in_.generation_hours);
        r.output_mwh = absolute_sum(p, in_.generation_hours, l.outputs.front().ratio);
        r.co2_t = sum(p, in_.generation_hours, l.co2);
        r.marginal_cost = sum(p, in_.cost_hours, l.marginal_cost) +
                          network_.co2_price_per_t * sum(p, in_.cost_hours, l.co2);
        inject("link", link.name, l.bus0, scaled(p, -1));
        for (const IndexedOutput& o : l.outputs) inject("link", link.name, o.bus, scaled(p, 1, o.ratio));
        const double worked = r.input_mwh;
        add_technology(std::move(r), worked);
    }

    void read_store(std::size_t i) {
        const IndexedStore& s = in_.stores[i];
        const Store& store = network_.stores[i];
        const Layout::Store& slots = layout_.store[i];
        const auto charge = flow(slots.charge), discharge = flow(slots.discharge);
        auto r = technology("store", store.name, s.bus, store.carrier, s.power_capacity);
        if (s.energy_capacity >= 0) {
            r.energy_capacity_mwh = capacity(s.energy_capacity);
            add_capacity(r, s.energy_capacity);
        } else {
            r.energy_capacity_mwh = store.max_hours.value() * r.capacity_mw;
        }
        r.output_mwh = sum(discharge, in_.generation_hours);
        r.input_mwh = sum(charge, in_.generation_hours);
        r.marginal_cost = store.marginal_cost_store * sum(charge, in_.cost_hours) +
                          store.marginal_cost_dispatch * sum(discharge, in_.cost_hours);
        if (slots.spill >= 0) {
            const auto spill = flow(slots.spill);
            r.marginal_cost += store.spill_cost * sum(spill, in_.cost_hours);
            r.curtailed_mwh = sum(spill, in_.store_hours);
        }
        auto net = discharge;
        for (std::size_t t = 0; t < net.size(); ++t) net[t] -= charge[t];
        inject("store", store.name, s.bus, std::move(net));
        plan_.series.push_back(
            {"store_level", store.name, network_.buses[number(s.bus)].name, "MWh", flow(slots.level)});
        const double worked = r.output_mwh;
        add_technology(std::move(r), worked);
    }

    void read_line(std::size_t i) {
        const IndexedLine& l = in_.lines[i];
        const Line& line = network_.lines[i];
        const auto p = flow(layout_.line[i]);
        auto r = technology("line", line.name, l.bus0, network_.buses[number(l.bus0)].carrier, l.capacity);
        r.input_mwh = r.output_mwh = absolute_sum(p, in_.generation_hours);
        inject("line", line.name, l.bus0, scaled(p, -1));
        inject("line", line.name, l.bus1, p);
        const double worked = r.output_mwh;
        add_technology(std::move(r), worked);
    }

    void read_shedding(std::size_t b) {
        if (layout_.shed[b] < 0) return;
        const Bus& bus = network_.buses[b];
        const auto p = flow(layout_.shed[b]);
        auto r = technology("shedding", bus.name, static_cast<int>(b), bus.carrier, -1);
        r.output_mwh = sum(p, in_.generation_hours);
        r.marginal_cost = *bus.value_of_lost_load * sum(p, in_.cost_hours);
        inject("shedding", bus.name, static_cast<int>(b), p);
        plan_.technologies.push_back(std::move(r));
    }

    Expected<void> read_buses() {
        for (std::size_t b = 0; b < network_.buses.size(); ++b) {
            BusResult r;
            r.name = network_.buses[b].name;
            int worst = 0;
            for (int t = 0; t < in_.periods; ++t) {
                const double demand = in_.demand_at(static_cast<int>(b), t);
                const double missed = std::abs(injection_[b][number(t)]);
                // Written so that a NaN is kept.
                if (!(missed <= r.max_abs_imbalance_mw)) r.max_abs_imbalance_mw = missed, worst = t;
                r.peak_mw = std::max(r.peak_mw, demand);
                r.demand_mwh += demand * in_.generation_hours[number(t)];
                const double hours = in_.cost_hours[number(t)];
                r.price.push_back(hours > 0 ? y_[number(layout_.balance_row(t, static_cast<int>(b)))] / hours
                                            : 0);
            }
            if (r.peak_mw == 0) r.peak_mw = std::ranges::max(supply_[b]);
            if (layout_.shed[b] >= 0) r.shed_mwh = sum(flow(layout_.shed[b]), in_.generation_hours);
            // Where next to nothing flows the yardstick is a megawatt.
            if (!(r.max_abs_imbalance_mw <= kWorstImbalance * std::max(r.peak_mw, 1.0)))
                return fail("energy.balance_failed",
                            {{"bus", r.name},
                             {"period", std::to_string(worst)},
                             {"imbalance_mw", fmt::format("{:.3g}", r.max_abs_imbalance_mw)},
                             {"peak_mw", fmt::format("{:.6g}", r.peak_mw)}});
            plan_.buses.push_back(std::move(r));
        }
        return {};
    }

    void add_up() {
        for (const TechnologyResult& t : plan_.technologies) {
            plan_.total_cost += t.capital_cost + t.marginal_cost;
            plan_.co2_t += t.co2_t;
            plan_.investment += t.investment;
        }
        for (const BusResult& b : plan_.buses) {
            plan_.demand_mwh += b.demand_mwh;
            plan_.shed_mwh += b.shed_mwh;
        }
        for (const IndexedCapacity& c : in_.capacities)
            plan_.existing_capital_cost += c.annual_cost * c.capacity->nominal;
    }

    const Indexed& in_;
    const Network& network_;
    const Layout& layout_;
    const std::vector<double>&x_, &y_;
    std::vector<std::vector<double>> injection_,
        supply_;  ///< MW by bus and period: all flows, and those into the bus
    Plan plan_;
};

}  // namespace

Expected<Plan> read_plan(const Indexed& network, const Program& model, const lp::Solution& solution) {
    Plan plan;
    plan.status = solution.status;
    plan.method = solution.method;
    plan.iterations = solution.iterations;
    plan.solve_seconds = solution.seconds;
    plan.rows = model.problem.rows();
    plan.columns = model.problem.columns();
    plan.entries = model.problem.entries();
    plan.certificate = solution.certificate;
    if (solution.status != lp::Status::optimal) return plan;
    return Reader(network, model, solution).run(std::move(plan));
}

}  // namespace dure::energy
