// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/command.hpp"

namespace dure::cli {

/// Adds `import FILE` below `parent`; for one resource alone where it is named, else with --resource.
void add_import(CLI::App& parent, Context& context, const std::string& resource = {});

}  // namespace dure::cli
