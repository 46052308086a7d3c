// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "engine/base/error.hpp"

namespace dure::app {
struct Options;
}

namespace dure::cli {

/// Takes the settings of a TOML file over: port, bind, data_dir, database, example_dir, example, web,
/// public_url, trusted_proxies, workers, solver_threads. Errors with their lines, all at once: toml.syntax
/// {reason}, config.unknown_key {key, known}, config.wrong_type {key, expected}, config.out_of_range {key,
/// least, most}.
Errors read_server_config(std::string_view text, std::string_view file, app::Options& options, bool& example);

}  // namespace dure::cli
