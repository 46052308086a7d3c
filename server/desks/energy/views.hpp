// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/adequacy.hpp"
#include "engine/energy/explain.hpp"
#include "engine/energy/plan.hpp"
#include "engine/energy/vary.hpp"
#include "server/codec/reader.hpp"
#include "server/desks/energy/network_codec.hpp"

/// What comes into the energy desk and what leaves it, one struct a schema of the contract. Instants are
/// texts here.
namespace dure::desks::energy {

enum class Language { ko, en };

struct TextFile {
    std::string name, text;
};

struct NewPlan {
    std::optional<std::string> name;
    std::string description;
    std::optional<Language> language;
    std::optional<std::string> copy_of;
    std::optional<std::vector<TextFile>> files;
};

struct PlanContent {
    std::string name, description;
    std::optional<Language> language;
    Model model;
};

struct SeriesUpload {
    std::string csv;
    std::optional<std::string> column;
    std::string unit, origin, method, source;
    bool fill_gaps = false;
};

struct NewRun {
    std::optional<std::string> label;
    lp::Method method = lp::Method::automatic;
    std::optional<double> time_limit_seconds;
    std::optional<std::string> scenario;  ///< id; what it changes is made to the saved model first
    std::vector<dure::energy::Variation> variations;  ///< made after it
};

struct RunChange {
    std::string label;
};

/// `optimal` to `cancelled` are lp::Status; a run begins as queued, and ends as failed or interrupted without
/// an answer.
enum class RunStatus {
    queued,
    running,
    optimal,
    infeasible,
    unbounded,
    limit,
    cancelled,
    failed,
    interrupted
};

struct RunSummary {
    std::string id, plan;
    std::optional<std::string> plan_name;
    std::int64_t number = 0;
    std::string label;
    RunStatus status = RunStatus::queued;
    std::optional<std::string> job;
    std::string owner, owner_name;
    std::optional<double> total_cost;
    std::optional<std::string> currency;
    std::optional<double> co2_t, self_sufficiency, renewable_share;
    std::optional<std::int64_t> assumptions, without_source;
    std::optional<std::string> scenario, scenario_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

struct RunDetails : RunSummary {
    lp::Method method = lp::Method::automatic;
    std::optional<double> time_limit_seconds;
    std::optional<codec::RawJson> error, result;
};

struct RunPage {
    std::vector<RunSummary> items;
    std::optional<std::string> next_cursor;
};

struct PlanSummary {
    std::string id, name, description;
    Language language = Language::ko;
    std::string owner, owner_name;
    bool example = false;
    std::int64_t periods = 0, runs = 0;
    std::optional<RunSummary> last_run;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

struct PlanDetails : PlanSummary {
    codec::RawJson model, series;
};

struct PlanPage {
    std::vector<PlanSummary> items;
    std::optional<std::string> next_cursor;
};

struct SeriesSummary {
    std::string name;
    std::int64_t length = 0;
    double sum = 0, minimum = 0, maximum = 0;
};

struct SeriesView {
    std::string name;
    std::vector<double> values;
};

struct Findings {
    Errors items;
};

struct Files {
    std::vector<TextFile> files;
};

struct TechnologyView : dure::energy::TechnologyResult {
    std::string label_ko, label_en;
};

struct LimitView : dure::energy::LimitResult {
    std::string label_ko, label_en;
};

/// A bus without its hourly prices: they are in the dispatch.
struct BusView {
    std::string name, carrier, label_ko, label_en;
    double demand_mwh = 0, shed_mwh = 0, max_abs_imbalance_mw = 0, peak_mw = 0, mean_price = 0,
           maximum_price = 0;
};

/// Schema Result; stored with the run as it leaves.
struct ResultView {
    std::string method;
    std::int64_t iterations = 0;
    double build_seconds = 0, solve_seconds = 0;
    std::int64_t rows = 0, columns = 0, entries = 0;
    std::optional<lp::Certificate> certificate;
    std::optional<double> total_cost, existing_capital_cost, co2_t, demand_mwh, shed_mwh, self_sufficiency,
        renewable_share, investment;
    std::vector<TechnologyView> technologies;
    std::vector<LimitView> limits;
    std::vector<BusView> buses;
    std::vector<std::string> conflicts;
    std::vector<dure::energy::ConflictPart> explanation;
    std::optional<dure::energy::Reserve> reserve;
    std::vector<dure::energy::YearOfWeather> weather_years;
};

struct DispatchSeries {
    std::string kind, component, carrier, label_ko, label_en, unit;
    std::vector<double> values;
};

struct Dispatch {
    std::string bus;
    std::int64_t from = 0, to = 0, step = 1;
    std::string start, time_zone;
    double hours_per_period = 1;
    std::vector<double> price;
    std::vector<DispatchSeries> series;
};

struct Duration {
    std::string bus;
    std::vector<double> hours, load_mw, residual_load_mw, price;
};

Checked<NewPlan> decode_new_plan(std::string_view json);
Checked<PlanContent> decode_plan_content(std::string_view json);
Checked<SeriesUpload> decode_series_upload(std::string_view json);
Checked<NewRun> decode_new_run(std::string_view json);
Checked<RunChange> decode_run_change(std::string_view json);
Checked<ResultView> decode_result(std::string_view json);

std::string encode(const PlanDetails&);
std::string encode(const PlanPage&);
std::string encode(const RunDetails&);
std::string encode(const RunPage&);
std::string encode(const std::vector<SeriesSummary>&);
std::string encode(const SeriesView&);
std::string encode(const Findings&);
std::string encode(const Files&);
std::string encode(const ResultView&);
std::string encode(const Dispatch&);
std::string encode(const Duration&);

std::string_view name_of(RunStatus);
std::string_view name_of(Language);
std::string_view name_of(lp::Method);
std::string_view name_of(dure::energy::LimitKind);
/// Throw std::invalid_argument: the names come from our own tables.
RunStatus run_status(std::string_view name);
Language language(std::string_view name);
lp::Method method(std::string_view name);

}  // namespace dure::desks::energy
