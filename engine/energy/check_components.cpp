// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "engine/energy/findings.hpp"
#include "engine/energy/kirchhoff.hpp"

namespace dure::energy {
namespace {

constexpr ProfileRule kShare{.first_unit = "per_unit", .minimum = 0, .maximum = 1};
constexpr ProfileRule kTwoWayShare{.first_unit = "per_unit", .minimum = -1, .maximum = 1};
constexpr ProfileRule kNegativeShare{.first_unit = "per_unit", .minimum = -1, .maximum = 0};
constexpr ProfileRule kRatio{.first_unit = "per_unit", .second_unit = "cop", .minimum = 0};
constexpr ProfileRule kCost{.first_unit = "currency_per_mwh"};
constexpr ProfileRule kEmission{.first_unit = "t_per_mwh"};
constexpr ProfileRule kPower{.first_unit = "MW", .minimum = 0};

class ComponentChecker {
  public:
    ComponentChecker(const Network& network, Findings& findings) : network_(network), findings_(findings) {}

    void run() {
        check_names("series", network_.series);
        check_names("carriers", network_.carriers);
        check_names("buses", network_.buses);
        check_names("loads", network_.loads);
        check_names("generators", network_.generators);
        check_names("links", network_.links);
        check_names("stores", network_.stores);
        check_names("lines", network_.lines);
        check_names("limits", network_.limits);
        for (const Bus& b : network_.buses) buses_.insert(b.name);
        for (const Carrier& c : network_.carriers) carriers_.insert(c.name);

        check_whole();
        each("carriers", network_.carriers, [this](const auto& at, const Carrier& c) {
            findings_.at_least_zero(at + "/co2_t_per_mwh", c.co2_t_per_mwh);
        });
        each("buses", network_.buses, [this](const auto& at, const Bus& b) {
            if (b.value_of_lost_load)
                findings_.at_least_zero(at + "/value_of_lost_load", *b.value_of_lost_load);
        });
        each("loads", network_.loads, [this](const auto& at, const Load& l) { check_load(at, l); });
        each("generators", network_.generators,
             [this](const auto& at, const Generator& g) { check_generator(at, g); });
        each("links", network_.links, [this](const auto& at, const Link& l) { check_link(at, l); });
        each("stores", network_.stores, [this](const auto& at, const Store& s) { check_store(at, s); });
        each("lines", network_.lines, [this](const auto& at, const Line& l) { check_line(at, l); });
        check_cycles();
    }

  private:
    template <class T, class F>
    void each(std::string_view list, const std::vector<T>& items, F&& f) {
        for (std::size_t i = 0; i < items.size(); ++i) f(fmt::format("/{}/{}", list, i), items[i]);
    }

    template <class T>
    void check_names(std::string_view list, const std::vector<T>& items) {
        std::unordered_set<std::string_view> seen;
        each(list, items, [&](const std::string& at, const T& item) {
            if (item.name.empty()) {
                findings_.add(at + "/name", "energy.no_name");
            } else if (!seen.insert(item.name).second) {
                findings_.add(at + "/name", "energy.doubled_name", {{"name", item.name}});
            }
        });
    }

    void check_whole() {
        if (network_.buses.empty()) findings_.add("/buses", "energy.no_buses");
        findings_.within("/discount_rate", network_.discount_rate, 0, 1);
        findings_.at_least_zero("/co2_price_per_t", network_.co2_price_per_t);
        if (network_.exchange) check_exchange(*network_.exchange);
    }

    void check_exchange(const Exchange& exchange) {
        if (!is_currency(exchange.currency) || exchange.currency == network_.currency)
            findings_.add("/exchange/currency", "energy.exchange_currency",
                          {{"found", exchange.currency}, {"currency", network_.currency}});
        findings_.above_zero("/exchange/rate", exchange.rate);
        if (!is_day(exchange.date))
            findings_.add("/exchange/date", "energy.not_a_day", {{"found", exchange.date}});
    }

    bool bus(const std::string& pointer, const std::string& name) {
        if (buses_.contains(name)) return true;
        findings_.add(pointer, "energy.unknown_bus", {{"name", name}});
        return false;
    }

    /// A carrier may be left out; one that is named must be there.
    void carrier(const std::string& pointer, const std::string& name) {
        if (!name.empty() && !carriers_.contains(name))
            findings_.add(pointer, "energy.unknown_carrier", {{"name", name}});
    }

    void check_capacity(const std::string& at, const Capacity& c) {
        findings_.at_least_zero(at + "/nominal", c.nominal);
        const bool minimum_right = findings_.at_least_zero(at + "/minimum", c.minimum);
        if (c.maximum && findings_.at_least_zero(at + "/maximum", *c.maximum) && minimum_right &&
            *c.maximum < c.minimum)
            findings_.add(
                at + "/maximum", "energy.crossed_bounds",
                {{"minimum", fmt::format("{:g}", c.minimum)}, {"maximum", fmt::format("{:g}", *c.maximum)}});
        check_cost(at + "/capital_cost", c.capital_cost);
    }

