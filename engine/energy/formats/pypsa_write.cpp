// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_write.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

#include "engine/energy/formats/csv_table.hpp"
#include "engine/energy/formats/pypsa_sheet.hpp"
#include "engine/energy/indexed.hpp"
#include "engine/energy/share.hpp"

namespace dure::energy {
namespace {

using Values = std::vector<double>;

constexpr const char* kVersion = "1.0.0";  ///< of PyPSA, whose names of columns these are
/// MW of what has no limit: fixed, since a capacity to choose would cost PyPSA a row for every hour.
constexpr double kPlenty = 1e7;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::size_t number(int i) {
    return static_cast<std::size_t>(i);
}

/// What a MWh of a component's own flow counts in each constraint, by the carrier attribute that stands for
/// it.
using Counted = std::map<std::string, double>;

class FolderWriter {
  public:
    FolderWriter(const Network& network, const SeriesValues& series, const Plan* plan)
        : net_(network), in_(index(network, series)), plan_(plan) {}

    Checked<Files> write() {
        write_snapshots();
        count_limits();
        write_buses();
        write_loads();
        for (std::size_t i = 0; i < net_.generators.size(); ++i) write_generator(i);
        for (std::size_t i = 0; i < net_.links.size(); ++i) write_link(i);
        for (std::size_t i = 0; i < net_.stores.size(); ++i) write_store(i);
        write_lines();
        write_carriers();
        if (!errors_.empty()) return std::unexpected(std::move(errors_));
        files_["network.csv"] = "name,pypsa_version\n" + csv_cell(net_.name) + "," + kVersion + "\n";
        for (const PypsaSheet* sheet :
             {&buses_, &carriers_, &loads_, &generators_, &links_, &stores_, &units_, &lines_, &constraints_})
            sheet->write(files_, snapshots_);
        return std::move(files_);
    }

  private:
    void refuse(const std::string& component, const char* what, std::string pointer) {
        errors_.push_back({.code = "pypsa.cannot_write",
                           .params = {{"component", component}, {"what", what}},
                           .file = {},
                           .pointer = std::move(pointer)});
    }

    Values values(const View& view, double factor = 1) const {
        Values result(number(in_.periods));
        for (int t = 0; t < in_.periods; ++t) result[number(t)] = factor * view[t];
        return result;
    }
    const std::string& bus(int b) const { return net_.buses[number(b)].name; }

    void write_snapshots() {
        std::istringstream stream(net_.time.start);
        date::sys_seconds start;
        stream >> date::parse("%FT%H:%M", start);
        std::string csv = "snapshot,objective,stores,generators\n";
        for (int t = 0; t < in_.periods; ++t) {
            const auto at = start + std::chrono::seconds(std::llround(3600 * t * net_.time.hours_per_period));
            snapshots_.push_back(date::format("%F %T", at));
            csv += fmt::format("{},{},{},{}\n", snapshots_.back(), in_.cost_hours[number(t)],
                               in_.store_hours[number(t)], in_.generation_hours[number(t)]);
        }
        files_["snapshots.csv"] = std::move(csv);
    }

    // --- limits -------------------------------------------------------------------------------------------

    void constraint(const std::string& name, const std::string& attribute, const char* sense, double bound) {
        constraints_.row(name)
            .set("type", "primary_energy")
            .set("carrier_attribute", attribute)
            .set("sense", sense)
            .set("constant", bound);
    }

    void count_limits() {
        of_generator_.resize(net_.generators.size());
        of_link_.resize(net_.links.size());
        bool co2 = false;
        for (std::size_t i = 0; i < net_.limits.size(); ++i) {
            const Limit& limit = net_.limits[i];
            if (!limit.active) continue;
            switch (limit.kind) {
                case LimitKind::co2_cap:
                case LimitKind::co2_cap_share:
                    co2 = true;
                    constraint(
                        limit.name, "co2_emissions", "<=",
                        limit.kind == LimitKind::co2_cap ? limit.value : limit.value * *limit.reference_t);
                    break;
                case LimitKind::self_sufficiency:
                case LimitKind::renewable_share:
                    count_share(limit, i);
                    break;
                case LimitKind::investment_budget:
                    refuse(limit.name, "investment_budget", fmt::format("/limits/{}", i));
                    break;
            }
        }
        count_co2(co2);
    }

