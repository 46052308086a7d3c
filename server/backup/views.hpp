// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/backup/office.hpp"

/// What leaves about backups, as the contract has it.
namespace dure::backup {

/// Schema BackupList. `job`: the one that is under way.
std::string encode(const std::vector<Kept>& backups, const Plan& plan, Instant now,
                   const std::optional<std::string>& job);
/// Schema BackupJob.
std::string encode_begun(const std::string& job);

}  // namespace dure::backup
