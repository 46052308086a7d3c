// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/energy/kirchhoff.hpp"

namespace dure::energy {
namespace {

class FormMaker {
  public:
    explicit FormMaker(const Indexed& in) : in_(in), network_(*in.network) {}

    Form run() {
        form_.layout.periods = in_.periods;
        add_balances();
        add_level_rows();
        add_cycles();
        add_capacities();
        add_shedding();
        for (std::size_t i = 0; i < in_.generators.size(); ++i) add_generator(i);
        for (std::size_t i = 0; i < in_.links.size(); ++i) add_link(i);
        for (std::size_t i = 0; i < in_.stores.size(); ++i) add_store(i);
        for (std::size_t i = 0; i < in_.lines.size(); ++i) add_line(i);
        form_.layout.rows_per_period = static_cast<int>(form_.rows.size());
        form_.layout.columns_per_period = static_cast<int>(form_.columns.size());
        return std::move(form_);
    }

  private:
    int add_row(std::string name, Bound lower, Bound upper) {
        form_.rows.push_back({std::move(name), lower, upper});
        return static_cast<int>(form_.rows.size()) - 1;
    }
    int add_column(ColumnForm column) {
        form_.columns.push_back(std::move(column));
        return static_cast<int>(form_.columns.size()) - 1;
    }
    Coefficient per_cost_hour(double factor, const View& v = 1.0) const {
        return {factor, v, in_.cost_hours};
    }

    void add_balances() {
        for (std::size_t b = 0; b < network_.buses.size(); ++b) {
            const auto& demand = in_.demand[b];
            const Coefficient rhs{.factor = 1, .a = demand.empty() ? View(0) : View(demand)};
            add_row(fmt::format("balance{}:{}", b, network_.buses[b].name), rhs, rhs);
        }
    }

    void add_level_rows() {
        for (std::size_t s = 0; s < in_.stores.size(); ++s) {
            const Coefficient inflow{.factor = 1, .a = in_.stores[s].inflow, .b = in_.store_hours};
            add_row(fmt::format("level{}:{}", s, network_.stores[s].name), inflow, inflow);
        }
    }

    /// Divided by the greatest impedance of its cycle, so that the entries are at most 1.
    void add_cycles() {
        line_terms_.resize(in_.lines.size());
        std::vector<std::pair<int, int>> ends;
        for (const IndexedLine& l : in_.lines) ends.emplace_back(l.bus0, l.bus1);
        const auto cycles = cycle_basis(static_cast<int>(network_.buses.size()), ends);
        for (std::size_t c = 0; c < cycles.size(); ++c) {
            double greatest = 0;
            for (const CycleStep& step : cycles[c]) greatest = std::max(greatest, std::abs(impedance(step)));
            const int row = add_row(fmt::format("cycle{}", c), Coefficient{}, Coefficient{});
            for (const CycleStep& step : cycles[c])
                line_terms_[static_cast<std::size_t>(step.line)].push_back(
                    {row, {.factor = step.direction * impedance(step) / greatest}});
        }
    }
    double impedance(const CycleStep& step) const {
        return in_.lines[static_cast<std::size_t>(step.line)].impedance;
    }

    void add_capacities() {
        for (std::size_t k = 0; k < in_.capacities.size(); ++k) {
            const IndexedCapacity& c = in_.capacities[k];
            if (!c.capacity->extendable) {
                form_.layout.capacity_column.push_back(-1);
                form_.offset += c.annual_cost * c.capacity->nominal;
                continue;
            }
            form_.layout.capacity_column.push_back(static_cast<int>(form_.capacities.size()));
            form_.capacities.push_back({.name = fmt::format("capacity{}:{}", k, c.pointer),
                                        .terms = {},
                                        .year_terms = {},
                                        .cost = c.annual_cost,
                                        .lower = c.capacity->minimum,
                                        .upper = c.capacity->maximum.value_or(lp::kInfinity)});
        }
        form_.layout.added_column.assign(in_.capacities.size(), -1);
    }

    /// column ≤ (or ≥) factor · share · capacity: a bound where the capacity is fixed, else a row.
    void bound_above(ColumnForm& column, int capacity, const View& share, double factor = 1) {
        bound(column, capacity, share, factor, true);
    }
    void bound_below(ColumnForm& column, int capacity, const View& share, double factor = 1) {
        bound(column, capacity, share, factor, false);
    }
    void bound(ColumnForm& column, int capacity, const View& share, double factor, bool above) {
        const auto number = static_cast<std::size_t>(capacity);
        const int chosen = form_.layout.capacity_column[number];
        Bound& own = above ? column.upper : column.lower;
        if (chosen < 0) {
            own = Coefficient{.factor = factor * in_.capacities[number].capacity->nominal, .a = share};
            return;
        }
        if (!above && share.is_always(0)) return;
        const Bound zero = Coefficient{};
        const int row = add_row((above ? "most_" : "least_") + column.name, above ? std::nullopt : zero,
                                above ? zero : std::nullopt);
        column.terms.push_back({row, {.factor = 1}});
        form_.capacities[static_cast<std::size_t>(chosen)].terms.push_back(
            {row, {.factor = -factor, .a = share}});
    }

