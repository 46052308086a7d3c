// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "cli/command.hpp"
#include "engine/base/error.hpp"

namespace dure::app {
struct Options;
}

namespace dure::cli {

/// --data-dir and --database.
void add_place_options(CLI::App& command, app::Options& options, const Context& context);

/// --config FILE: `take` reads it while the line is parsed, so that what the line itself says holds against
/// it.
void add_config_option(CLI::App& command, const Context& context,
                       std::function<void(const std::string& file)> take);

/// All three, as every command on the server's data takes them; what is wrong with the file ends the command.
void add_database_options(CLI::App& command, app::Options& options, const Context& context);

/// Takes the file's settings over; what is wrong with it, with its lines.
Errors read_config_file(const std::string& file, app::Options& options, bool& example);

/// The settings of the file; ends the command (as a wrong option does) when something is wrong with it.
app::Options config_of_file(const std::string& file, const app::Options& before, const Context& context);

}  // namespace dure::cli