    /// CO2 is written whether or not it is limited; only a limit makes it matter that PyPSA counts per
    /// carrier.
    void count_co2(bool limited) {
        for (std::size_t i = 0; i < net_.generators.size(); ++i) {
            const View& co2 = in_.generators[i].co2;
            if (co2.is_series()) {
                if (limited) refuse(net_.generators[i].name, "co2_t_per_mwh", pointer("generators", i));
            } else if (co2[0] != 0) {
                of_generator_[i]["co2_emissions"] = co2[0];
            }
        }
        for (std::size_t i = 0; i < net_.links.size(); ++i) {
            const View& co2 = in_.links[i].co2;
            if (co2.is_series()) {
                if (limited) refuse(net_.links[i].name, "co2_t_per_mwh", pointer("links", i));
            } else if (co2[0] != 0 && limited) {
                of_link_[i]["co2_emissions"] = co2[0];
            }
        }
    }

    void count_share(const Limit& limit, std::size_t i) {
        const std::string attribute = "limit_" + limit.name;
        attributes_.push_back(attribute);
        const auto count = [&](Counted& counted, const View& ratio, const std::string& name, std::string at) {
            if (ratio.is_series()) return refuse(name, "ratio", std::move(at));
            counted[attribute] += ratio[0];
        };
        visit_share(in_, limit.kind, limit.carrier,
                    {.generator =
                         [&](std::size_t g, const View& ratio) {
                             count(of_generator_[g], ratio, net_.generators[g].name,
                                   pointer("generators", g));
                         },
                     .link =
                         [&](std::size_t l, const View& ratio) {
                             count(of_link_[l], ratio, net_.links[l].name, pointer("links", l));
                         },
                     .taken = [&](std::size_t l) { of_link_[l][attribute] -= limit.value; }});
        double loads = 0;
        for (std::size_t b = 0; b < net_.buses.size(); ++b)
            if (in_.same_energy(static_cast<int>(b), limit.carrier))
                loads += yearly_demand(in_, static_cast<int>(b));
        constraint(net_.limits[i].name, attribute, ">=", limit.value * loads);
    }

    static std::string pointer(const char* list, std::size_t i) { return fmt::format("/{}/{}", list, i); }

    /// The carrier of a generator that counts so: its own where that says the same, else one of its own.
    std::string carrier_for(const std::string& carrier, const std::string& name, double efficiency,
                            Counted counted) {
        for (auto& [attribute, value] : counted) value *= efficiency;
        std::erase_if(counted, [](const auto& one) { return one.second == 0; });
        const auto own = std::ranges::find(net_.carriers, carrier, &Carrier::name);
        Counted says;
        if (own != net_.carriers.end() && own->co2_t_per_mwh != 0) says["co2_emissions"] = own->co2_t_per_mwh;
        const bool same = counted.size() == says.size() &&
                          std::ranges::equal(counted, says, [](const auto& a, const auto& b) {
                              return a.first == b.first && std::abs(a.second - b.second) <= 1e-12;
                          });
        if (same) {
            used_[carrier] = says;
            return carrier;
        }
        const std::string special = carrier.empty() ? name : carrier + " (" + name + ")";
        used_[special] = std::move(counted);
        return special;
    }

    void write_carriers() {
        for (const Carrier& c : net_.carriers)
            if (!used_.contains(c.name)) used_[c.name] = {{"co2_emissions", c.co2_t_per_mwh}};
        for (const auto& [name, counted] : used_) {
            if (name.empty()) continue;  // what has no carrier needs none
            carriers_.row(name);
            if (!counted.contains("co2_emissions")) carriers_.set("co2_emissions", 0.0);
            for (const auto& [attribute, value] : counted) carriers_.set(attribute, value);
            // PyPSA takes an empty cell for NaN, which is not 0.
            for (const auto& attribute : attributes_)
                if (!counted.contains(attribute)) carriers_.set(attribute, 0.0);
        }
    }

    // --- components ---------------------------------------------------------------------------------------

