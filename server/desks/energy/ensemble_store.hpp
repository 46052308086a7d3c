// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

struct EnsembleRecord {
    std::string id, plan, plan_name;
    std::int64_t number = 0;
    std::string label;
    std::optional<std::string> job, job_state;
    std::string owner, owner_name;
    std::string specification;  ///< JSON of schema EnsembleSpec
    std::string model;
    std::map<std::string, std::string> series;  ///< name → hash
    std::optional<std::string> ranges;          ///< JSON
    std::int64_t done = 0;                      ///< samples that are there
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

/// Numbers the ensemble within its plan.
void insert_ensemble(db::Connection& c, EnsembleRecord& ensemble);
/// Also a deleted one.
std::optional<EnsembleRecord> find_ensemble(db::Connection& c, const std::string& id);
/// One more than the limit where there is a next page; newest first, `below` a number.
std::vector<EnsembleRecord> list_ensembles(db::Connection& c, const std::string& plan,
                                           std::optional<std::int64_t> below, int limit);
/// Writes deleted and updated and counts the version up; false when it has moved on.
bool update_ensemble(db::Connection& c, const EnsembleRecord& ensemble);
void set_ensemble_ranges(db::Connection& c, const std::string& id, const std::string& ranges);

/// Keeps the sample unless it is there already.
void keep_sample(db::Connection& c, const std::string& ensemble, std::int64_t number,
                 const std::string& result);
std::vector<std::int64_t> sample_numbers(db::Connection& c, const std::string& ensemble);
/// By number.
std::vector<std::string> sample_results(db::Connection& c, const std::string& ensemble);

}  // namespace dure::desks::energy
