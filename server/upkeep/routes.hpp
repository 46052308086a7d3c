// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "server/auth/guard.hpp"
#include "server/db/database.hpp"
#include "server/upkeep/health.hpp"
#include "server/upkeep/settings.hpp"

namespace dure::upkeep {

struct Office {
    db::Database& database;
    Clock clock;
    std::string version;
    std::filesystem::path folder;  ///< of the data
    /// What was chosen when the program was started, by the options' names: shown, not changed here.
    std::vector<std::pair<std::string, std::string>> options;
    std::function<int()> unreadable_secrets;
    std::function<void(HealthWish&)> look_at_backups;  ///< fills in what the wish says of them
    std::function<void(const Settings&)> apply;        ///< after a change was committed
};

/// Operations of settings and health. `office` is copied; its database outlives them.
std::vector<auth::Operation> operations(const Office& office);

}  // namespace dure::upkeep
