// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/energy/formats/nearest.hpp"
#include "engine/energy/formats/network_fields.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy {
namespace {

/// Where a number is kept.
using Slot = std::variant<double*, std::optional<double>*, Profile*, std::optional<Profile>*, bool*>;

struct Cell {
    Parameter parameter;
    std::string pointer;  ///< as check() points
    Slot slot;
};

std::string escaped(std::string_view name) {
    std::string out;
    for (const char c : name) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

std::string_view unit_of(LimitKind kind) {
    switch (kind) {
        case LimitKind::co2_cap:
            return "t";
        case LimitKind::investment_budget:
            return "¤";
        default:
            return "1";
    }
}

/// "¤" stands for the currency and "#" for what the capacity is measured in.
std::string_view unit_of(std::string_view key) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {{"co2_price_per_t", "¤/t"},
                                                                       {"co2_t_per_mwh", "t/MWh"},
                                                                       {"value_of_lost_load", "¤/MWh"},
                                                                       {"p_mw", "MW"},
                                                                       {"annual_mwh", "MWh"},
                                                                       {"growth", "factor"},
                                                                       {"nominal", "#"},
                                                                       {"minimum", "#"},
                                                                       {"maximum", "#"},
                                                                       {"annual", "¤/(#·a)"},
                                                                       {"investment", "¤/#"},
                                                                       {"lifetime_years", "a"},
                                                                       {"fixed_om_share", "1/a"},
                                                                       {"marginal_cost", "¤/MWh"},
                                                                       {"max_hours", "h"},
                                                                       {"standing_loss", "1/h"},
                                                                       {"marginal_cost_store", "¤/MWh"},
                                                                       {"marginal_cost_dispatch", "¤/MWh"},
                                                                       {"e_initial_mwh", "MWh"},
                                                                       {"inflow_mw", "MW"},
                                                                       {"spill_cost", "¤/MWh"},
                                                                       {"x_ohm", "Ω"},
                                                                       {"r_ohm", "Ω"},
                                                                       {"reference_t", "t"}};
    const auto* found = std::ranges::find(known, key, &std::pair<std::string_view, std::string_view>::first);
    return found == std::end(known) ? "1" : found->second;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
    if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
}

class Walk {
  public:
    explicit Walk(Network& network) : network_(network) {
        const Network plain{};
        walk(network_, plain, {}, {});
        for (std::size_t i = 0; i < network_.series.size(); ++i) {
            const std::string& name = network_.series[i].name;
            Cell cell{.parameter = {.at = "series/" + escaped(name),
                                    .list = "series",
                                    .name = name,
                                    .unit = "factor"},
                      .pointer = fmt::format("/series/{}", i),
                      .slot = static_cast<double*>(nullptr)};
            cell.parameter.value = 1;
            cell.parameter.series = name;
            cell.parameter.counts = used_.contains(name);
            cells_.push_back(std::move(cell));
        }
    }

    std::vector<Cell> take() { return std::move(cells_); }

  private:
    struct Where {
        std::string at, pointer;
        std::string list, name, field;
        std::string_view capacity = "MW";
        const Limit* limit = nullptr;
    };

    /// Visits the described members of one struct.
    template <class T>
    struct Members {
        Walk& walk;
        T& object;
        const T& plain;
        const Where& where;

        template <class M>
        void operator()(std::string_view key, M T::* member) {
            walk.member(object.*member, plain.*member, key, where, false);
        }
        template <class M>
        void required(std::string_view key, M T::* member) {
            walk.member(object.*member, plain.*member, key, where, true);
        }
    };

    /// Nothing is computed by it.
    void member(std::optional<Exchange>&, const std::optional<Exchange>&, std::string_view, const Where&,
                bool) {}

    template <class T>
    void walk(T& object, const T& plain, const Where& where, std::string_view) {
        Members<T> members{*this, object, plain, where};
        describe(members, static_cast<const T*>(nullptr));
    }

    Where below(const Where& where, std::string_view key) const {
        Where next = where;
        next.at += (next.at.empty() ? "" : "/") + std::string(key);
        next.pointer += "/" + std::string(key);
        if (!next.list.empty()) next.field += (next.field.empty() ? "" : "/") + std::string(key);
        if (key == "e_nom") next.capacity = "MWh";
        if (key == "s_nom") next.capacity = "MVA";
        return next;
    }

    void add(const Where& where, std::string_view key, Slot slot, std::optional<double> value, bool given) {
        const Where here = below(where, key);
        Cell cell{.parameter = {.at = here.at, .list = here.list, .name = here.name},
                  .pointer = here.pointer,
                  .slot = slot};
        Parameter& p = cell.parameter;
        p.field = here.list.empty() ? here.at : here.field;
        p.value = value;
        p.unit = where.limit && key == "value" ? unit_of(where.limit->kind) : unit_of(key);
        replace(p.unit, "¤", network_.currency);
        replace(p.unit, "#", where.capacity);
        if (std::holds_alternative<bool*>(slot)) p.unit = "switch";
        p.counts = given && p.unit != "switch" && (!where.limit || where.limit->active);
        cells_.push_back(std::move(cell));
    }