    void write_capacity(PypsaSheet& sheet, const std::string& prefix, int k, double opt) {
        const IndexedCapacity& c = in_.capacities[number(k)];
        sheet.set(prefix + "_nom", c.capacity->nominal)
            .set(prefix + "_nom_extendable", c.capacity->extendable);
        sheet.set("capital_cost", c.annual_cost);
        if (c.capacity->extendable)
            sheet.set(prefix + "_nom_min", c.capacity->minimum)
                .set(prefix + "_nom_max", c.capacity->maximum.value_or(kInfinity));
        if (plan_) sheet.set(prefix + "_nom_opt", opt);
    }
    static void write_free_capacity(PypsaSheet& sheet) {
        sheet.set("p_nom_extendable", false).set("p_nom", kPlenty).set("capital_cost", 0.0);
    }

    const TechnologyResult* result(std::string_view kind, std::string_view name) const {
        if (!plan_) return nullptr;
        const auto found = std::ranges::find_if(
            plan_->technologies, [&](const auto& t) { return t.kind == kind && t.name == name; });
        return found == plan_->technologies.end() ? nullptr : &*found;
    }
    double chosen_mw(std::string_view kind, std::string_view name) const {
        const auto* r = result(kind, name);
        return r ? r->capacity_mw : 0;
    }
    /// The flows of a component in the order in which they were read.
    std::vector<const SeriesResult*> flows(std::string_view kind, std::string_view name) const {
        std::vector<const SeriesResult*> found;
        if (!plan_) return found;
        for (const SeriesResult& s : plan_->series)
            if (s.kind == kind && s.component == name) found.push_back(&s);
        return found;
    }
    static Values negated(Values values) {
        for (double& v : values) v = -v;
        return values;
    }

    Values running_cost(const View& cost, const View& co2) const {
        Values result = values(cost);
        for (int t = 0; t < in_.periods; ++t) result[number(t)] += net_.co2_price_per_t * co2[t];
        return result;
    }

    void add_bus(const std::string& name, const std::string& carrier) {
        const std::string called = carrier == "electricity" ? "AC" : carrier;
        buses_.row(name).set("v_nom", 1.0).set("carrier", called);
        if (std::ranges::find(net_.carriers, called, &Carrier::name) == net_.carriers.end()) used_[called];
    }

    void write_buses() {
        for (std::size_t b = 0; b < net_.buses.size(); ++b) {
            const Bus& one = net_.buses[b];
            add_bus(one.name, one.carrier);
            if (plan_ && b < plan_->buses.size()) buses_.set_series("marginal_price", plan_->buses[b].price);
            if (!one.value_of_lost_load || in_.demand[b].empty()) continue;
            const double peak = std::ranges::max(in_.demand[b]);
            if (peak <= 0) continue;
            Values share = in_.demand[b];
            for (double& v : share) v /= peak;
            generators_.row(one.name + " shedding")
                .set("bus", one.name)
                .set("carrier", "shedding")
                .set("p_nom", peak)
                .set("p_nom_extendable", false)
                .set("efficiency", 1.0)
                .set("marginal_cost", *one.value_of_lost_load)
                .set_profile("p_max_pu", std::move(share));
            used_["shedding"];
            if (const auto shed = flows("shedding", one.name); !shed.empty())
                generators_.set_series("p", shed.front()->value);
        }
    }

    void write_loads() {
        for (std::size_t i = 0; i < net_.loads.size(); ++i) {
            Values p(number(in_.periods));
            for (int t = 0; t < in_.periods; ++t) p[number(t)] = in_.loads[i].p[t];
            loads_.row(net_.loads[i].name).set("bus", net_.loads[i].bus).set_profile("p_set", std::move(p));
        }
    }

