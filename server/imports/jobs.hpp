// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/imports/context.hpp"

/// The long work of imports; the subject of each job is the import.
namespace dure::imports {

inline constexpr std::string_view kCheckJob = "import_check";
inline constexpr std::string_view kWriteJob = "import_write";
inline constexpr std::string_view kUndoJob = "import_undo";

/// Reads the whole file and keeps the rows that a person must look at.
jobs::Outcome check_import(const Context& context, jobs::JobContext& job);
/// Writes in pieces, each with its audit entries and what undo needs in one transaction; goes on where an
/// earlier attempt stood.
jobs::Outcome write_import(const Context& context, jobs::JobContext& job);
/// Takes back what was written, the last first. Fails with imports.changed_since {count, names} where records
/// have changed since, before anything is done; with payload {"keep_changed":true} those stay as they are.
jobs::Outcome undo_import(const Context& context, jobs::JobContext& job);

std::map<std::string, jobs::Handler> job_handlers(const Context& context);
/// Keeps the import's state in step with its job. For the queue.
std::map<std::string, jobs::Follower> job_followers(Clock clock);

}  // namespace dure::imports
