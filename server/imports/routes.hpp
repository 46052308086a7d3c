// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/auth/guard.hpp"
#include "server/imports/context.hpp"

namespace dure::imports {

/// All routes of imports. What `context` refers to outlives them.
std::vector<auth::Operation> operations(const Context& context);

/// What an import is called, for lists of jobs: its file's name.
std::optional<std::string> subject_name(db::Connection& c, const jobs::Job& job);

}  // namespace dure::imports
