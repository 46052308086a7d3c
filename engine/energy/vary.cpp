// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/vary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace dure::energy {
namespace {

constexpr double kMost = 1e15;

using enum VariationKind;
constexpr std::pair<VariationKind, std::string_view> kNames[] = {
    {co2_cap_t, "co2_cap_t"},
    {self_sufficiency, "self_sufficiency"},
    {renewable_share, "renewable_share"},
    {investment_budget, "investment_budget"},
    {demand_factor, "demand_factor"},
    {investment_factor, "investment_factor"},
    {marginal_cost_factor, "marginal_cost_factor"},
    {maximum_capacity, "maximum_capacity"},
    {discount_rate, "discount_rate"},
    {co2_price, "co2_price"},
    {weather_year, "weather_year"},
};

/// The capacities, costs and name of a technology, of whichever kind it is.
struct Technology {
    std::vector<Capacity*> capacities;
    Capacity* chosen = nullptr;  ///< whose maximum is meant: MW, of a store MWh
    std::vector<Profile*> marginal_costs;
    std::vector<double*> marginal_numbers;
};

bool takes_technology(VariationKind kind) {
    return kind == VariationKind::investment_factor || kind == VariationKind::marginal_cost_factor ||
           kind == VariationKind::maximum_capacity;
}

struct YearSeries {
    std::string_view base, year;
};

/// "wind" and "2012" of "wind@2012".
std::optional<YearSeries> split(std::string_view name) {
    const auto at = name.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == name.size()) return std::nullopt;
    return YearSeries{name.substr(0, at), name.substr(at + 1)};
}

class Changer {
  public:
    explicit Changer(Varied& to) : network_(to.network), series_(to.series) {}

    Errors run(std::span<const Variation> changes) {
        for (const bool weather : {true, false})
            for (std::size_t i = 0; i < changes.size(); ++i) {
                if ((changes[i].kind == VariationKind::weather_year) != weather) continue;
                at_ = fmt::format("/variations/{}", i);
                make(changes[i]);
            }
        return std::move(errors_);
    }

  private:
    void refuse(std::string_view field, std::string code, Params params = {}) {
        errors_.push_back({.code = std::move(code),
                           .params = std::move(params),
                           .file = {},
                           .pointer = at_ + std::string(field)});
    }

    bool in_range(const Variation& v) {
        const double most = v.kind == VariationKind::discount_rate  ? 1
                            : v.kind == VariationKind::weather_year ? 0
                                                                    : kMost;
        if (v.value >= 0 && v.value <= most) return true;
        refuse("/value", "energy.out_of_range",
               {{"value", fmt::format("{:g}", v.value)},
                {"minimum", "0"},
                {"maximum", fmt::format("{:g}", most)}});
        return false;
    }

    void make(const Variation& v) {
        if (!in_range(v)) return;
        if (takes_technology(v.kind)) return change_technology(v);
        if (v.kind == VariationKind::demand_factor) return change_demand(v);
        if (v.kind == VariationKind::weather_year) return change_weather(v);
        if (!v.target.empty()) return refuse("/target", "vary.no_target", {{"name", v.target}});
        switch (v.kind) {
            case VariationKind::co2_cap_t:
                return limit_co2(v.value);
            case VariationKind::self_sufficiency:
                return limit(LimitKind::self_sufficiency, v.value);
            case VariationKind::renewable_share:
                return limit(LimitKind::renewable_share, v.value);
            case VariationKind::investment_budget:
                return limit(LimitKind::investment_budget, v.value);
            case VariationKind::discount_rate:
                network_.discount_rate = v.value;
                return;
            default:
                network_.co2_price_per_t = v.value;
                return;
        }
    }

    void limit(LimitKind kind, double value) {
        auto found = std::ranges::find(network_.limits, kind, &Limit::kind);
        if (found == network_.limits.end()) {
            network_.limits.push_back({.name = "varied", .kind = kind});
            found = network_.limits.end() - 1;
            while (std::ranges::count(network_.limits, found->name, &Limit::name) > 1) found->name += '_';
        }
        found->value = value;
        found->active = true;
    }

    void limit_co2(double tonnes) {
        const auto is_cap = [](const Limit& l) {
            return l.kind == LimitKind::co2_cap || l.kind == LimitKind::co2_cap_share;
        };
        const auto first = std::ranges::find_if(network_.limits, is_cap);
        if (first != network_.limits.end()) {
            first->kind = LimitKind::co2_cap;
            first->reference_t = std::nullopt;
        }
        limit(LimitKind::co2_cap, tonnes);
    }

