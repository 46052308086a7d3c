// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/network.hpp"
#include "engine/energy/parameters.hpp"

namespace dure::energy {

// Every member of a network under the name it has in files, written once for readers and writers.
// A visitor is called as visit("name", &Type::member) and, where a value must be given, visit.required(…).

template <class V>
void describe(V& visit, const Time*) {
    visit.required("start", &Time::start);
    visit.required("time_zone", &Time::time_zone);
    visit.required("periods", &Time::periods);
    visit("hours_per_period", &Time::hours_per_period);
    visit("objective_weight", &Time::objective_weight);
    visit("generator_weight", &Time::generator_weight);
    visit("store_weight", &Time::store_weight);
}

template <class V>
void describe(V& visit, const Carrier*) {
    visit.required("name", &Carrier::name);
    visit("co2_t_per_mwh", &Carrier::co2_t_per_mwh);
    visit("renewable", &Carrier::renewable);
    visit("label_ko", &Carrier::label_ko);
    visit("label_en", &Carrier::label_en);
}

template <class V>
void describe(V& visit, const Bus*) {
    visit.required("name", &Bus::name);
    visit.required("carrier", &Bus::carrier);
    visit("value_of_lost_load", &Bus::value_of_lost_load);
    visit("label_ko", &Bus::label_ko);
    visit("label_en", &Bus::label_en);
}

template <class V>
void describe(V& visit, const Load*) {
    visit.required("name", &Load::name);
    visit.required("bus", &Load::bus);
    visit.required("p_mw", &Load::p_mw);
    visit("annual_mwh", &Load::annual_mwh);
    visit("growth", &Load::growth);
    visit("label_ko", &Load::label_ko);
    visit("label_en", &Load::label_en);
    visit("source", &Load::source);
}

template <class V>
void describe(V& visit, const CapitalCost*) {
    visit("annual", &CapitalCost::annual);
    visit("investment", &CapitalCost::investment);
    visit("lifetime_years", &CapitalCost::lifetime_years);
    visit("fixed_om_share", &CapitalCost::fixed_om_share);
    visit("discount_rate", &CapitalCost::discount_rate);
}

template <class V>
void describe(V& visit, const Capacity*) {
    visit("nominal", &Capacity::nominal);
    visit("extendable", &Capacity::extendable);
    visit("minimum", &Capacity::minimum);
    visit("maximum", &Capacity::maximum);
    visit("capital_cost", &Capacity::capital_cost);
}

template <class V>
void describe(V& visit, const CoProduct*) {
    visit.required("bus", &CoProduct::bus);
    visit("ratio", &CoProduct::ratio);
}

template <class V>
void describe(V& visit, const Generator*) {
    visit.required("name", &Generator::name);
    visit.required("bus", &Generator::bus);
    visit("carrier", &Generator::carrier);
    visit("p_nom", &Generator::p_nom);
    visit("p_min_pu", &Generator::p_min_pu);
    visit("p_max_pu", &Generator::p_max_pu);
    visit("marginal_cost", &Generator::marginal_cost);
    visit("efficiency", &Generator::efficiency);
    visit("co2_t_per_mwh", &Generator::co2_t_per_mwh);
    visit("coproducts", &Generator::coproducts);
    visit("imported", &Generator::imported);
    visit("label_ko", &Generator::label_ko);
    visit("label_en", &Generator::label_en);
    visit("source", &Generator::source);
}

template <class V>
void describe(V& visit, const LinkOutput*) {
    visit.required("bus", &LinkOutput::bus);
    visit("efficiency", &LinkOutput::efficiency);
}

template <class V>
void describe(V& visit, const Link*) {
    visit.required("name", &Link::name);
    visit("carrier", &Link::carrier);
    visit.required("bus0", &Link::bus0);
    visit.required("outputs", &Link::outputs);
    visit("p_nom", &Link::p_nom);
    visit("p_min_pu", &Link::p_min_pu);
    visit("p_max_pu", &Link::p_max_pu);
    visit("marginal_cost", &Link::marginal_cost);
    visit("co2_t_per_mwh", &Link::co2_t_per_mwh);
    visit("label_ko", &Link::label_ko);
    visit("label_en", &Link::label_en);
    visit("source", &Link::source);
}

template <class V>
void describe(V& visit, const LevelPoint*) {
    visit.required("period", &LevelPoint::period);
    visit.required("level_mwh", &LevelPoint::level_mwh);
}

template <class V>
void describe(V& visit, const Store*) {
    visit.required("name", &Store::name);
    visit.required("bus", &Store::bus);
    visit("carrier", &Store::carrier);
    visit("e_nom", &Store::e_nom);
    visit("p_nom", &Store::p_nom);
    visit("max_hours", &Store::max_hours);
    visit("efficiency_store", &Store::efficiency_store);
    visit("efficiency_dispatch", &Store::efficiency_dispatch);
    visit("standing_loss", &Store::standing_loss);
    visit("marginal_cost_store", &Store::marginal_cost_store);
    visit("marginal_cost_dispatch", &Store::marginal_cost_dispatch);
    visit("cyclic", &Store::cyclic);
    visit("e_initial_mwh", &Store::e_initial_mwh);
    visit("level_set", &Store::level_set);
    visit("e_min_pu", &Store::e_min_pu);
    visit("e_max_pu", &Store::e_max_pu);
    visit("p_min_pu", &Store::p_min_pu);
    visit("p_max_pu", &Store::p_max_pu);
    visit("inflow_mw", &Store::inflow_mw);
    visit("spill_cost", &Store::spill_cost);
    visit("label_ko", &Store::label_ko);
    visit("label_en", &Store::label_en);
    visit("source", &Store::source);
}

template <class V>
void describe(V& visit, const Line*) {
    visit.required("name", &Line::name);
    visit.required("bus0", &Line::bus0);
    visit.required("bus1", &Line::bus1);
    visit("x_ohm", &Line::x_ohm);
    visit("r_ohm", &Line::r_ohm);
    visit("s_nom", &Line::s_nom);
    visit("s_max_pu", &Line::s_max_pu);
    visit("label_ko", &Line::label_ko);
    visit("label_en", &Line::label_en);
}

template <class V>
void describe(V& visit, const Limit*) {
    visit.required("name", &Limit::name);
    visit.required("kind", &Limit::kind);
    visit.required("value", &Limit::value);
    visit("reference_t", &Limit::reference_t);
    visit("carrier", &Limit::carrier);
    visit("active", &Limit::active);
    visit("label_ko", &Limit::label_ko);
    visit("label_en", &Limit::label_en);
    visit("source", &Limit::source);
}

template <class V>
void describe(V& visit, const Assumption*) {
    visit.required("at", &Assumption::at);
    visit("source", &Assumption::source);
    visit("figure", &Assumption::figure);
    visit("price_year", &Assumption::price_year);
    visit("low", &Assumption::low);
    visit("high", &Assumption::high);
    visit("note_ko", &Assumption::note_ko);
    visit("note_en", &Assumption::note_en);
}

/// A series in a file: what it is, and where its values stand (a column of a CSV file, or here).
struct SeriesEntry {
    SeriesInfo info;
    std::string file, column;
    std::vector<double> values;
};

template <class V>
void describe(V& visit, const SeriesInfo*) {
    visit.required("name", &SeriesInfo::name);
    visit.required("unit", &SeriesInfo::unit);
    visit.required("origin", &SeriesInfo::origin);
    visit("method", &SeriesInfo::method);
    visit("source", &SeriesInfo::source);
}

template <class V>
void describe(V& visit, const Exchange*) {
    visit.required("currency", &Exchange::currency);
    visit.required("rate", &Exchange::rate);
    visit.required("date", &Exchange::date);
    visit("source", &Exchange::source);
}

template <class V>
void describe(V& visit, const Network*) {
    visit.required("name", &Network::name);
    visit.required("currency", &Network::currency);
    visit.required("price_year", &Network::price_year);
    visit.required("discount_rate", &Network::discount_rate);
    visit("co2_price_per_t", &Network::co2_price_per_t);
    visit("exchange", &Network::exchange);
    visit.required("time", &Network::time);
    visit("carriers", &Network::carriers);
    visit.required("buses", &Network::buses);
    visit("loads", &Network::loads);
    visit("generators", &Network::generators);
    visit("links", &Network::links);
    visit("stores", &Network::stores);
    visit("lines", &Network::lines);
    visit("limits", &Network::limits);
}

}  // namespace dure::energy
