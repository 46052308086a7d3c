// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "engine/energy/form.hpp"
#include "engine/energy/share.hpp"

namespace dure::energy {
namespace {

class LimitAdder {
  public:
    LimitAdder(const Indexed& in, Form& form) : in_(in), network_(*in.network), form_(form) {}

    void add(std::size_t i) {
        const Limit& limit = network_.limits[i];
        Layout& layout = form_.layout;
        layout.limit_row.push_back(-1);
        layout.limit_scale.push_back(1);
        if (!limit.active) return;
        row_ = layout.rows_per_period + static_cast<int>(form_.year_rows.size());
        scale_ = in_.total_hours;
        form_.year_rows.push_back({.name = fmt::format("limit{}:{}", i, limit.name)});
        switch (limit.kind) {
            case LimitKind::co2_cap:
                add_co2(limit.value);
                break;
            case LimitKind::co2_cap_share:
                add_co2(limit.value * limit.reference_t.value());
                break;
            case LimitKind::self_sufficiency:
            case LimitKind::renewable_share:
                add_share(limit);
                break;
            case LimitKind::investment_budget:
                add_budget(limit.value);
                break;
        }
        layout.limit_row[i] = row_ - layout.rows_per_period;
        layout.limit_scale[i] = scale_;
    }

  private:
    YearRow& year_row() {
        return form_.year_rows[static_cast<std::size_t>(row_ - form_.layout.rows_per_period)];
    }

    void add_yearly(int slot, const View& per_mwh, double factor) {
        auto& terms = form_.columns[static_cast<std::size_t>(slot)].terms;
        terms.push_back({row_, {.factor = factor / scale_, .a = per_mwh, .b = in_.generation_hours}});
    }

    void add_co2(double cap_t) {
        for (std::size_t i = 0; i < in_.generators.size(); ++i)
            if (!in_.generators[i].co2.is_always(0))
                add_yearly(form_.layout.generator[i], in_.generators[i].co2, 1);
        for (std::size_t i = 0; i < in_.links.size(); ++i)
            if (!in_.links[i].co2.is_always(0)) add_yearly(form_.layout.link[i], in_.links[i].co2, 1);
        year_row().upper = cap_t / scale_;
    }

    /// generation − share · (what links to other carriers take) ≥ share · loads
    void add_share(const Limit& limit) {
        double loads = 0;
        visit_share(
            in_, limit.kind, limit.carrier,
            {.generator = [&](std::size_t i,
                              const View& ratio) { add_yearly(form_.layout.generator[i], ratio, 1); },
             .link = [&](std::size_t i, const View& ratio) { add_yearly(form_.layout.link[i], ratio, 1); },
             .taken = [&](std::size_t i) { add_yearly(form_.layout.link[i], 1, -limit.value); }});
        for (std::size_t b = 0; b < network_.buses.size(); ++b)
            if (in_.same_energy(static_cast<int>(b), limit.carrier))
                loads += yearly_demand(in_, static_cast<int>(b));
        year_row().lower = limit.value * loads / scale_;
    }

    void add_budget(double budget) {
        scale_ = 1;
        for (const IndexedCapacity& c : in_.capacities)
            if (c.capacity->extendable) scale_ = std::max(scale_, c.unit_investment);
        for (std::size_t k = 0; k < in_.capacities.size(); ++k) {
            const IndexedCapacity& c = in_.capacities[k];
            const int column = form_.layout.capacity_column[k];
            if (column < 0 || c.unit_investment == 0) continue;
            const double price = c.unit_investment / scale_;
            if (c.capacity->minimum >= c.capacity->nominal) {
                form_.capacities[static_cast<std::size_t>(column)].year_terms.push_back(
                    {row_, {.factor = price}});
                budget += c.unit_investment * c.capacity->nominal;
            } else {
                form_.capacities[static_cast<std::size_t>(added(k))].year_terms.push_back(
                    {row_, {.factor = price}});
            }
        }
        year_row().upper = budget / scale_;
    }

    /// A column a ≥ capacity − existing, a ≥ 0: giving up existing plant does not refund its investment.
    int added(std::size_t k) {
        int& column = form_.layout.added_column[k];
        if (column >= 0) return column;
        const int row = form_.layout.rows_per_period + static_cast<int>(form_.year_rows.size());
        const std::string name =
            "added_" + form_.capacities[static_cast<std::size_t>(form_.layout.capacity_column[k])].name;
        form_.year_rows.push_back({.name = name, .upper = in_.capacities[k].capacity->nominal});
        form_.capacities[static_cast<std::size_t>(form_.layout.capacity_column[k])].year_terms.push_back(
            {row, {.factor = 1}});
        column = static_cast<int>(form_.capacities.size());
        form_.capacities.push_back({.name = name, .terms = {}, .year_terms = {{row, {.factor = -1}}}});
        return column;
    }

    const Indexed& in_;
    const Network& network_;
    Form& form_;
    int row_ = 0;
    double scale_ = 1;
};

}  // namespace

void add_limits(const Indexed& network, Form& form) {
    LimitAdder adder(network, form);
    for (std::size_t i = 0; i < network.network->limits.size(); ++i) adder.add(i);
}

}  // namespace dure::energy
