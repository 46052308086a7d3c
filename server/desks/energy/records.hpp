// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

/// What the energy desk's tables hold.
namespace dure::desks::energy {

struct RunRecord {
    std::string id, plan, plan_name;
    std::int64_t number = 0;
    std::string label, status = "queued";
    std::optional<std::string> job;
    std::string owner, owner_name, method = "automatic", currency;
    std::optional<double> time_limit_seconds;
    std::optional<double> total_cost, co2_t, self_sufficiency, renewable_share;
    std::optional<std::string> error;                         ///< JSON of a FieldError
    std::optional<std::int64_t> assumptions, without_source;  ///< when it was made
    std::optional<std::string> scenario, scenario_name;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

struct PlanRecord {
    std::string id, name, description, language = "ko";
    std::string owner, owner_name;
    bool example = false;
    std::int64_t periods = 0, runs = 0;
    std::optional<RunRecord> last_run;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

/// A series of a plan: where its values are, and what is said of them.
struct SeriesRecord {
    std::string name, hash;
    std::int64_t length = 0;
    double total = 0, minimum = 0, maximum = 0;
};

/// The input of a run as it was: the model's JSON and the content of each series.
struct RunInput {
    std::string model;
    std::map<std::string, std::string> series;  ///< name → hash
};

/// What is known of one number of a plan besides its value. A figure's source is shown as its own.
struct AssumptionRecord {
    std::string plan, at;
    std::optional<std::string> source, source_code, source_document, source_publisher, source_link;
    std::optional<std::string> figure, figure_code;
    std::optional<double> figure_value;
    std::optional<std::string> figure_unit, figure_period;
    std::optional<std::int64_t> price_year;
    std::optional<double> low, high;
    std::string note_ko, note_en, reason;
    std::string owner, owner_name;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;

    bool sourced() const { return source || figure; }
};

/// How many numbers a model rests on, and how many of them have neither source nor figure.
struct Provenance {
    std::int64_t assumptions = 0, without_source = 0;
};

struct EnsembleRecord {
    std::string id, plan, plan_name;
    std::int64_t number = 0;
    std::string label;
    std::optional<std::string> job, job_state;
    std::string owner, owner_name;
    std::string currency;
    std::string specification;  ///< JSON of schema EnsembleSpec
    std::int64_t done = 0;      ///< samples that are there
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

/// Holds only what it changes of its parent, or of the plan where it has none.
struct ScenarioRecord {
    std::string id, plan;
    std::optional<std::string> parent;
    std::string name, description;
    std::string changes = "[]";  ///< JSON: a list of schema ParameterChange
    std::string owner, owner_name;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

struct SweepRecord {
    std::string id, plan, plan_name;
    std::int64_t number = 0;
    std::string label, kind = "sweep";
    std::optional<std::string> scenario, scenario_name;
    std::optional<std::string> job, job_state;
    std::string owner, owner_name, currency;
    std::string specification;  ///< JSON of schema SweepSpec
    std::int64_t points = 0, done = 0, version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

}  // namespace dure::desks::energy