    void add_shedding() {
        for (std::size_t b = 0; b < network_.buses.size(); ++b) {
            const Bus& bus = network_.buses[b];
            if (!bus.value_of_lost_load || in_.demand[b].empty()) {
                form_.layout.shed.push_back(-1);
                continue;
            }
            form_.layout.shed.push_back(add_column({.name = fmt::format("shed{}:{}", b, bus.name),
                                                    .terms = {{static_cast<int>(b), {.factor = 1}}},
                                                    .costs = {per_cost_hour(*bus.value_of_lost_load)},
                                                    .upper = Coefficient{.factor = 1, .a = in_.demand[b]}}));
        }
    }

    void add_generator(std::size_t i) {
        const IndexedGenerator& g = in_.generators[i];
        ColumnForm flow{
            .name = fmt::format("generator{}:{}", i, network_.generators[i].name),
            .terms = {{g.bus, {.factor = 1}}},
            .costs = {per_cost_hour(1, g.marginal_cost), per_cost_hour(network_.co2_price_per_t, g.co2)}};
        for (const IndexedOutput& c : g.coproducts)
            flow.terms.push_back({c.bus, {.factor = 1, .a = c.ratio}});
        bound_above(flow, g.capacity, g.p_max);
        bound_below(flow, g.capacity, g.p_min);
        form_.layout.generator.push_back(add_column(std::move(flow)));
    }

    void add_link(std::size_t i) {
        const IndexedLink& l = in_.links[i];
        ColumnForm flow{
            .name = fmt::format("link{}:{}", i, network_.links[i].name),
            .terms = {{l.bus0, {.factor = -1}}},
            .costs = {per_cost_hour(1, l.marginal_cost), per_cost_hour(network_.co2_price_per_t, l.co2)}};
        if (l.two_way) flow.lower.reset();
        for (const IndexedOutput& o : l.outputs) flow.terms.push_back({o.bus, {.factor = 1, .a = o.ratio}});
        bound_above(flow, l.capacity, l.p_max);
        bound_below(flow, l.capacity, l.p_min);
        form_.layout.link.push_back(add_column(std::move(flow)));
    }

    void add_store(std::size_t i) {
        const IndexedStore& s = in_.stores[i];
        const Store& store = network_.stores[i];
        const int level_row = static_cast<int>(network_.buses.size() + i);
        ColumnForm charge{.name = fmt::format("charge{}:{}", i, store.name),
                          .terms = {{s.bus, {.factor = -1}},
                                    {level_row, {.factor = -store.efficiency_store, .a = in_.store_hours}}},
                          .costs = {per_cost_hour(store.marginal_cost_store)}};
        ColumnForm discharge{
            .name = fmt::format("discharge{}:{}", i, store.name),
            .terms = {{s.bus, {.factor = 1}},
                      {level_row, {.factor = 1 / store.efficiency_dispatch, .a = in_.store_hours}}},
            .costs = {per_cost_hour(store.marginal_cost_dispatch)}};
        if (s.power_capacity >= 0) {
            bound_above(charge, s.power_capacity, s.p_min, -1);
            bound_above(discharge, s.power_capacity, s.p_max);
        }
        ColumnForm level{.name = fmt::format("stored{}:{}", i, store.name),
                         .terms = {{level_row, {.factor = 1}}},
                         .costs = {},
                         .store = static_cast<int>(i)};
        const int capacity = s.energy_capacity >= 0 ? s.energy_capacity : s.power_capacity;
        const double per_unit = s.energy_capacity >= 0 ? 1 : store.max_hours.value();
        bound_above(level, capacity, s.e_max, per_unit);
        bound_below(level, capacity, s.e_min, per_unit);

        Layout::Store slots;
        slots.charge = add_column(std::move(charge));
        slots.discharge = add_column(std::move(discharge));
        slots.level = add_column(std::move(level));
        if (s.has_inflow)
            slots.spill = add_column({.name = fmt::format("spill{}:{}", i, store.name),
                                      .terms = {{level_row, {.factor = 1, .a = in_.store_hours}}},
                                      .costs = {per_cost_hour(store.spill_cost)},
                                      .upper = Coefficient{.factor = 1, .a = s.inflow}});
        form_.layout.store.push_back(slots);
    }

    void add_line(std::size_t i) {
        const IndexedLine& l = in_.lines[i];
        const Line& line = network_.lines[i];
        ColumnForm flow{.name = fmt::format("line{}:{}", i, line.name),
                        .terms = {{l.bus0, {.factor = -1}}, {l.bus1, {.factor = 1}}},
                        .costs = {},
                        .lower = std::nullopt};
        flow.terms.insert(flow.terms.end(), line_terms_[i].begin(), line_terms_[i].end());
        bound_above(flow, l.capacity, line.s_max_pu);
        bound_below(flow, l.capacity, -line.s_max_pu);
        form_.layout.line.push_back(add_column(std::move(flow)));
    }

    const Indexed& in_;
    const Network& network_;
    Form form_;
    std::vector<std::vector<Term>> line_terms_;  ///< of the cycles, by line
};

}  // namespace

Form make_form(const Indexed& network) {
    return FormMaker(network).run();
}

}  // namespace dure::energy
