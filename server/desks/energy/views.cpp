// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/views.hpp"

#include <stdexcept>

#include "server/desks/energy/variation_codec.hpp"

namespace dure::lp {

BOOST_DESCRIBE_ENUM(Method, automatic, ipm, clp)
BOOST_DESCRIBE_ENUM(Status, optimal, infeasible, unbounded, limit, cancelled)
BOOST_DESCRIBE_STRUCT(Certificate, (), (objective, dual_objective, primal_residual, dual_residual, gap))

}  // namespace dure::lp

namespace dure::energy {

BOOST_DESCRIBE_ENUM(LimitKind, co2_cap, co2_cap_share, self_sufficiency, renewable_share, investment_budget)
BOOST_DESCRIBE_STRUCT(TechnologyResult, (),
                      (kind, name, bus, carrier, capacity_mw, existing_mw, energy_capacity_mwh, output_mwh,
                       input_mwh, curtailed_mwh, full_load_hours, capital_cost, marginal_cost, co2_t,
                       investment))
BOOST_DESCRIBE_STRUCT(LimitResult, (), (name, kind, bound, achieved, shadow_price))
BOOST_DESCRIBE_ENUM(ConflictKind, limit, maximum, minimum, balance)
BOOST_DESCRIBE_STRUCT(ConflictWindow, (), (from, to, missed_mwh, missed_mw, needed))
BOOST_DESCRIBE_STRUCT(ConflictPart, (),
                      (kind, pointer, bound, relaxed, missed_mwh, missed_mw, helps, surplus, windows))
BOOST_DESCRIBE_STRUCT(FirmCapacity, (), (kind, name, capacity_mw, credit, firm_mw))
BOOST_DESCRIBE_STRUCT(Reserve, (), (peak_mw, firm_mw, own_firm_mw, margin, firm))
BOOST_DESCRIBE_STRUCT(YearOfWeather, (),
                      (year, status, shed_mwh, shed_share, shed_hours, largest_mw, total_cost))

}  // namespace dure::energy

namespace dure::desks::energy {

using codec::optional;
using codec::required;
using codec::Rule;
using dure::energy::LimitResult;
using dure::energy::TechnologyResult;

namespace {

constexpr double kDay = 86'400;
constexpr std::size_t kMaxFiles = 200;

constexpr Rule label(std::string_view field) {
    return optional(field).length(0, 200).omitted_when_empty();
}

template <class E>
std::string_view name_of_enum(E value) {
    return boost::describe::enum_to_string(value, "");
}

template <class E>
E from_name(std::string_view name) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), value))
        throw std::invalid_argument("unknown name " + std::string(name));
    return value;
}

}  // namespace

BOOST_DESCRIBE_ENUM(Language, ko, en)
BOOST_DESCRIBE_ENUM(RunStatus, queued, running, optimal, infeasible, unbounded, limit, cancelled, failed,
                    interrupted)

