// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>

#include "server/imports/context.hpp"
#include "server/imports/records.hpp"

namespace dure::imports {

enum class Step { check, write, undo };

/// Does a step in this thread instead of queueing its job: for the shell and for measuring. Returns the
/// import as it is then, in the state that its job would have left it in.
Import run_here(const Context& context, const std::string& import, Step step, std::stop_token stop,
                ProgressCallback progress);

}  // namespace dure::imports