    void write_generator(std::size_t i) {
        const Generator& g = net_.generators[i];
        const IndexedGenerator& x = in_.generators[i];
        const std::string carrier = carrier_for(g.carrier, g.name, g.efficiency, of_generator_[i]);
        const auto flow = flows("generator", g.name);
        const bool alone = g.coproducts.empty();
        const std::string at = alone ? g.bus : g.name + " (source)";
        if (!alone) add_bus(at, g.carrier);
        generators_.row(g.name).set("bus", at).set("carrier", carrier).set("efficiency", g.efficiency);
        // The main output is read last.
        if (!flow.empty()) generators_.set_series("p", flow.back()->value);
        PypsaSheet& sheet = alone ? generators_ : links_;
        if (!alone) {
            write_free_capacity(generators_);
            links_.row(g.name + " (plant)")
                .set("carrier", g.carrier)
                .set("bus0", at)
                .set("bus1", g.bus)
                .set("efficiency", 1.0);
            for (std::size_t o = 0; o < g.coproducts.size(); ++o)
                links_.set(fmt::format("bus{}", o + 2), g.coproducts[o].bus)
                    .set_profile(fmt::format("efficiency{}", o + 2), values(x.coproducts[o].ratio));
            if (!flow.empty()) links_.set_series("p0", flow.back()->value);
        }
        write_capacity(sheet, "p", x.capacity, chosen_mw("generator", g.name));
        sheet.set_profile("p_min_pu", values(x.p_min)).set_profile("p_max_pu", values(x.p_max));
        sheet.set_profile("marginal_cost", running_cost(x.marginal_cost, x.co2));
    }

    void write_link(std::size_t i) {
        const Link& l = net_.links[i];
        const IndexedLink& x = in_.links[i];
        links_.row(l.name).set("carrier", l.carrier).set("bus0", l.bus0);
        const auto flow = flows("link", l.name);
        for (std::size_t o = 0; o < l.outputs.size(); ++o) {
            const std::string place = o == 0 ? "" : std::to_string(o + 1);
            links_.set(fmt::format("bus{}", o + 1), l.outputs[o].bus)
                .set_profile("efficiency" + place, values(x.outputs[o].ratio));
        }
        for (std::size_t o = 0; o < flow.size(); ++o)
            links_.set_series(fmt::format("p{}", o), negated(flow[o]->value));
        write_capacity(links_, "p", x.capacity, chosen_mw("link", l.name));
        links_.set_profile("p_min_pu", values(x.p_min)).set_profile("p_max_pu", values(x.p_max));
        links_.set_profile("marginal_cost", running_cost(x.marginal_cost, x.co2));
        if (of_link_[i].empty()) return;
        const std::string account = l.name + " account";
        add_bus(account, "account");
        used_["account"];
        links_.set(fmt::format("bus{}", l.outputs.size() + 1), account)
            .set(fmt::format("efficiency{}", l.outputs.size() + 1), -1.0);
        generators_.row(account)
            .set("bus", account)
            .set("carrier", carrier_for("account", l.name, 1, of_link_[i]))
            .set("efficiency", 1.0)
            .set("p_min_pu", x.two_way ? -1.0 : 0.0);
        write_free_capacity(generators_);
    }

    void write_store(std::size_t i) {
        const Store& s = net_.stores[i];
        if (s.max_hours) return write_unit(i);
        const IndexedStore& x = in_.stores[i];
        if (!s.level_set.empty() || x.has_inflow) return refuse(s.name, "inflow", pointer("stores", i));
        // A chosen power is one number for both ways: a link that runs both ways holds it.
        const bool has_power = x.power_capacity >= 0, gated = has_power && s.p_nom->extendable;
        const std::string inside = s.name + " (store)", before = gated ? s.name + " (gate)" : s.bus;
        add_bus(inside, s.carrier);
        if (gated) {
            add_bus(before, s.carrier);
            links_.row(s.name + " (gate)")
                .set("carrier", s.carrier)
                .set("bus0", s.bus)
                .set("bus1", before)
                .set("efficiency", 1.0)
                .set_profile("p_min_pu", values(x.p_max, -1))
                .set_profile("p_max_pu", values(x.p_min, -1));
            write_capacity(links_, "p", x.power_capacity, chosen_mw("store", s.name));
            if (const auto flow = flows("store", s.name); !flow.empty())
                links_.set_series("p0", negated(flow.front()->value));
        }
        links_.row(s.name + " charge")
            .set("carrier", s.carrier)
            .set("bus0", before)
            .set("bus1", inside)
            .set("efficiency", s.efficiency_store)
            .set("marginal_cost", s.marginal_cost_store);
        if (has_power && !gated) {
            write_capacity(links_, "p", x.power_capacity, chosen_mw("store", s.name));
            links_.set_profile("p_max_pu", values(x.p_min, -1));
        } else {
            write_free_capacity(links_);
        }
        // PyPSA counts a link's cost where it takes.
        links_.row(s.name + " discharge")
            .set("carrier", s.carrier)
            .set("bus0", inside)
            .set("bus1", before)
            .set("efficiency", s.efficiency_dispatch)
            .set("marginal_cost", s.marginal_cost_dispatch * s.efficiency_dispatch);
        write_free_capacity(links_);
        if (has_power && !gated)
            links_.set("p_nom", s.p_nom->nominal / s.efficiency_dispatch)
                .set_profile("p_max_pu", values(x.p_max));
        stores_.row(s.name)
            .set("bus", inside)
            .set("carrier", s.carrier)
            .set("standing_loss", s.standing_loss)
            .set("e_cyclic", s.cyclic)
            .set("e_initial", s.cyclic ? 0 : s.e_initial_mwh)
            .set_profile("e_min_pu", values(x.e_min))
            .set_profile("e_max_pu", values(x.e_max));
        const auto* r = result("store", s.name);
        write_capacity(stores_, "e", x.energy_capacity, r ? r->energy_capacity_mwh.value_or(0) : 0);
        if (const auto level = flows("store_level", s.name); !level.empty())
            stores_.set_series("e", level.front()->value);
    }

