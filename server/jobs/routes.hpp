// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/auth/guard.hpp"
#include "server/jobs/queue.hpp"

namespace dure::jobs {

/// What a job works for, as a person knows it. Given by the desk of the job's kind.
using SubjectName = std::function<std::optional<std::string>(db::Connection&, const Job&)>;

/// Operations of jobs. `database` and `queue` outlive them.
std::vector<auth::Operation> operations(db::Database& database, Queue& queue, SubjectName subject_name);

}  // namespace dure::jobs
