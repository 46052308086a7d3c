// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/assumption_service.hpp"

#include <algorithm>

#include "server/audit/audit.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/energy/assumption_store.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_service.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/figures/figure_store.hpp"
#include "server/figures/source_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

/// What the audit keeps; sources and figures by code, for reading.
struct Trace {
    std::string parameter;
    std::optional<double> value;
    std::string unit;
    std::optional<std::string> source, figure;
    std::optional<std::int64_t> price_year;
    std::optional<double> low, high;
    std::string note_ko, note_en, reason;
};
BOOST_DESCRIBE_STRUCT(Trace, (),
                      (parameter, value, unit, source, figure, price_year, low, high, note_ko, note_en,
                       reason))

std::string trace(const dure::energy::Parameter& parameter, const AssumptionRecord& one) {
    return codec::encode(
        Trace{.parameter = parameter.at,
              .value = parameter.value,
              .unit = parameter.unit,
              .source = one.source ? one.source_code : std::nullopt,
              .figure = one.figure ? (one.figure_code ? one.figure_code : one.figure) : std::nullopt,
              .price_year = one.price_year,
              .low = one.low,
              .high = one.high,
              .note_ko = one.note_ko,
              .note_en = one.note_en,
              .reason = one.reason});
}

void record(db::Connection& c, const AssumptionRecord& one, const Who& who, std::string before,
            std::string after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = "change_assumption",
                      .record_kind = std::string(kAssumption),
                      .record_id = assumption_id(one.plan, one.at),
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
}

void write(db::Connection& c, const AssumptionRecord& one, bool there) {
    if (!there) return insert_assumption(c, one);
    if (!update_assumption(c, one)) http::refuse(412, "http.stale");
}

void take_source(db::Connection& c, const AssumptionContent& content, AssumptionRecord& one) {
    one.source = content.source;
    one.figure = content.figure;
    one.source_code = one.figure_code = std::nullopt;
    if (content.source) {
        const auto source = figures::find_source(c, *content.source);
        if (!source || source->deleted)
            http::refuse_fields({{.code = "assumption.unknown_source", .pointer = "/source"}});
        one.source_code = source->content.code;
    }
    if (content.figure) {
        const auto figure = figures::find_figure(c, *content.figure);
        if (!figure || figure->deleted)
            http::refuse_fields({{.code = "assumption.unknown_figure", .pointer = "/figure"}});
        one.figure_code = figure->content.code;
    }
}

/// The model with the new value, unless that is the one it has.
std::optional<dure::energy::Network> changed_model(db::Connection& c, const PlanRecord& plan,
                                                   const dure::energy::Parameter& parameter,
                                                   const AssumptionContent& content) {
    if (!content.value || content.value == parameter.value) return std::nullopt;
    if (parameter.list == "series")
        http::refuse_fields(
            {{.code = "assumption.is_series", .params = {{"name", parameter.name}}, .pointer = "/value"}});
    if (content.reason.empty())
        http::refuse_fields({{.code = "assumption.reason_needed", .pointer = "/reason"}});
    auto network = decode_network(plan_model(c, plan.id)).value();
    const auto series = load_series(c, hashes_of(plan_series(c, plan.id)));
    const auto tried =
        dure::energy::apply(network, series, std::vector{dure::energy::Change{parameter.at, *content.value}});
    if (!tried) {
        // What else is wrong with a plan in the making does not stand in the way of this number.
        Errors own = tried.error();
        std::erase_if(own, [](const Error& error) { return !error.pointer.starts_with("/changes/"); });
        for (Error& error : own) error.pointer = "/value";
        if (!own.empty()) http::refuse_fields(std::move(own));
    }
    dure::energy::set_parameter(network, parameter.at, *content.value);
    return network;
}

}  // namespace

std::string assumption_id(const std::string& plan, const std::string& at) {
    return plan + ':' + at;
}

void change_assumption(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                       const dure::energy::Parameter& parameter, const std::optional<AssumptionRecord>& known,
                       const AssumptionContent& content, const Who& who) {
    AssumptionRecord one = known.value_or(AssumptionRecord{.plan = plan.id, .at = parameter.at});
    const std::string before = trace(parameter, one);
    const auto network = changed_model(c, plan, parameter, content);
    take_source(c, content, one);
    one.price_year = content.price_year;
    one.low = content.low;
    one.high = content.high;
    one.note_ko = content.note_ko;
    one.note_en = content.note_en;
    one.reason = content.reason;
    one.owner = who.actor.account;
    one.updated = desk.clock();
    if (!known) one.created = one.updated;
    dure::energy::Parameter after = parameter;
    if (network) {
        save_model(c, desk, plan, *network, who, "change_assumption");
        after.value = content.value;
    }
    write(c, one, known.has_value());
    record(c, one, who, before, trace(after, one));
}

