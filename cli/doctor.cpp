// SPDX-License-Identifier: Apache-2.0
// `dure doctor`: how the installation fares, in words; exits with 1 where something is in trouble.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/server_options.hpp"
#include "server/app/app.hpp"
#include "server/backup/office.hpp"
#include "server/codec/messages.hpp"
#include "server/db/system.hpp"
#include "server/upkeep/health.hpp"
#include "server/upkeep/views.hpp"

namespace dure::cli {
namespace {

struct Arguments {
    app::Options options;
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

void look(const Arguments& arguments, Context& context) {
    try {
        const auto database = app::open_database(arguments.options);
        const auto plan = database->read(
            [&](db::Connection& c) { return backup::read_plan(c, arguments.options.data_dir / "backups"); });
        const auto standing = backup::standing_of(backup::Shelf(plan.folder));
        const auto checks = upkeep::check_health(*database,
                                                 {.folder = arguments.options.data_dir,
                                                  .backup_made = standing.made,
                                                  .backup_good = standing.good},
                                                 db::system_clock());
        bool trouble = false;
        for (const auto& check : checks) {
            trouble = trouble || check.state == upkeep::HealthState::trouble;
            if (arguments.json || check.name == "secrets") continue;  // the key is the server's
            const std::string mark(mark_of(check.state));
            fmt::print("{}  {}\n", context.say("doctor." + mark),
                       codec::Messages::embedded().sentence(
                           context.language, "upkeep.health." + check.name + '.' + mark, check.params));
        }
        if (arguments.json) fmt::print("{}\n", upkeep::encode(checks, DURE_VERSION, db::system_clock()()));
        if (trouble) context.exit = Exit::failed;
    } catch (const std::exception& failure) {
        context.refuse({{.code = "db.failed", .params = {{"detail", failure.what()}}}}, Exit::failed,
                       arguments.json);
    }
}

}  // namespace

void add_doctor(CLI::App& app, Context& context) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("doctor", context.say("doctor.about"));
    add_database_options(*command, arguments->options, context);
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->callback([arguments, &context] { look(*arguments, context); });
}

}  // namespace dure::cli
