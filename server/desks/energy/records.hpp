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
    std::optional<std::string> error;  ///< JSON of a FieldError
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

}  // namespace dure::desks::energy