    void write_unit(std::size_t i) {
        const Store& s = net_.stores[i];
        const IndexedStore& x = in_.stores[i];
        if (s.marginal_cost_store != 0) refuse(s.name, "marginal_cost_store", pointer("stores", i));
        if (!x.e_min.is_always(0) || !x.e_max.is_always(1)) refuse(s.name, "e_max_pu", pointer("stores", i));
        units_.row(s.name)
            .set("bus", s.bus)
            .set("carrier", s.carrier)
            .set("max_hours", *s.max_hours)
            .set("efficiency_store", s.efficiency_store)
            .set("efficiency_dispatch", s.efficiency_dispatch)
            .set("standing_loss", s.standing_loss)
            .set("marginal_cost", s.marginal_cost_dispatch)
            .set("spill_cost", s.spill_cost)
            .set("cyclic_state_of_charge", s.cyclic)
            .set("state_of_charge_initial", s.cyclic ? 0 : s.e_initial_mwh)
            .set_profile("p_min_pu", values(x.p_min))
            .set_profile("p_max_pu", values(x.p_max))
            .set_profile("inflow", values(x.inflow));
        write_capacity(units_, "p", x.power_capacity, chosen_mw("store", s.name));
        if (!s.level_set.empty()) {
            Values set(number(in_.periods), std::numeric_limits<double>::quiet_NaN());
            for (const LevelPoint& point : s.level_set) set.at(number(point.period)) = point.level_mwh;
            units_.set_series("state_of_charge_set", std::move(set));
        }
        if (const auto flow = flows("store", s.name); !flow.empty())
            units_.set_series("p", flow.front()->value);
        if (const auto level = flows("store_level", s.name); !level.empty())
            units_.set_series("state_of_charge", level.front()->value);
    }

    void write_lines() {
        for (std::size_t i = 0; i < net_.lines.size(); ++i) {
            const Line& l = net_.lines[i];
            lines_.row(l.name)
                .set("bus0", l.bus0)
                .set("bus1", l.bus1)
                .set("x", l.x_ohm)
                .set("r", l.r_ohm)
                .set("s_max_pu", l.s_max_pu);
            write_capacity(lines_, "s", in_.lines[i].capacity, chosen_mw("line", l.name));
            if (const auto flow = flows("line", l.name); !flow.empty())
                lines_.set_series("p0", negated(flow.front()->value));
        }
    }

    const Network& net_;
    const Indexed in_;
    const Plan* plan_;
    Files files_;
    Errors errors_;
    std::vector<std::string> snapshots_;
    std::vector<Counted> of_generator_, of_link_;
    std::vector<std::string> attributes_;  ///< of limits, at carriers
    std::map<std::string, Counted> used_;  ///< the carriers that are written
    PypsaSheet buses_{"buses"}, carriers_{"carriers"}, loads_{"loads"}, generators_{"generators"},
        links_{"links"}, stores_{"stores"}, units_{"storage_units"}, lines_{"lines"},
        constraints_{"global_constraints"};
};

}  // namespace

Checked<Files> write_pypsa_folder(const Network& network, const SeriesValues& series, const Plan* plan) {
    return FolderWriter(network, series, plan).write();
}

}  // namespace dure::energy
