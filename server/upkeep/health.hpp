// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::upkeep {

/// trouble: something does not work, or is about to stop; warning: someone should look.
enum class HealthState { good, warning, trouble };

/// One thing that was looked at. Its sentences stand under upkeep.health.<name>.<state> in messages/, filled
/// with the params.
struct HealthCheck {
    std::string name;
    HealthState state = HealthState::good;
    Params params;
};

struct HealthWish {
    std::filesystem::path folder;  ///< whose disk is looked at
    int unreadable_secrets = 0;    ///< as auth counts them
    /// The newest backup of database and files, and what bringing it back for trial said; none: not tried.
    std::optional<Instant> backup_made;
    std::optional<bool> backup_good;
};

/// The database, the disk, the audit chain, the queue, the backups and the sealed secrets.
std::vector<HealthCheck> check_health(db::Database& database, const HealthWish& wish, const Clock& clock);

/// After a backup was written.
void note_backup(db::Connection& c, std::int64_t rows, Instant now);

}  // namespace dure::upkeep
