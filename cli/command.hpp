// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace CLI {
class App;
}

namespace dure::cli {

/// What the shell is told. bad_input: the input is wrong, named with file and line; stopped: cancelled or at
/// a limit.
enum class Exit { answered = 0, failed = 1, bad_input = 2, stopped = 3 };

/// What every command gets: the reader's language, and where its exit code goes.
struct Context {
    std::string language;  ///< "ko" or "en"
    Exit exit = Exit::answered;

    /// The sentence of messages/ at `cli.<key>`.
    std::string say(std::string_view key, const Params& params = {}) const;

    /// Prints every error for a person on standard error, and with `json` {"status":"error","errors":[…]} on
    /// standard output.
    void refuse(const Errors& errors, Exit why, bool json);
};

// One function a command, each in a file of its name: it adds a subcommand to `app` whose callback does the
// work and sets context.exit. main.cpp lists them; both arguments outlive the callbacks.
void add_audit(CLI::App& app, Context& context);
void add_backup(CLI::App& app, Context& context);
void add_balance(CLI::App& app, Context& context);
void add_db(CLI::App& app, Context& context);
void add_decompose(CLI::App& app, Context& context);
void add_doctor(CLI::App& app, Context& context);
void add_ensemble(CLI::App& app, Context& context);
void add_files(CLI::App& app, Context& context);
void add_forecast(CLI::App& app, Context& context);
void add_figures(CLI::App& app, Context& context);
void add_holidays(CLI::App& app, Context& context);
void add_lp(CLI::App& app, Context& context);
void add_mail(CLI::App& app, Context& context);
void add_network(CLI::App& app, Context& context);
void add_plan(CLI::App& app, Context& context);
void add_search(CLI::App& app, Context& context);
void add_serve(CLI::App& app, Context& context);
void add_sweep(CLI::App& app, Context& context);
void add_tables(CLI::App& app, Context& context);
void add_typical_year(CLI::App& app, Context& context);
void add_user(CLI::App& app, Context& context);
void add_weather(CLI::App& app, Context& context);

}  // namespace dure::cli