    void member(double& object, const double& plain, std::string_view key, const Where& where,
                bool required) {
        add(where, key, &object, object, required || object != plain);
    }
    void member(std::optional<double>& object, const std::optional<double>&, std::string_view key,
                const Where& where, bool) {
        add(where, key, &object, object, object.has_value());
    }
    void member(Profile& object, const Profile& plain, std::string_view key, const Where& where,
                bool required) {
        if (const auto* series = std::get_if<std::string>(&object)) {
            used_.insert(*series);
            add(where, key, &object, std::nullopt, false);
            cells_.back().parameter.series = *series;
        } else {
            add(where, key, &object, std::get<double>(object), required || object != plain);
        }
    }
    void member(std::optional<Profile>& object, const std::optional<Profile>&, std::string_view key,
                const Where& where, bool) {
        if (object) {
            member(*object, Profile(std::string()), key, where, true);
        } else {
            add(where, key, &object, std::nullopt, false);
        }
    }
    void member(bool& object, const bool&, std::string_view key, const Where& where, bool) {
        if (key == "active" || key == "extendable") add(where, key, &object, object ? 1 : 0, true);
    }
    void member(Capacity& object, const Capacity& plain, std::string_view key, const Where& where, bool) {
        walk(object, plain, below(where, key), {});
    }
    void member(std::optional<Capacity>& object, const std::optional<Capacity>&, std::string_view key,
                const Where& where, bool) {
        if (object) walk(*object, Capacity{}, below(where, key), {});
    }
    void member(CapitalCost& object, const CapitalCost& plain, std::string_view key, const Where& where,
                bool) {
        walk(object, plain, below(where, key), {});
    }
    template <class T>
    void member(std::vector<T>& list, const std::vector<T>&, std::string_view key, const Where& where, bool) {
        if constexpr (!std::is_same_v<T, LevelPoint>) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                Where next = below(where, key);
                std::string_view name;
                if constexpr (requires { list[i].name; }) {
                    name = list[i].name;
                    next.list = key;
                    next.name = name;
                } else {
                    name = list[i].bus;
                    next.field += "/" + escaped(name);
                }
                next.at += "/" + escaped(name);
                next.pointer += fmt::format("/{}", i);
                if constexpr (std::is_same_v<T, Limit>) next.limit = &list[i];
                walk(list[i], T{}, next, {});
            }
        }
    }
    /// Names, choices and the calendar are no numbers to assume.
    void member(std::string&, const std::string&, std::string_view, const Where&, bool) {}
    void member(int&, const int&, std::string_view, const Where&, bool) {}
    void member(LimitKind&, const LimitKind&, std::string_view, const Where&, bool) {}
    void member(Time&, const Time&, std::string_view, const Where&, bool) {}

    Network& network_;
    std::vector<Cell> cells_;
    std::set<std::string, std::less<>> used_;
};

bool put(const Cell& cell, double value) {
    return std::visit(
        [&](auto* slot) {
            if (!slot) return false;
            if constexpr (std::is_same_v<decltype(slot), bool*>)
                *slot = value != 0;
            else
                *slot = value;
            return true;
        },
        cell.slot);
}

/// The deepest change that a finding of check() points into.
std::optional<std::size_t> to_blame(const std::vector<const Cell*>& changed, const std::string& pointer) {
    for (std::size_t i = 0; i < changed.size(); ++i)
        if (changed[i] && (pointer == changed[i]->pointer || pointer.starts_with(changed[i]->pointer + "/")))
            return i;
    return std::nullopt;
}

Error refusal(std::size_t index, std::string_view field, std::string code, Params params) {
    return {.code = std::move(code),
            .params = std::move(params),
            .file = {},
            .pointer = fmt::format("/changes/{}/{}", index, field)};
}

}  // namespace

std::vector<Parameter> parameters(const Network& network) {
    Network copy = network;
    std::vector<Parameter> all;
    for (Cell& cell : Walk(copy).take()) all.push_back(std::move(cell.parameter));
    return all;
}

bool set_parameter(Network& network, std::string_view at, double value) {
    for (const Cell& cell : Walk(network).take())
        if (cell.parameter.at == at) return put(cell, value);
    return false;
}

Checked<Varied> apply(const Network& network, const SeriesValues& series, std::span<const Change> changes) {
    Varied varied{network, series};
    const auto cells = Walk(varied.network).take();
    std::vector<std::string_view> known;
    for (const Cell& cell : cells) known.push_back(cell.parameter.at);
    std::vector<const Cell*> changed;
    std::set<std::string_view> seen;
    Errors errors;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto& [at, value] = changes[i];
        const auto cell = std::ranges::find(
            cells, at, [](const Cell& one) -> const std::string& { return one.parameter.at; });
        changed.push_back(cell == cells.end() ? nullptr : &*cell);
        if (cell == cells.end()) {
            errors.push_back(refusal(i, "at", "parameter.unknown",
                                     {{"at", at}, {"nearest", std::string(nearest(at, known))}}));
        } else if (!seen.insert(at).second) {
            errors.push_back(refusal(i, "at", "parameter.doubled", {{"at", at}}));
        } else if (cell->parameter.unit == "switch" && value != 0 && value != 1) {
            errors.push_back(refusal(i, "value", "parameter.bad_switch", {{"at", at}}));
        } else if (cell->parameter.list == "series") {
            if (const auto values = varied.series.find(cell->parameter.name); values != varied.series.end())
                for (double& one : values->second) one *= value;
        } else {
            put(*cell, value);
        }
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    for (Error& finding : check(varied.network, varied.series)) {
        if (const auto blame = to_blame(changed, finding.pointer))
            finding.pointer = fmt::format("/changes/{}/value", *blame);
        errors.push_back(std::move(finding));
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return varied;
}

}  // namespace dure::energy
