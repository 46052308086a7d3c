// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy::testing {
namespace {

/// A network with one of everything that check() accepts: 4 hours, power with PV, CHP, battery and a ring of
/// three lines, heat by a heat pump, a two-way cable to an island.
Sketch sound() {
    Sketch s(4);
    s.network.carriers = {{.name = "gas", .co2_t_per_mwh = 0.2}, {.name = "sun", .renewable = true}};
    s.bus("city");
    s.bus("north");
    s.bus("south");
    s.bus("heat", "heat");
    s.bus("island");
    s.load("homes", "city", s.series("load", "MW", {10, 12, 11, 9}));
    s.load("baths", "heat", s.series("shape", "per_unit", {1, 2, 2, 1})).annual_mwh = 60;
    s.load("lighthouse", "island", 1.0);
    Generator& pv = s.generator("pv", "north", extendable(1000), 0.0);
    pv.carrier = "sun";
    pv.p_max_pu = s.series("sky", "per_unit", {0, 0.5, 1, 0.2});
    Generator& chp =
        s.generator("chp", "city", fixed(30), s.series("fuel", "currency_per_mwh", {50, 60, 50, 40}));
    chp.carrier = "gas";
    chp.efficiency = 0.4;
    chp.coproducts = {{.bus = "heat", .ratio = 1.1}};
    s.link("heat pump", "city", "heat", s.series("cop", "cop", {2, 3, 3, 2}), fixed(20));
    s.link("cable", "city", "island", 1.0, fixed(5)).p_min_pu = -1.0;
    Store& battery = s.store("battery", "city", extendable(20));
    battery.p_nom = extendable(10);
    s.line("a", "city", "north", 0.1, fixed(50));
    s.line("b", "north", "south", 0.1, fixed(50));
    s.line("c", "south", "city", 0.1, fixed(50));
    s.limit(LimitKind::co2_cap, 1e6);
    s.limit(LimitKind::self_sufficiency, 0.1);
    s.network.time.generator_weight = s.series("weight", "hours", {1, 1, 1, 1});
    return s;
}

struct BadNetwork {
    std::string why;
    std::function<void(Sketch&)> spoil;
    std::string code, pointer;
};

void cost_by(CapitalCost cost, Sketch& s) {
    s.network.generators[0].p_nom.capital_cost = cost;
}

const std::vector<BadNetwork>& bad_networks() {
    static const double nan = std::nan("");
    static const std::vector<BadNetwork> table{
        {"no period", [](Sketch& s) { s.network.time.periods = 0; }, "energy.no_periods", "/time/periods"},
        {"more periods than can be numbered", [](Sketch& s) { s.network.time.periods = 2'000'000'000; },
         "energy.too_large", "/time/periods"},
        {"hours of no length", [](Sketch& s) { s.network.time.hours_per_period = 0; }, "energy.not_positive",
         "/time/hours_per_period"},
        {"a start that is no date", [](Sketch& s) { s.network.time.start = "2030-02-30T00:00"; },
         "energy.bad_start", "/time/start"},
        {"a start without time", [](Sketch& s) { s.network.time.start = "2030-02-03"; }, "energy.bad_start",
         "/time/start"},
        {"a start with letters", [](Sketch& s) { s.network.time.start = "2030-0x-03T00:00"; },
         "energy.bad_start", "/time/start"},
        {"a start at 25 o'clock", [](Sketch& s) { s.network.time.start = "2030-01-03T25:00"; },
         "energy.bad_start", "/time/start"},
        {"a zone that is none", [](Sketch& s) { s.network.time.time_zone = "Asia/Atlantis"; },
         "energy.unknown_time_zone", "/time/time_zone"},
        {"a start that the clock skips",
         [](Sketch& s) {
             s.network.time.time_zone = "Europe/Berlin";
             s.network.time.start = "2024-03-31T02:30";
         },
         "energy.start_skipped", "/time/start"},
        {"negative weights", [](Sketch& s) { s.network.time.objective_weight = -1.0; }, "energy.negative",
         "/time/objective_weight"},
        {"a series that is not there", [](Sketch& s) { s.network.loads[0].p_mw = "rain"; },
         "energy.unknown_series", "/loads/0/p_mw"},
        {"a series without values", [](Sketch& s) { s.values.erase("load"); }, "energy.series_without_values",
         "/series/0"},
        {"a short series", [](Sketch& s) { s.values["load"].pop_back(); }, "energy.series_length",
         "/series/0"},
        {"a long series", [](Sketch& s) { s.values["load"].push_back(1); }, "energy.series_length",
         "/series/0"},
        {"a hole in a series", [](Sketch& s) { s.values["load"][2] = nan; }, "energy.series_not_finite",
         "/series/0"},
        {"endless sun", [](Sketch& s) { s.values["sky"][1] = INFINITY; }, "energy.series_not_finite",
         "/series/2"},
        {"a unit of its own", [](Sketch& s) { s.network.series[0].unit = "horses"; }, "energy.unknown_unit",
         "/series/0/unit"},
        {"power as availability", [](Sketch& s) { s.network.generators[0].p_max_pu = "load"; },
         "energy.unit_clash", "/generators/0/p_max_pu"},
        {"availability as a price", [](Sketch& s) { s.network.generators[0].marginal_cost = "sky"; },
         "energy.unit_clash", "/generators/0/marginal_cost"},
        {"a shape without a yearly sum", [](Sketch& s) { s.network.loads[1].annual_mwh.reset(); },
         "energy.unit_clash", "/loads/1/p_mw"},
        {"negative demand", [](Sketch& s) { s.values["load"][3] = -1; }, "energy.negative_demand_in_period",
         "/loads/0/p_mw"},
        {"constant negative demand", [](Sketch& s) { s.network.loads[0].p_mw = -5.0; },
         "energy.negative_demand", "/loads/0/p_mw"},
        {"negative growth", [](Sketch& s) { s.network.loads[0].growth = -0.1; }, "energy.negative",
         "/loads/0/growth"},
        {"a shape of nothing", [](Sketch& s) { s.values["shape"] = {0, 0, 0, 0}; }, "energy.nothing_to_scale",
         "/loads/1/p_mw"},
        {"no bus", [](Sketch& s) { s.network.buses.clear(); }, "energy.no_buses", "/buses"},
        {"a load nowhere", [](Sketch& s) { s.network.loads[0].bus = "moon"; }, "energy.unknown_bus",
         "/loads/0/bus"},
        {"a generator nowhere", [](Sketch& s) { s.network.generators[0].bus = ""; }, "energy.unknown_bus",
         "/generators/0/bus"},
        {"heat into nowhere", [](Sketch& s) { s.network.generators[1].coproducts[0].bus = "moon"; },
         "energy.unknown_bus", "/generators/1/coproducts/0/bus"},
        {"a link from nowhere", [](Sketch& s) { s.network.links[0].bus0 = "moon"; }, "energy.unknown_bus",
         "/links/0/bus0"},
        {"a link into nowhere", [](Sketch& s) { s.network.links[0].outputs[0].bus = "moon"; },
         "energy.unknown_bus", "/links/0/outputs/0/bus"},
        {"a store nowhere", [](Sketch& s) { s.network.stores[0].bus = "moon"; }, "energy.unknown_bus",
         "/stores/0/bus"},
        {"a line to nowhere", [](Sketch& s) { s.network.lines[0].bus1 = "moon"; }, "energy.unknown_bus",
         "/lines/0/bus1"},
        {"an unknown fuel", [](Sketch& s) { s.network.generators[1].carrier = "wood"; },
         "energy.unknown_carrier", "/generators/1/carrier"},
        {"no name", [](Sketch& s) { s.network.buses[1].name = ""; }, "energy.no_name", "/buses/1/name"},
        {"two of a name", [](Sketch& s) { s.network.generators[1].name = "pv"; }, "energy.doubled_name",
         "/generators/1/name"},
        {"crossed capacities",
         [](Sketch& s) {
             s.network.generators[0].p_nom.minimum = 5;
             s.network.generators[0].p_nom.maximum = 4;
         },
         "energy.crossed_bounds", "/generators/0/p_nom/maximum"},
        {"a negative capacity", [](Sketch& s) { s.network.generators[1].p_nom.nominal = -30; },
         "energy.negative", "/generators/1/p_nom/nominal"},
        {"a capacity that is no number", [](Sketch& s) { s.network.lines[0].s_nom.nominal = nan; },
         "energy.not_finite", "/lines/0/s_nom/nominal"},
        {"availability above 1", [](Sketch& s) { s.values["sky"][1] = 1.5; }, "energy.out_of_range_in_period",
         "/generators/0/p_max_pu"},
        {"availability below 0", [](Sketch& s) { s.network.generators[1].p_max_pu = -0.5; },
         "energy.out_of_range", "/generators/1/p_max_pu"},
        {"a generator that takes", [](Sketch& s) { s.network.generators[1].p_min_pu = -0.5; },
         "energy.out_of_range", "/generators/1/p_min_pu"},
        {"must run more than it can", [](Sketch& s) { s.network.generators[0].p_min_pu = 0.1; },
         "energy.crossed_profiles", "/generators/0/p_min_pu"},
        {"efficiency of nothing", [](Sketch& s) { s.network.generators[1].efficiency = 0; },
         "energy.not_positive", "/generators/1/efficiency"},
        {"a link that gives nothing", [](Sketch& s) { s.network.links[0].outputs[0].efficiency = 0.0; },
         "energy.not_positive", "/links/0/outputs/0/efficiency"},
        {"a link that takes from both sides",
         [](Sketch& s) { s.network.links[0].outputs[0].efficiency = -1.0; }, "energy.negative",
         "/links/0/outputs/0/efficiency"},
        {"a COP below 0", [](Sketch& s) { s.values["cop"][0] = -2; }, "energy.negative_in_period",
         "/links/0/outputs/0/efficiency"},
        {"a link without output", [](Sketch& s) { s.network.links[0].outputs.clear(); }, "energy.no_output",
         "/links/0/outputs"},
        {"a link in a circle", [](Sketch& s) { s.network.links[0].outputs[0].bus = "city"; },
         "energy.same_bus", "/links/0/outputs/0/bus"},
        {"a lossy link both ways", [](Sketch& s) { s.network.links[1].outputs[0].efficiency = 0.9; },
         "energy.two_way_efficiency", "/links/1/outputs/0/efficiency"},
        {"a toll both ways", [](Sketch& s) { s.network.links[1].marginal_cost = 1.0; }, "energy.two_way_cost",
         "/links/1/marginal_cost"},
        {"two outputs both ways", [](Sketch& s) { s.network.links[1].outputs.push_back({.bus = "north"}); },
         "energy.two_way_outputs", "/links/1/outputs"},
        {"a store that gains", [](Sketch& s) { s.network.stores[0].efficiency_store = 1.1; },
         "energy.out_of_range", "/stores/0/efficiency_store"},
        {"a store that gives nothing", [](Sketch& s) { s.network.stores[0].efficiency_dispatch = 0; },
         "energy.not_positive", "/stores/0/efficiency_dispatch"},
        {"more lost than stored", [](Sketch& s) { s.network.stores[0].standing_loss = 1.2; },
         "energy.out_of_range", "/stores/0/standing_loss"},
        {"hours of no power",
         [](Sketch& s) {
             s.network.stores[0].p_nom.reset();
             s.network.stores[0].max_hours = 6;
         },
         "energy.hours_without_power", "/stores/0/max_hours"},
        {"charging forwards", [](Sketch& s) { s.network.stores[0].p_min_pu = 0.5; }, "energy.out_of_range",
         "/stores/0/p_min_pu"},
        {"a level before the first period", [](Sketch& s) { s.network.stores[0].level_set = {{-1, 5}}; },
         "energy.level_period", "/stores/0/level_set/0/period"},
        {"a level set twice",
         [](Sketch& s) {
             s.network.stores[0].level_set = {{.period = 1, .level_mwh = 5}, {.period = 1, .level_mwh = 6}};
         },
         "energy.level_period", "/stores/0/level_set/1/period"},
        {"two costs of one capacity",
         [](Sketch& s) { cost_by({.annual = 1, .investment = 10, .lifetime_years = 20}, s); },
         "energy.capital_cost_twice", "/generators/0/p_nom/capital_cost"},
        {"an investment without lifetime", [](Sketch& s) { cost_by({.investment = 10}, s); },
         "energy.no_lifetime", "/generators/0/p_nom/capital_cost/lifetime_years"},
        {"a lifetime of 0", [](Sketch& s) { cost_by({.investment = 10, .lifetime_years = 0}, s); },
         "energy.not_positive", "/generators/0/p_nom/capital_cost/lifetime_years"},
        {"plant that is paid for", [](Sketch& s) { cost_by({.annual = -10}, s); }, "energy.negative",
         "/generators/0/p_nom/capital_cost/annual"},
        {"a discount rate in percent", [](Sketch& s) { s.network.discount_rate = 5; }, "energy.out_of_range",
         "/discount_rate"},
        {"a negative price of CO2", [](Sketch& s) { s.network.co2_price_per_t = -1; }, "energy.negative",
         "/co2_price_per_t"},
        {"money in itself",
         [](Sketch& s) { s.network.exchange = {.currency = "EUR", .rate = 1, .date = "2026-11-27"}; },
         "energy.exchange_currency", "/exchange/currency"},
        {"money by a word",
         [](Sketch& s) { s.network.exchange = {.currency = "won", .rate = 1700, .date = "2026-11-27"}; },
         "energy.exchange_currency", "/exchange/currency"},
        {"money for nothing",
         [](Sketch& s) { s.network.exchange = {.currency = "KRW", .rate = 0, .date = "2026-11-27"}; },
         "energy.not_positive", "/exchange/rate"},
        {"a rate of no day",
         [](Sketch& s) { s.network.exchange = {.currency = "KRW", .rate = 1700, .date = "2026-02-30"}; },
         "energy.not_a_day", "/exchange/date"},
        {"a line in a circle", [](Sketch& s) { s.network.lines[1].bus1 = "north"; }, "energy.same_bus",
         "/lines/1/bus1"},
        {"a line from power to heat", [](Sketch& s) { s.network.lines[1].bus1 = "heat"; },
         "energy.line_carriers", "/lines/1/bus1"},
        {"a loop without impedance", [](Sketch& s) { s.network.lines[1].x_ohm = 0; }, "energy.no_impedance",
         "/lines/1/x_ohm"},
        {"a line that carries nothing", [](Sketch& s) { s.network.lines[1].s_max_pu = 0; },
         "energy.not_positive", "/lines/1/s_max_pu"},
        {"a share of CO2 of nothing", [](Sketch& s) { s.network.limits[0].kind = LimitKind::co2_cap_share; },
         "energy.no_reference", "/limits/0/reference_t"},
        {"a share of an unknown carrier", [](Sketch& s) { s.network.limits[1].carrier = "steam"; },
         "energy.unknown_carrier", "/limits/1/carrier"},
        {"a share without demand",
         [](Sketch& s) {
             s.bus("pipe", "hydrogen");
             s.network.limits[1].carrier = "hydrogen";
         },
         "energy.share_without_demand", "/limits/1/carrier"},
        {"a budget for unknown prices",
         [](Sketch& s) {
             for (Limit& l : s.network.limits) l.active = false;
             s.network.stores.clear();
             s.limit(LimitKind::investment_budget, 1e6);
         },
         "energy.budget_without_investment", "/limits/2"},
        {"a negative cap", [](Sketch& s) { s.network.limits[0].value = -1; }, "energy.negative",
         "/limits/0/value"},
        {"an island without its cable", [](Sketch& s) { s.network.links.pop_back(); },
         "energy.unreachable_bus", "/buses/4"},
        {"an island whose cable has no capacity", [](Sketch& s) { s.network.links[1].p_nom.nominal = 0; },
         "energy.unreachable_bus", "/buses/4"},
        {"an island whose cable leads away only",
         [](Sketch& s) {
             s.network.links[1].bus0 = "island";
             s.network.links[1].outputs[0].bus = "city";
             s.network.links[1].p_min_pu = 0.0;
         },
         "energy.unreachable_bus", "/buses/4"},
    };
    return table;
}

TEST(Check, finds_nothing_in_a_sound_network) {
    const Sketch s = sound();
    for (const Error& e : check(s.network, s.values)) ADD_FAILURE() << e.code << " at " << e.pointer;
    EXPECT_EQ(s.solved().status, lp::Status::optimal);
}

TEST(Check, names_the_one_thing_that_is_wrong_and_where) {
    ASSERT_GE(bad_networks().size(), 40u);
    for (const BadNetwork& bad : bad_networks()) {
        SCOPED_TRACE(bad.why);
        Sketch s = sound();
        bad.spoil(s);
        const Errors errors = check(s.network, s.values);
        const bool found = std::ranges::any_of(
            errors, [&](const Error& e) { return e.code == bad.code && e.pointer == bad.pointer; });
        EXPECT_TRUE(found) << bad.code << " expected at " << bad.pointer;
        const bool drags_others_along = bad.why == "no period" || bad.code == "energy.too_large" ||
                                        bad.why == "no bus" || bad.why == "no name" ||
                                        bad.why == "an unknown fuel" || bad.why == "a line in a circle";
        if (!drags_others_along) {
            for (const Error& e : errors)
                EXPECT_TRUE(e.code == bad.code && e.pointer == bad.pointer)
                    << "also " << e.code << " at " << e.pointer;
        }
    }
}

TEST(Check, has_a_sentence_in_both_languages_for_each_code) {
    for (const char* language : {"ko", "en"}) {
        std::ifstream file(std::string(DURE_SOURCE_DIR "/messages/") + language + ".json");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        for (const BadNetwork& bad : bad_networks()) {
            const std::string key = "\"" + bad.code.substr(bad.code.find('.') + 1) + "\": \"";
            EXPECT_NE(text.find(key), std::string::npos) << bad.code << " in " << language;
        }
    }
}

TEST(Check, names_everything_at_once) {
    Sketch s = sound();
    s.network.loads[0].bus = "moon";
    s.network.generators[1].efficiency = -1;
    s.network.time.time_zone = "nowhere";
    EXPECT_EQ(check(s.network, s.values).size(), 3u);
    const auto refused = s.plan();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 3u);
}

TEST(Check, lets_a_bus_go_unserved_that_may_shed) {
    Sketch s = sound();
    s.network.links.pop_back();
    s.network.buses[4].value_of_lost_load = 1000;
    EXPECT_TRUE(check(s.network, s.values).empty());
}

TEST(Check, accepts_plant_that_costs_nothing) {
    Sketch s = sound();
    s.network.generators[0].p_nom.capital_cost = {};
    EXPECT_TRUE(check(s.network, s.values).empty());
}

}  // namespace
}  // namespace dure::energy::testing