    void check_cost(const std::string& at, const CapitalCost& c) {
        if (c.annual && c.investment) findings_.add(at, "energy.capital_cost_twice");
        if (c.annual) findings_.at_least_zero(at + "/annual", *c.annual);
        if (c.investment) findings_.at_least_zero(at + "/investment", *c.investment);
        if (c.investment && !c.lifetime_years) findings_.add(at + "/lifetime_years", "energy.no_lifetime");
        if (c.lifetime_years) findings_.above_zero(at + "/lifetime_years", *c.lifetime_years);
        findings_.within(at + "/fixed_om_share", c.fixed_om_share, 0, 1);
        if (c.discount_rate) findings_.within(at + "/discount_rate", *c.discount_rate, 0, 1);
    }

    void check_load(const std::string& at, const Load& l) {
        bus(at + "/bus", l.bus);
        findings_.at_least_zero(at + "/growth", l.growth);
        ProfileRule rule{.first_unit = "MW", .minimum = 0, .code = "energy.negative_demand"};
        if (l.annual_mwh) rule.second_unit = "per_unit";
        const bool right = findings_.profile(at + "/p_mw", l.p_mw, rule);
        if (!l.annual_mwh || !findings_.at_least_zero(at + "/annual_mwh", *l.annual_mwh) || !right) return;
        if (!weights_readable()) return;
        double sum = 0;
        const View shape = findings_.look(l.p_mw), weight = findings_.look(network_.time.generator_weight);
        const int count = shape.is_series() || weight.is_series() ? network_.time.periods : 1;
        for (int t = 0; t < count; ++t) sum += shape[t] * weight[t];
        if (!(sum > 0)) findings_.add(at + "/p_mw", "energy.nothing_to_scale");
    }
    bool weights_readable() const { return findings_.readable(network_.time.generator_weight); }

    void check_shares(const std::string& at, const Profile& low, const Profile& high,
                      const ProfileRule& low_rule, std::string_view name) {
        const bool low_right = findings_.profile(fmt::format("{}/{}_min_pu", at, name), low, low_rule);
        const bool high_right = findings_.profile(fmt::format("{}/{}_max_pu", at, name), high, kShare);
        if (low_right && high_right) findings_.ordered(fmt::format("{}/{}_min_pu", at, name), low, high);
    }

    void check_generator(const std::string& at, const Generator& g) {
        bus(at + "/bus", g.bus);
        carrier(at + "/carrier", g.carrier);
        check_capacity(at + "/p_nom", g.p_nom);
        check_shares(at, g.p_min_pu, g.p_max_pu, kShare, "p");
        findings_.profile(at + "/marginal_cost", g.marginal_cost, kCost);
        findings_.above_zero(at + "/efficiency", g.efficiency);
        if (g.co2_t_per_mwh) findings_.profile(at + "/co2_t_per_mwh", *g.co2_t_per_mwh, kEmission);
        each("coproducts", g.coproducts, [&](const std::string& under, const CoProduct& c) {
            bus(at + under + "/bus", c.bus);
            findings_.profile(at + under + "/ratio", c.ratio, kRatio);
        });
    }

    void check_link(const std::string& at, const Link& l) {
        carrier(at + "/carrier", l.carrier);
        bus(at + "/bus0", l.bus0);
        check_capacity(at + "/p_nom", l.p_nom);
        check_shares(at, l.p_min_pu, l.p_max_pu, kTwoWayShare, "p");
        findings_.profile(at + "/marginal_cost", l.marginal_cost, kCost);
        if (l.co2_t_per_mwh) findings_.profile(at + "/co2_t_per_mwh", *l.co2_t_per_mwh, kEmission);
        if (l.outputs.empty()) findings_.add(at + "/outputs", "energy.no_output");
        each("outputs", l.outputs, [&](const std::string& under, const LinkOutput& o) {
            if (bus(at + under + "/bus", o.bus) && o.bus == l.bus0)
                findings_.add(at + under + "/bus", "energy.same_bus", {{"name", o.bus}});
            if (findings_.profile(at + under + "/efficiency", o.efficiency, kRatio))
                some_efficiency(at + under, o);
        });
        if (is_two_way(l)) check_two_way(at, l);
    }

    void some_efficiency(const std::string& at, const LinkOutput& o) {
        if (const auto* number = std::get_if<double>(&o.efficiency))
            findings_.above_zero(at + "/efficiency", *number);
    }

    bool is_two_way(const Link& l) const {
        if (!findings_.readable(l.p_min_pu)) return false;
        const View low = findings_.look(l.p_min_pu);
        for (int t = 0; t < (low.is_series() ? network_.time.periods : 1); ++t)
            if (low[t] < 0) return true;
        return false;
    }

