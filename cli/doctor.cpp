// SPDX-License-Identifier: Apache-2.0
// `dure doctor`: how the installation fares, in words; exits with 1 where something is in trouble.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <vector>

#include "cli/command.hpp"
#include "cli/installation.hpp"
#include "cli/server_options.hpp"
#include "server/app/app.hpp"
#include "server/backup/office.hpp"
#include "server/codec/messages.hpp"
#include "server/db/system.hpp"
#include "server/upkeep/health.hpp"
#include "server/upkeep/views.hpp"

namespace dure::cli {
namespace {

struct DoctorArguments {
    app::Options options;
    Errors config_errors;
    bool json = false;
};

std::string_view mark_of(upkeep::HealthState state) {
    switch (state) {
        case upkeep::HealthState::good:
            return "good";
        case upkeep::HealthState::warning:
            return "warning";
        case upkeep::HealthState::trouble:
            return "trouble";
    }
    return "";
}

void add_all(std::vector<upkeep::HealthCheck>& checks, std::vector<upkeep::HealthCheck> more) {
    checks.insert(checks.end(), more.begin(), more.end());
}

/// The folder is looked at first: what is wrong there would make the database's own words misleading. Nothing
/// is made or migrated.
std::vector<upkeep::HealthCheck> examine(const app::Options& options) {
    auto checks = check_installation(options);
    if (!may_open(checks)) return checks;
    const bool embedded = options.database_url.empty();
    if (embedded && !std::filesystem::exists(options.data_dir / "dure.db")) {
        checks.push_back({.name = "database_none", .state = upkeep::HealthState::warning});
        return checks;
    }
    const auto database = db::Database::open({.url = app::database_address(options)});
    checks.push_back(check_migrations(*database));
    if (checks.back().state != upkeep::HealthState::good) return checks;
    const auto plan =
        database->read([&](db::Connection& c) { return backup::read_plan(c, options.data_dir / "backups"); });
    const auto standing = backup::standing_of(backup::Shelf(plan.folder));
    add_all(checks,
            upkeep::check_health(
                *database,
                {.folder = options.data_dir, .backup_made = standing.made, .backup_good = standing.good},
                db::system_clock()));
    return checks;
}

void look(const DoctorArguments& arguments, Context& context) {
    if (!arguments.config_errors.empty())
        return context.refuse(arguments.config_errors, Exit::bad_input, arguments.json);
    try {
        const auto checks = examine(arguments.options);
        for (const auto& check : checks) {
            if (check.state == upkeep::HealthState::trouble) context.exit = Exit::failed;
            if (arguments.json || check.name == "secrets") continue;  // the key is the server's
            const std::string mark(mark_of(check.state));
            fmt::print("{}  {}\n", context.say("doctor." + mark),
                       codec::Messages::embedded().sentence(
                           context.language, "upkeep.health." + check.name + '.' + mark, check.params));
        }
        if (arguments.json) fmt::print("{}\n", upkeep::encode(checks, DURE_VERSION, db::system_clock()()));
    } catch (const std::exception& failure) {
        context.refuse({{.code = "db.failed", .params = {{"detail", failure.what()}}}}, Exit::failed,
                       arguments.json);
    }
}

}  // namespace

void add_doctor(CLI::App& app, Context& context) {
    const auto arguments = std::make_shared<DoctorArguments>();
    CLI::App* command = app.add_subcommand("doctor", context.say("doctor.about"));
    add_place_options(*command, arguments->options, context);
    command->add_option("--web", arguments->options.web_dir, context.say("serve.web"));
    add_config_option(*command, context, [arguments](const std::string& file) {
        bool example = false;
        arguments->config_errors = read_config_file(file, arguments->options, example);
    });
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->callback([arguments, &context] { look(*arguments, context); });
}

}  // namespace dure::cli
