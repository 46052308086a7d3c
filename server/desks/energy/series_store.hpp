// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "engine/energy/network.hpp"
#include "server/db/database.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

/// Little-endian IEEE doubles, as the tables hold them.
db::Blob to_blob(std::span<const double> values);
std::vector<double> from_blob(const db::Blob& blob);

/// Keeps the values under the hash of their content and says what is known of them. `name` is taken over.
SeriesRecord keep_series(db::Connection& c, const std::string& name, std::span<const double> values,
                         Instant now);
std::vector<double> series_values(db::Connection& c, const std::string& hash);

/// By name.
std::vector<SeriesRecord> plan_series(db::Connection& c, const std::string& plan);
/// The plan's series are now these and no others.
void set_plan_series(db::Connection& c, const std::string& plan, std::span<const SeriesRecord> series);

dure::energy::SeriesValues load_series(db::Connection& c, const std::map<std::string, std::string>& hashes);
std::map<std::string, std::string> hashes_of(std::span<const SeriesRecord> series);

}  // namespace dure::desks::energy