void forget_sources(db::Connection& c, const PlanRecord& plan, const dure::energy::Network& before,
                    const dure::energy::Network& after, std::span<const std::string> series, const Who& who) {
    std::map<std::string, dure::energy::Parameter> old;
    for (auto& one : dure::energy::parameters(before)) {
        std::string at = one.at;
        old.emplace(std::move(at), std::move(one));
    }
    const auto known = plan_assumptions(c, plan.id);
    for (const auto& now : dure::energy::parameters(after)) {
        const auto was = old.find(now.at);
        if (was == old.end() || now.unit == "switch") continue;
        const bool new_values = now.list == "series" && std::ranges::find(series, now.name) != series.end();
        if (was->second.value == now.value && !new_values) continue;
        const auto row = known.find(now.at);
        AssumptionRecord one = row == known.end()
                                   ? AssumptionRecord{.plan = plan.id, .at = now.at, .created = plan.updated}
                                   : row->second;
        const std::string said = trace(was->second, one);
        one.source = one.figure = std::nullopt;
        one.price_year = std::nullopt;
        one.note_ko = one.note_en = one.reason = "";
        one.owner = who.actor.account;
        one.updated = plan.updated;
        write(c, one, row != known.end());
        record(c, one, who, said, trace(now, one));
    }
}

void bring_assumptions(db::Connection& c, const PlanRecord& plan,
                       std::span<const dure::energy::Assumption> list, const std::string& pointer) {
    Errors errors;
    const auto unknown = [&](std::string code, const std::string& of, const std::string& at) {
        if (!pointer.empty())
            errors.push_back(
                {.code = std::move(code), .params = {{"code", of}, {"at", at}}, .pointer = pointer});
    };
    std::map<std::string, std::optional<std::string>> sources;
    for (const auto& one : list) {
        AssumptionRecord row{.plan = plan.id, .at = one.at};
        if (!one.source.empty()) {
            auto [known, first] = sources.try_emplace(one.source);
            if (first)
                if (const auto source = figures::find_source_by_code(c, one.source); source)
                    known->second = source->id;
            row.source = known->second;
            if (!row.source) unknown("plan.unknown_source", one.source, one.at);
        }
        if (!one.figure.empty()) {
            if (const auto figure = figures::find_figure_by_code(c, one.figure); figure)
                row.figure = figure->id;
            else
                unknown("plan.unknown_figure", one.figure, one.at);
        }
        if (one.price_year) row.price_year = *one.price_year;
        row.low = one.low;
        row.high = one.high;
        row.note_ko = one.note_ko;
        row.note_en = one.note_en;
        row.owner = plan.owner;
        row.created = row.updated = plan.created;
        if (errors.empty()) insert_assumption(c, row);
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

void copy_assumptions(db::Connection& c, const PlanRecord& plan, std::span<const AssumptionRecord> list) {
    for (AssumptionRecord one : list) {
        one.plan = plan.id;
        one.owner = plan.owner;
        one.version = 1;
        one.created = one.updated = plan.created;
        insert_assumption(c, one);
    }
}

std::vector<dure::energy::Assumption> carried(const dure::energy::Network& network,
                                              const std::map<std::string, AssumptionRecord>& known) {
    std::vector<dure::energy::Assumption> list;
    for (const auto& parameter : dure::energy::parameters(network)) {
        const auto row = known.find(parameter.at);
        if (row == known.end()) continue;
        const AssumptionRecord& one = row->second;
        dure::energy::Assumption out{.at = one.at};
        if (one.source || (one.figure && !one.figure_code)) out.source = one.source_code.value_or("");
        if (one.figure) out.figure = one.figure_code.value_or("");
        if (one.price_year) out.price_year = static_cast<int>(*one.price_year);
        out.low = one.low;
        out.high = one.high;
        out.note_ko = one.note_ko;
        out.note_en = one.note_en;
        list.push_back(std::move(out));
    }
    return list;
}

Provenance provenance_of(const dure::energy::Network& plan, const dure::energy::Network& computed,
                         const std::map<std::string, AssumptionRecord>& known) {
    std::map<std::string, std::optional<double>> own;
    for (const auto& one : dure::energy::parameters(plan)) own.emplace(one.at, one.value);
    Provenance counted;
    for (const auto& one : dure::energy::parameters(computed)) {
        if (!one.counts) continue;
        ++counted.assumptions;
        const auto row = known.find(one.at);
        const auto was = own.find(one.at);
        if (row == known.end() || !row->second.sourced() || was == own.end() || was->second != one.value)
            ++counted.without_source;
    }
    return counted;
}

}  // namespace dure::desks::energy
