// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "server/backup/office.hpp"
#include "server/jobs/every.hpp"
#include "server/jobs/workers.hpp"

namespace dure::backup {

inline constexpr std::string_view kCreate = "backup_create", kDrill = "backup_drill";

/// The handlers of both kinds of jobs. A drill's subject is the backup's name. `office` outlives them.
std::map<std::string, jobs::Handler> job_handlers(const Office& office);

/// Makes a backup, tries it and rotates, once a day at the setting's hour, while the object lives. A day that
/// the server missed is made up for when it starts.
class Nightly {
  public:
    explicit Nightly(const Office& office, std::chrono::milliseconds beat = std::chrono::minutes(1));

  private:
    jobs::Every every_;
};

}  // namespace dure::backup
