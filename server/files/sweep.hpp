// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "server/files/office.hpp"
#include "server/jobs/every.hpp"

namespace dure::files {

/// What a sweep took away.
struct Swept {
    std::int64_t uploads = 0;      ///< that nobody went on with
    std::int64_t attachments = 0;  ///< put away longer ago than the setting says
    std::int64_t contents = 0;     ///< that nothing has had for so long
    std::int64_t strays = 0;       ///< files that the database does not know
    std::int64_t bytes = 0;        ///< of contents and strays
    bool backup_runs = false;      ///< contents were left for the next time
};
Swept sweep(const Office& office);

/// Sweeps every so often while the object lives.
class Sweeper {
  public:
    explicit Sweeper(const Office& office, std::chrono::milliseconds beat = std::chrono::hours(1));

  private:
    jobs::Every every_;
};

/// What is wrong with the contents: files.missing, files.damaged {found}, files.wrong_size {size, found},
/// each with {hash, names}. Reads every byte; `more` is told of bytes and ends it with false.
Errors check_contents(const Office& office, const std::function<bool(std::uint64_t)>& more = {});

}  // namespace dure::files
