// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "cli/command.hpp"

namespace {

using Add = void (*)(CLI::App&, dure::cli::Context&);
constexpr Add kCommands[] = {
    dure::cli::add_audit,     dure::cli::add_backup,   dure::cli::add_balance,  dure::cli::add_db,
    dure::cli::add_decompose, dure::cli::add_doctor,   dure::cli::add_ensemble, dure::cli::add_figures,
    dure::cli::add_files,     dure::cli::add_forecast, dure::cli::add_holidays, dure::cli::add_lp,
    dure::cli::add_mail,      dure::cli::add_network,  dure::cli::add_plan,     dure::cli::add_search,
    dure::cli::add_serve,     dure::cli::add_sweep,    dure::cli::add_tables,   dure::cli::add_typical_year,
    dure::cli::add_user,      dure::cli::add_weather,
};

/// POSIX's order of precedence for the language of messages.
std::string language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) return std::string_view(value).starts_with("ko") ? "ko" : "en";
    }
    return "en";
}

}  // namespace

int main(int argc, char** argv) {
    dure::cli::Context context{.language = language_of_environment()};
    CLI::App app(context.say("about"), "dure");
    app.set_version_flag("--version", "dure " DURE_VERSION);
    app.require_subcommand(1);
    for (const Add add : kCommands) add(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : static_cast<int>(dure::cli::Exit::bad_input);
    } catch (const std::exception& e) {
        fmt::print(stderr, "dure: {}\n", e.what());
        return static_cast<int>(dure::cli::Exit::failed);
    }
    return static_cast<int>(context.exit);
}
