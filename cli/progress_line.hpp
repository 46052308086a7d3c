// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "engine/base/progress.hpp"

namespace dure::cli {

/// Shows progress on standard error: one line that is rewritten on a terminal, else a line every five
/// seconds.
ProgressCallback show_progress(const Context& context);

/// Ends the rewritten line, if there is one.
void end_progress();

}  // namespace dure::cli