BOOST_DESCRIBE_STRUCT(TextFile, (), (name, text))
std::span<const Rule> json_rules(const TextFile*) {
    static const Rule rules[] = {required("name").length(1, 200), required("text")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(NewPlan, (), (name, description, language, copy_of, files))
std::span<const Rule> json_rules(const NewPlan*) {
    static const Rule rules[] = {optional("name").length(1, 200), optional("description").length(0, 5000),
                                 optional("files").items(1, kMaxFiles)};
    return rules;
}
void json_check(const NewPlan& plan, codec::Reader& reader) {
    if (plan.copy_of && plan.files) reader.refuse("plan.copy_or_files", {}, "/copy_of");
    if (!plan.name && !plan.files) reader.refuse("json.missing", {{"name", "name"}}, "/name");
}

BOOST_DESCRIBE_STRUCT(PlanContent, (), (name, description, language, model))
std::span<const Rule> json_rules(const PlanContent*) {
    static const Rule rules[] = {required("name").length(1, 200), required("description").length(0, 5000),
                                 required("model")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(SeriesUpload, (), (csv, column, unit, origin, method, source, fill_gaps))
std::span<const Rule> json_rules(const SeriesUpload*) {
    static const Rule rules[] = {
        required("csv"),      optional("column").length(1, 200),  required("unit"),
        required("origin"),   optional("method").length(0, 1800), optional("source").length(0, 2000),
        optional("fill_gaps")};
    return rules;
}
void json_check(const SeriesUpload& upload, codec::Reader& reader) {
    check_series_choices(upload.unit, upload.origin, reader);
}

BOOST_DESCRIBE_STRUCT(NewRun, (), (label, method, time_limit_seconds, scenario, variations))
std::span<const Rule> json_rules(const NewRun*) {
    static const Rule rules[] = {optional("label").length(0, 200),
                                 optional("time_limit_seconds").above(0).at_most(kDay),
                                 optional("variations").items(0, dure::energy::kMostVariations)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(RunChange, (), (label))
std::span<const Rule> json_rules(const RunChange*) {
    static const Rule rules[] = {required("label").length(1, 200)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(RunSummary, (),
                      (id, plan, plan_name, number, label, status, job, owner, owner_name, total_cost,
                       currency, co2_t, self_sufficiency, renewable_share, assumptions, without_source,
                       scenario, scenario_name, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(RunDetails, (RunSummary), (method, time_limit_seconds, error, result))
BOOST_DESCRIBE_STRUCT(RunPage, (), (items, next_cursor))

BOOST_DESCRIBE_STRUCT(PlanSummary, (),
                      (id, name, description, language, owner, owner_name, example, periods, runs, last_run,
                       version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(PlanDetails, (PlanSummary), (model, series))
BOOST_DESCRIBE_STRUCT(PlanPage, (), (items, next_cursor))

BOOST_DESCRIBE_STRUCT(SeriesSummary, (), (name, length, sum, minimum, maximum))
BOOST_DESCRIBE_STRUCT(SeriesView, (), (name, values))
BOOST_DESCRIBE_STRUCT(Findings, (), (items))
BOOST_DESCRIBE_STRUCT(Files, (), (files))

BOOST_DESCRIBE_STRUCT(TechnologyView, (TechnologyResult), (label_ko, label_en))
std::span<const Rule> json_rules(const TechnologyView*) {
    static const Rule rules[] = {label("label_ko"), label("label_en")};
    return rules;
}
BOOST_DESCRIBE_STRUCT(LimitView, (LimitResult), (label_ko, label_en))
std::span<const Rule> json_rules(const LimitView*) {
    static const Rule rules[] = {label("label_ko"), label("label_en")};
    return rules;
}
BOOST_DESCRIBE_STRUCT(BusView, (),
                      (name, carrier, label_ko, label_en, demand_mwh, shed_mwh, max_abs_imbalance_mw, peak_mw,
                       mean_price, maximum_price))
std::span<const Rule> json_rules(const BusView*) {
    static const Rule rules[] = {label("label_ko"), label("label_en")};
    return rules;
}
BOOST_DESCRIBE_STRUCT(ResultView, (),
                      (method, iterations, build_seconds, solve_seconds, rows, columns, entries, certificate,
                       total_cost, existing_capital_cost, co2_t, demand_mwh, shed_mwh, self_sufficiency,
                       renewable_share, investment, technologies, limits, buses, conflicts, explanation,
                       reserve, weather_years))

BOOST_DESCRIBE_STRUCT(DispatchSeries, (), (kind, component, carrier, label_ko, label_en, unit, values))
std::span<const Rule> json_rules(const DispatchSeries*) {
    static const Rule rules[] = {label("carrier"), label("label_ko"), label("label_en")};
    return rules;
}
BOOST_DESCRIBE_STRUCT(Dispatch, (), (bus, from, to, step, start, time_zone, hours_per_period, price, series))
BOOST_DESCRIBE_STRUCT(Duration, (), (bus, hours, load_mw, residual_load_mw, price))

Checked<NewPlan> decode_new_plan(std::string_view json) {
    return codec::decode<NewPlan>(json);
}
Checked<PlanContent> decode_plan_content(std::string_view json) {
    return codec::decode<PlanContent>(json);
}
Checked<SeriesUpload> decode_series_upload(std::string_view json) {
    return codec::decode<SeriesUpload>(json);
}
Checked<NewRun> decode_new_run(std::string_view json) {
    return codec::decode<NewRun>(json);
}
Checked<RunChange> decode_run_change(std::string_view json) {
    return codec::decode<RunChange>(json);
}
Checked<ResultView> decode_result(std::string_view json) {
    return codec::decode<ResultView>(json);
}

std::string encode(const PlanDetails& view) {
    return codec::encode(view);
}
std::string encode(const PlanPage& view) {
    return codec::encode(view);
}
std::string encode(const RunDetails& view) {
    return codec::encode(view);
}
std::string encode(const RunPage& view) {
    return codec::encode(view);
}
std::string encode(const std::vector<SeriesSummary>& view) {
    return codec::encode(view);
}
std::string encode(const SeriesView& view) {
    return codec::encode(view);
}
std::string encode(const Findings& view) {
    return codec::encode(view);
}
std::string encode(const Files& view) {
    return codec::encode(view);
}
std::string encode(const ResultView& view) {
    return codec::encode(view);
}
std::string encode(const Dispatch& view) {
    return codec::encode(view);
}
std::string encode(const Duration& view) {
    return codec::encode(view);
}

std::string_view name_of(RunStatus status) {
    return name_of_enum(status);
}
std::string_view name_of(Language language) {
    return name_of_enum(language);
}
std::string_view name_of(lp::Method method) {
    return name_of_enum(method);
}
std::string_view name_of(dure::energy::LimitKind kind) {
    return name_of_enum(kind);
}
RunStatus run_status(std::string_view name) {
    return from_name<RunStatus>(name);
}
Language language(std::string_view name) {
    return from_name<Language>(name);
}
lp::Method method(std::string_view name) {
    return from_name<lp::Method>(name);
}

}  // namespace dure::desks::energy