    void change_demand(const Variation& v) {
        bool found = false;
        for (Load& load : network_.loads) {
            if (!v.target.empty() && load.name != v.target) continue;
            load.growth *= v.value;
            found = true;
        }
        if (!found) refuse("/target", "vary.unknown_target", {{"name", v.target}});
    }

    void change_weather(const Variation& v) {
        if (v.target.empty()) return;
        bool found = false;
        for (const SeriesInfo& info : network_.series) {
            const auto name = split(info.name);
            if (!name || name->year != v.target || !series_.contains(std::string(name->base))) continue;
            const auto values = series_.find(info.name);
            if (values == series_.end()) continue;  // check() names it
            series_[std::string(name->base)] = values->second;
            found = true;
        }
        if (!found)
            refuse(
                "/target", "vary.unknown_year",
                {{"name", v.target}, {"known", fmt::format("{}", fmt::join(weather_years(network_), ", "))}});
    }

    Technology find(const std::string& name) {
        Technology t;
        for (Generator& g : network_.generators)
            if (g.name == name) return {{&g.p_nom}, &g.p_nom, {&g.marginal_cost}, {}};
        for (Link& l : network_.links)
            if (l.name == name) return {{&l.p_nom}, &l.p_nom, {&l.marginal_cost}, {}};
        for (Store& s : network_.stores) {
            if (s.name != name) continue;
            t.marginal_numbers = {&s.marginal_cost_store, &s.marginal_cost_dispatch};
            if (!s.max_hours) t.capacities.push_back(&s.e_nom);
            if (s.p_nom) t.capacities.push_back(&*s.p_nom);
            t.chosen = s.max_hours && s.p_nom ? &*s.p_nom : &s.e_nom;
            return t;
        }
        for (Line& l : network_.lines)
            if (l.name == name) return {{&l.s_nom}, &l.s_nom, {}, {}};
        return t;
    }

    void change_technology(const Variation& v) {
        Technology t = find(v.target);
        if (!t.chosen) return refuse("/target", "vary.unknown_target", {{"name", v.target}});
        if (v.kind == VariationKind::maximum_capacity) {
            if (!t.chosen->extendable) return refuse("/target", "vary.not_extendable", {{"name", v.target}});
            t.chosen->maximum = v.value;
            t.chosen->minimum = std::min(t.chosen->minimum, v.value);
            return;
        }
        if (v.kind == VariationKind::investment_factor) {
            for (Capacity* c : t.capacities) scale(c->capital_cost, v.value);
            return;
        }
        for (Profile* p : t.marginal_costs) scale(*p, v.value);
        for (double* number : t.marginal_numbers) *number *= v.value;
    }

    static void scale(CapitalCost& cost, double factor) {
        if (cost.annual) *cost.annual *= factor;
        if (cost.investment) *cost.investment *= factor;
    }

    /// A series is scaled in a copy, since others may use it too.
    void scale(Profile& profile, double factor) {
        if (auto* number = std::get_if<double>(&profile)) {
            *number *= factor;
            return;
        }
        const std::string name = std::get<std::string>(profile);
        const auto values = series_.find(name);
        const auto info = std::ranges::find(network_.series, name, &SeriesInfo::name);
        if (values == series_.end() || info == network_.series.end()) return;  // check() names it
        SeriesInfo scaled = *info;
        scaled.name = fmt::format("{} × {:.12g}", name, factor);
        if (!series_.contains(scaled.name)) {
            auto copy = values->second;
            for (double& value : copy) value *= factor;
            series_.emplace(scaled.name, std::move(copy));
            network_.series.push_back(scaled);
        }
        profile = scaled.name;
    }

    Network& network_;
    SeriesValues& series_;
    std::string at_;
    Errors errors_;
};

}  // namespace

std::string_view name_of(VariationKind kind) {
    return std::ranges::find(kNames, kind, [](const auto& pair) { return pair.first; })->second;
}

std::optional<VariationKind> variation_kind(std::string_view name) {
    const auto found = std::ranges::find(kNames, name, [](const auto& pair) { return pair.second; });
    return found == std::end(kNames) ? std::nullopt : std::optional(found->first);
}

std::vector<std::string> weather_years(const Network& network) {
    std::set<std::string, std::less<>> years;
    for (const SeriesInfo& info : network.series) {
        const auto name = split(info.name);
        if (name && std::ranges::find(network.series, name->base, &SeriesInfo::name) != network.series.end())
            years.emplace(name->year);
    }
    return {years.begin(), years.end()};
}

Checked<Varied> vary(const Network& network, const SeriesValues& series, std::span<const Variation> changes) {
    Varied varied{network, series};
    if (Errors errors = Changer(varied).run(changes); !errors.empty())
        return std::unexpected(std::move(errors));
    return varied;
}

}  // namespace dure::energy
