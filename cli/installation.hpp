// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/upkeep/health.hpp"

namespace dure::app {
struct Options;
}

namespace dure::cli {

/// What can be said of an installation before its database is opened: the data folder (there, ours, to be
/// written), the key, the page, what answers at the address, how people reach it. As upkeep's checks; names
/// folder_missing, folder_foreign, folder_locked, folder, key, page, address, reach.
std::vector<upkeep::HealthCheck> check_installation(const app::Options& options);

/// Whether the folder may be looked into: opening a database as somebody else would leave files behind that
/// the server cannot write.
bool may_open(const std::vector<upkeep::HealthCheck>& checks);

/// Migrations: those that the next start applies, or that a newer program has applied.
upkeep::HealthCheck check_migrations(db::Database& database);

}  // namespace dure::cli
