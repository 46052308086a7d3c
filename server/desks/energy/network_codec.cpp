// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/network_codec.hpp"

#include <algorithm>
#include <cctype>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"

namespace dure::energy {

using codec::optional;
using codec::required;
using codec::Rule;

namespace {

constexpr double kMaxPeriods = 100'000;

/// 2030-01-01T00:00
bool is_local_minute(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-ddTdd:dd";
    if (text.size() != shape.size()) return false;
    return std::ranges::equal(text, shape,
                              [](unsigned char c, char s) { return s == 'd' ? std::isdigit(c) : c == s; });
}

constexpr Rule name(std::string_view field) {
    return required(field).length(1, 100);
}
constexpr Rule carrier(std::string_view field) {
    return optional(field).length(0, 100);
}
constexpr Rule profile(std::string_view field) {
    return optional(field).length(1, 100);
}
constexpr Rule label(std::string_view field) {
    return optional(field).length(0, 200).omitted_when_empty();
}
constexpr Rule note(std::string_view field) {
    return optional(field).length(0, 2000).omitted_when_empty();
}
constexpr Rule share(std::string_view field) {
    return optional(field).at_least(0).at_most(1);
}
constexpr Rule positive(std::string_view field) {
    return optional(field).above(0);
}
constexpr Rule not_negative(std::string_view field) {
    return optional(field).at_least(0);
}

}  // namespace

BOOST_DESCRIBE_ENUM(LimitKind, co2_cap, co2_cap_share, self_sufficiency, renewable_share, investment_budget)

BOOST_DESCRIBE_STRUCT(Time, (),
                      (start, time_zone, periods, hours_per_period, objective_weight, generator_weight,
                       store_weight))
std::span<const Rule> json_rules(const Time*) {
    static const Rule rules[] = {required("start").format("local_minute", is_local_minute),
                                 required("time_zone").length(1, 100),
                                 required("periods").at_least(1).at_most(kMaxPeriods),
                                 positive("hours_per_period"),
                                 profile("objective_weight"),
                                 profile("generator_weight"),
                                 profile("store_weight")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(SeriesInfo, (), (name, unit, origin, method, source))

void json_check(const SeriesInfo& series, codec::Reader& reader) {
    desks::energy::check_series_choices(series.unit, series.origin, reader);
}
std::span<const Rule> json_rules(const SeriesInfo*) {
    static const Rule rules[] = {name("name"), required("unit"), required("origin"), note("method"),
                                 note("source")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Carrier, (), (name, co2_t_per_mwh, renewable, label_ko, label_en))
std::span<const Rule> json_rules(const Carrier*) {
    static const Rule rules[] = {name("name"), not_negative("co2_t_per_mwh"), label("label_ko"),
                                 label("label_en")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Bus, (), (name, carrier, value_of_lost_load, label_ko, label_en))
std::span<const Rule> json_rules(const Bus*) {
    static const Rule rules[] = {name("name"), name("carrier"), not_negative("value_of_lost_load"),
                                 label("label_ko"), label("label_en")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Load, (), (name, bus, p_mw, annual_mwh, growth, label_ko, label_en, source))
std::span<const Rule> json_rules(const Load*) {
    static const Rule rules[] = {name("name"),
                                 name("bus"),
                                 required("p_mw").length(1, 100),
                                 not_negative("annual_mwh"),
                                 not_negative("growth"),
                                 label("label_ko"),
                                 label("label_en"),
                                 note("source")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(CapitalCost, (), (annual, investment, lifetime_years, fixed_om_share, discount_rate))
std::span<const Rule> json_rules(const CapitalCost*) {
    static const Rule rules[] = {not_negative("annual"), not_negative("investment"),
                                 positive("lifetime_years").at_most(200), share("fixed_om_share"),
                                 share("discount_rate")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Capacity, (), (nominal, extendable, minimum, maximum, capital_cost))
std::span<const Rule> json_rules(const Capacity*) {
    static const Rule rules[] = {not_negative("nominal"), not_negative("minimum"), not_negative("maximum")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(CoProduct, (), (bus, ratio))
std::span<const Rule> json_rules(const CoProduct*) {
    static const Rule rules[] = {name("bus"), profile("ratio")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Generator, (),
                      (name, bus, carrier, p_nom, p_min_pu, p_max_pu, marginal_cost, efficiency,
                       co2_t_per_mwh, coproducts, imported, label_ko, label_en, source))
std::span<const Rule> json_rules(const Generator*) {
    static const Rule rules[] = {name("name"),           name("bus"),
                                 carrier("carrier"),     profile("p_min_pu"),
                                 profile("p_max_pu"),    profile("marginal_cost"),
                                 positive("efficiency"), profile("co2_t_per_mwh"),
                                 label("label_ko"),      label("label_en"),
                                 note("source")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(LinkOutput, (), (bus, efficiency))
std::span<const Rule> json_rules(const LinkOutput*) {
    static const Rule rules[] = {name("bus"), profile("efficiency")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Link, (),
                      (name, carrier, bus0, outputs, p_nom, p_min_pu, p_max_pu, marginal_cost, co2_t_per_mwh,
                       label_ko, label_en, source))
std::span<const Rule> json_rules(const Link*) {
    static const Rule rules[] = {name("name"),
                                 carrier("carrier"),
                                 name("bus0"),
                                 required("outputs").items(1, 100),
                                 profile("p_min_pu"),
                                 profile("p_max_pu"),
                                 profile("marginal_cost"),
                                 profile("co2_t_per_mwh"),
                                 label("label_ko"),
                                 label("label_en"),
                                 note("source")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(LevelPoint, (), (period, level_mwh))
std::span<const Rule> json_rules(const LevelPoint*) {
    static const Rule rules[] = {required("period").at_least(0).at_most(kMaxPeriods),
                                 required("level_mwh").at_least(0)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Store, (),
                      (name, bus, carrier, e_nom, p_nom, max_hours, efficiency_store, efficiency_dispatch,
                       standing_loss, marginal_cost_store, marginal_cost_dispatch, cyclic, e_initial_mwh,
                       e_min_pu, e_max_pu, p_min_pu, p_max_pu, inflow_mw, spill_cost, level_set, label_ko,
                       label_en, source))
std::span<const Rule> json_rules(const Store*) {
    static const Rule rules[] = {
        name("name"),
        name("bus"),
        carrier("carrier"),
        positive("max_hours"),
        positive("efficiency_store").at_most(1),
        positive("efficiency_dispatch").at_most(1),
        share("standing_loss"),
        not_negative("e_initial_mwh"),
        profile("e_min_pu"),
        profile("e_max_pu"),
        profile("p_min_pu"),
        profile("p_max_pu"),
        profile("inflow_mw"),
        not_negative("spill_cost"),
        optional("level_set").items(0, static_cast<std::size_t>(kMaxPeriods)).omitted_when_empty(),
        label("label_ko"),
        label("label_en"),
        note("source")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Line, (), (name, bus0, bus1, x_ohm, r_ohm, s_nom, s_max_pu, label_ko, label_en))
std::span<const Rule> json_rules(const Line*) {
    static const Rule rules[] = {name("name"),         name("bus0"),      name("bus1"),
                                 positive("s_max_pu"), label("label_ko"), label("label_en")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Limit, (),
                      (name, kind, value, reference_t, carrier, active, label_ko, label_en, source))
std::span<const Rule> json_rules(const Limit*) {
    static const Rule rules[] = {name("name"),
                                 required("kind"),
                                 required("value").at_least(0),
                                 not_negative("reference_t"),
                                 optional("carrier").length(1, 100),
                                 label("label_ko"),
                                 label("label_en"),
                                 note("source")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Exchange, (), (currency, rate, date, source))
std::span<const Rule> json_rules(const Exchange*) {
    static const Rule rules[] = {required("currency").format("currency", is_currency),
                                 required("rate").above(0), required("date").format("2026-11-27", is_day),
                                 note("source")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(Network, (),
                      (name, currency, price_year, discount_rate, co2_price_per_t, exchange, time, series,
                       carriers, buses, loads, generators, links, stores, lines, limits))

std::span<const Rule> json_rules(const Network*) {
    constexpr std::size_t most = 10'000;
    static const Rule rules[] = {required("name").length(0, 200),
                                 required("currency").format("currency", is_currency),
                                 required("price_year").at_least(1990).at_most(2100),
                                 required("discount_rate").at_least(0).at_most(1),
                                 not_negative("co2_price_per_t"),
                                 optional("exchange"),
                                 required("time"),
                                 optional("series").items(0, most),
                                 optional("carriers").items(0, most),
                                 required("buses").items(0, most),
                                 optional("loads").items(0, most),
                                 optional("generators").items(0, most),
                                 optional("links").items(0, most),
                                 optional("stores").items(0, most),
                                 optional("lines").items(0, most),
                                 optional("limits").items(0, most)};
    return rules;
}

}  // namespace dure::energy

namespace dure::desks::energy {

void read(const boost::json::value& value, Model& target, codec::Reader& reader, const codec::Rule& rule) {
    codec::read_any(value, target.network, reader, rule);
}

void write(const Model& source, std::string& out) {
    codec::write_any(source.network, out);
}

void check_series_choices(std::string_view unit, std::string_view origin, codec::Reader& reader) {
    constexpr std::string_view units[] = {"MW", "per_unit", "currency_per_mwh", "cop", "t_per_mwh", "hours"};
    constexpr std::string_view origins[] = {"synthetic", "measured", "reanalysis", "imported"};
    const auto choose = [&](std::string_view field, std::string_view found, auto& choices) {
        if (std::ranges::find(choices, found) != std::end(choices)) return;
        std::string all;
        for (const std::string_view choice : choices) all.append(all.empty() ? "" : ", ").append(choice);
        reader.refuse("json.bad_choice", {{"choices", all}, {"found", std::string(found)}}, field);
    };
    choose("/unit", unit, units);
    choose("/origin", origin, origins);
}

Checked<dure::energy::Network> decode_network(std::string_view json) {
    return codec::decode<dure::energy::Network>(json);
}

std::string encode_network(const dure::energy::Network& network) {
    return codec::encode(network);
}

}  // namespace dure::desks::energy