    void check_two_way(const std::string& at, const Link& l) {
        if (l.outputs.size() > 1) findings_.add(at + "/outputs", "energy.two_way_outputs");
        if (!l.outputs.empty() && l.outputs.front().efficiency != Profile(1.0))
            findings_.add(at + "/outputs/0/efficiency", "energy.two_way_efficiency");
        if (l.marginal_cost != Profile(0.0)) findings_.add(at + "/marginal_cost", "energy.two_way_cost");
        if (l.co2_t_per_mwh && *l.co2_t_per_mwh != Profile(0.0))
            findings_.add(at + "/co2_t_per_mwh", "energy.two_way_cost");
    }

    void check_store(const std::string& at, const Store& s) {
        bus(at + "/bus", s.bus);
        carrier(at + "/carrier", s.carrier);
        check_capacity(at + "/e_nom", s.e_nom);
        if (s.p_nom) check_capacity(at + "/p_nom", *s.p_nom);
        if (s.max_hours) {
            findings_.above_zero(at + "/max_hours", *s.max_hours);
            if (!s.p_nom) findings_.add(at + "/max_hours", "energy.hours_without_power");
        }
        if (findings_.above_zero(at + "/efficiency_store", s.efficiency_store))
            findings_.within(at + "/efficiency_store", s.efficiency_store, 0, 1);
        if (findings_.above_zero(at + "/efficiency_dispatch", s.efficiency_dispatch))
            findings_.within(at + "/efficiency_dispatch", s.efficiency_dispatch, 0, 1);
        findings_.within(at + "/standing_loss", s.standing_loss, 0, 1);
        findings_.finite(at + "/marginal_cost_store", s.marginal_cost_store);
        findings_.finite(at + "/marginal_cost_dispatch", s.marginal_cost_dispatch);
        findings_.at_least_zero(at + "/e_initial_mwh", s.e_initial_mwh);
        findings_.at_least_zero(at + "/spill_cost", s.spill_cost);
        check_shares(at, s.e_min_pu, s.e_max_pu, kShare, "e");
        check_shares(at, s.p_min_pu, s.p_max_pu, kNegativeShare, "p");
        findings_.profile(at + "/inflow_mw", s.inflow_mw, kPower);
        std::unordered_set<int> periods;
        each("level_set", s.level_set, [&](const std::string& under, const LevelPoint& point) {
            findings_.at_least_zero(at + under + "/level_mwh", point.level_mwh);
            if (point.period < 0 || point.period >= network_.time.periods ||
                !periods.insert(point.period).second)
                findings_.add(at + under + "/period", "energy.level_period",
                              {{"period", std::to_string(point.period)},
                               {"periods", std::to_string(network_.time.periods)}});
        });
    }

    void check_line(const std::string& at, const Line& l) {
        const bool known = bus(at + "/bus0", l.bus0) && bus(at + "/bus1", l.bus1);
        check_capacity(at + "/s_nom", l.s_nom);
        findings_.at_least_zero(at + "/x_ohm", l.x_ohm);
        findings_.at_least_zero(at + "/r_ohm", l.r_ohm);
        findings_.above_zero(at + "/s_max_pu", l.s_max_pu);
        if (!known) return;
        if (l.bus0 == l.bus1) findings_.add(at + "/bus1", "energy.same_bus", {{"name", l.bus1}});
        if (carrier_of(l.bus0) != carrier_of(l.bus1))
            findings_.add(
                at + "/bus1", "energy.line_carriers",
                {{"first", std::string(carrier_of(l.bus0))}, {"second", std::string(carrier_of(l.bus1))}});
    }

    std::string_view carrier_of(const std::string& name) const {
        return std::ranges::find(network_.buses, name, &Bus::name)->carrier;
    }

    /// Where lines form a cycle the flow divides by impedance, so that each needs one.
    void check_cycles() {
        std::unordered_map<std::string_view, int> number;
        for (const Bus& b : network_.buses) number.emplace(b.name, static_cast<int>(number.size()));
        std::vector<std::pair<int, int>> ends;
        for (const Line& l : network_.lines) {
            const auto a = number.find(l.bus0), b = number.find(l.bus1);
            if (a == number.end() || b == number.end() || a == b) return;
            ends.emplace_back(a->second, b->second);
        }
        std::vector<bool> on_cycle(ends.size());
        for (const Cycle& cycle : cycle_basis(static_cast<int>(number.size()), ends))
            for (const CycleStep& step : cycle) on_cycle[static_cast<std::size_t>(step.line)] = true;
        each("lines", network_.lines, [&](const std::string& at, const Line& l) {
            const bool dc = carrier_of(l.bus0) == "DC";
            if (on_cycle[static_cast<std::size_t>(&l - network_.lines.data())] &&
                (dc ? l.r_ohm : l.x_ohm) == 0)
                findings_.add(at + (dc ? "/r_ohm" : "/x_ohm"), "energy.no_impedance", {{"name", l.name}});
        });
    }

    const Network& network_;
    Findings& findings_;
    std::unordered_set<std::string_view> buses_, carriers_;
};

}  // namespace

void check_components(const Network& network, Findings& findings) {
    ComponentChecker(network, findings).run();
}

}  // namespace dure::energy
