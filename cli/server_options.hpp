// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

namespace dure::app {
struct Options;
}

namespace dure::cli {

/// --data-dir and --database, as every command on the server's data takes them.
void add_database_options(CLI::App& command, app::Options& options, const Context& context);

}  // namespace dure::cli
