// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "engine/lp/solver.hpp"

namespace dure::cli {

/// --method, --threads, --time-limit and --vertex, of every command that solves.
struct SolveOptions {
    std::string method = "auto";
    int threads = 0;
    std::optional<double> time_limit_seconds;
    bool vertex = false;

    void add_to(CLI::App& command, const Context& context);
    lp::Options to_options(const Context& context, std::stop_token stop) const;
};

std::string_view name_of(lp::Status status);
Exit exit_of(lp::Status status);
/// bad_input for what the input's author can mend.
Exit exit_of(const Error& error);
/// bad_input when every one is for whoever asks to mend, else failed.
Exit worst_of(const Errors& errors);

}  // namespace dure::cli
