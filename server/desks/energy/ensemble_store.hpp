// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

/// Numbers the ensemble within its plan.
void insert_ensemble(db::Connection& c, EnsembleRecord& ensemble, const RunInput& input);
/// Also a deleted one.
std::optional<EnsembleRecord> find_ensemble(db::Connection& c, const std::string& id);
/// What it computes with, as it was when the ensemble was made.
RunInput ensemble_input(db::Connection& c, const std::string& id);
/// One more than the limit where there is a next page; newest first, `below` a number.
std::vector<EnsembleRecord> list_ensembles(db::Connection& c, const std::string& plan,
                                           std::optional<std::int64_t> below, int limit);
/// Writes deleted and updated and counts the version up; false when it has moved on.
bool update_ensemble(db::Connection& c, const EnsembleRecord& ensemble);
/// JSON; none before they are computed.
std::optional<std::string> ensemble_ranges(db::Connection& c, const std::string& id);
void set_ensemble_ranges(db::Connection& c, const std::string& id, const std::string& ranges);

/// Keeps the sample unless it is there already.
void keep_sample(db::Connection& c, const std::string& ensemble, std::int64_t number,
                 const std::string& result);
std::vector<std::int64_t> sample_numbers(db::Connection& c, const std::string& ensemble);
/// By number.
std::vector<std::string> sample_results(db::Connection& c, const std::string& ensemble);

}  // namespace dure::desks::energy
