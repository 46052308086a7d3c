// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/build.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/energy/form.hpp"

namespace dure::energy {
namespace {

double at(const Bound& bound, int period, double missing) {
    return bound ? (*bound)[period] : missing;
}

void sort_terms(std::vector<Term>& terms) {
    std::ranges::stable_sort(terms, {}, &Term::row);
}

/// Streams a form into a problem. Rows and terms stand in ascending order already, so nothing is sorted per
/// variable.
class Writer {
  public:
    Writer(const Indexed& in, Form& form) : in_(in), form_(form), layout_(form.layout) {
        for (ColumnForm& c : form_.columns) sort_terms(c.terms);
        for (CapacityForm& c : form_.capacities) sort_terms(c.terms);
        for (CapacityForm& c : form_.capacities) sort_terms(c.year_terms);
    }

    lp::Problem run(bool names) {
        reserve();
        write_rows();
        for (int t = 0; t < in_.periods; ++t)
            for (const ColumnForm& c : form_.columns) write_flow(c, t);
        for (const CapacityForm& c : form_.capacities) write_capacity(c);
        set_initial_levels();
        set_fixed_levels();
        p_.offset = form_.offset;
        p_.name = in_.network->name;
        if (names) write_names();
        return std::move(p_);
    }

  private:
    void reserve() {
        const auto periods = static_cast<std::size_t>(in_.periods);
        std::size_t entries = 0;
        for (const ColumnForm& c : form_.columns)
            entries += periods * (c.terms.size() + (c.store >= 0 ? 1 : 0));
        for (const CapacityForm& c : form_.capacities)
            entries += periods * c.terms.size() + c.year_terms.size();
        const std::size_t columns = periods * form_.columns.size() + form_.capacities.size();
        const std::size_t rows = periods * form_.rows.size() + form_.year_rows.size();
        p_.start.reserve(columns + 1);
        p_.index.reserve(entries);
        p_.value.reserve(entries);
        p_.cost.reserve(columns);
        p_.col_lower.reserve(columns);
        p_.col_upper.reserve(columns);
        p_.row_lower.reserve(rows);
        p_.row_upper.reserve(rows);
    }

    void write_rows() {
        for (int t = 0; t < in_.periods; ++t) {
            for (const RowForm& r : form_.rows) {
                p_.row_lower.push_back(at(r.lower, t, -lp::kInfinity));
                p_.row_upper.push_back(at(r.upper, t, lp::kInfinity));
            }
        }
        for (const YearRow& r : form_.year_rows) {
            p_.row_lower.push_back(r.lower);
            p_.row_upper.push_back(r.upper);
        }
    }

    int row_of(int row, int period) const {
        return row < layout_.rows_per_period ? layout_.row(period, row)
                                             : layout_.row(in_.periods, row - layout_.rows_per_period);
    }

    void add(int row, double value) {
        if (value == 0) return;
        if (static_cast<std::int64_t>(p_.index.size()) > p_.start.back() && p_.index.back() == row) {
            p_.value.back() += value;
            return;
        }
        p_.index.push_back(row);
        p_.value.push_back(value);
    }

    void close_column(double cost, double lower, double upper) {
        p_.start.push_back(static_cast<std::int64_t>(p_.index.size()));
        p_.cost.push_back(cost);
        p_.col_lower.push_back(lower);
        p_.col_upper.push_back(upper);
    }

    void write_flow(const ColumnForm& c, int period) {
        const bool wraps = c.store >= 0 && period + 1 == in_.periods && is_cyclic(c.store);
        if (wraps) add(layout_.level_row(0, c.store), -kept(c.store, 0));
        for (const Term& term : c.terms) add(row_of(term.row, period), term.value[period]);
        if (c.store >= 0 && period + 1 < in_.periods)
            add(layout_.level_row(period + 1, c.store), -kept(c.store, period + 1));
        double cost = 0;
        for (const Coefficient& part : c.costs) cost += part[period];
        close_column(cost, at(c.lower, period, -lp::kInfinity), at(c.upper, period, lp::kInfinity));
    }

    void write_capacity(const CapacityForm& c) {
        for (int t = 0; t < in_.periods; ++t)
            for (const Term& term : c.terms) add(row_of(term.row, t), term.value[t]);
        for (const Term& term : c.year_terms) add(row_of(term.row, 0), term.value.factor);
        close_column(c.cost, c.lower, c.upper);
    }

    bool is_cyclic(int store) const { return in_.network->stores[static_cast<std::size_t>(store)].cyclic; }
    double kept(int store, int period) const {
        return in_.stores[static_cast<std::size_t>(store)].kept[static_cast<std::size_t>(period)];
    }

    void set_initial_levels() {
        for (int s = 0; s < static_cast<int>(in_.stores.size()); ++s) {
            if (is_cyclic(s)) continue;
            const double left = kept(s, 0) * in_.network->stores[static_cast<std::size_t>(s)].e_initial_mwh;
            const auto row = static_cast<std::size_t>(layout_.level_row(0, s));
            p_.row_lower[row] += left;
            p_.row_upper[row] += left;
        }
    }

    void set_fixed_levels() {
        for (std::size_t s = 0; s < in_.stores.size(); ++s) {
            for (const LevelPoint& point : in_.network->stores[s].level_set) {
                const auto column =
                    static_cast<std::size_t>(layout_.column(point.period, layout_.store[s].level));
                p_.col_lower[column] = p_.col_upper[column] = point.level_mwh;
            }
        }
    }

    static std::string without_spaces(std::string name) {
        std::ranges::replace_if(name, [](char c) { return c == ' ' || c == '\t'; }, '_');
        return name;
    }

    void write_names() {
        for (int t = 0; t < in_.periods; ++t) {
            for (const ColumnForm& c : form_.columns)
                p_.col_names.push_back(without_spaces(fmt::format("{}:{}", c.name, t)));
            for (const RowForm& r : form_.rows)
                p_.row_names.push_back(without_spaces(fmt::format("{}:{}", r.name, t)));
        }
        for (const CapacityForm& c : form_.capacities) p_.col_names.push_back(without_spaces(c.name));
        for (const YearRow& r : form_.year_rows) p_.row_names.push_back(without_spaces(r.name));
    }

    const Indexed& in_;
    Form& form_;
    const Layout& layout_;
    lp::Problem p_;
};

/// Numbers within the capacities and the rows of the year become columns and rows of the problem.
void place_after_periods(Layout& layout) {
    const auto shift = [](std::vector<int>& numbers, int by) {
        for (int& n : numbers)
            if (n >= 0) n += by;
    };
    shift(layout.capacity_column, layout.column(layout.periods, 0));
    shift(layout.added_column, layout.column(layout.periods, 0));
    shift(layout.limit_row, layout.row(layout.periods, 0));
}

}  // namespace

Program build(const Indexed& network, bool names) {
    Form form = make_form(network);
    add_limits(network, form);
    Program model;
    model.problem = Writer(network, form).run(names);
    model.layout = std::move(form.layout);
    place_after_periods(model.layout);
    return model;
}

}  // namespace dure::energy
