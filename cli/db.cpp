// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/json_object.hpp"
#include "server/db/maintenance.hpp"
#include "server/db/system.hpp"
#include "server/upkeep/health.hpp"

namespace dure::cli {
namespace {

struct DbArguments {
    DatabaseOption database;
    std::string file;
    bool json = false;
    bool force = false;
};
using Work = std::function<void(db::Database&, const DbArguments&, Context&)>;

/// A sentence for a person, or the object for a program.
void answer(const DbArguments& arguments, const std::string& sentence, JsonObject object) {
    if (arguments.json)
        object.print();
    else
        fmt::print("{}\n", sentence);
}

db::TableDone tell_tables(const Context& context, std::int64_t& total) {
    return [&](const std::string& table, std::int64_t rows) {
        total += rows;
        if (rows == 0) return;
        fmt::print(stderr, "{}\n",
                   context.say("db.table", {{"table", table}, {"rows", std::to_string(rows)}}));
    };
}

void migrate(db::Database& database, const DbArguments& arguments, Context& context) {
    const int applied = db::migrate(database);
    const int version = db::built_in_migrations().back().number;
    const auto* key = applied == 0 ? "db.migrated_nothing" : "db.migrated";
    answer(arguments,
           context.say(key, {{"applied", std::to_string(applied)}, {"version", std::to_string(version)}}),
           JsonObject().add("status", "done").add("applied", applied).add("version", version));
}

void check_db(db::Database& database, const DbArguments& arguments, Context& context) {
    const Errors errors = db::check(database);
    if (!errors.empty()) return context.refuse(errors, Exit::failed, arguments.json);
    answer(arguments, context.say("db.checked"), JsonObject().add("status", "done"));
}

void backup(db::Database& database, const DbArguments& arguments, Context& context) {
    std::int64_t rows = 0;
    const auto saved = db::backup(database, arguments.file, tell_tables(context, rows));
    if (!saved) return context.refuse({saved.error()}, Exit::bad_input, arguments.json);
    database.write([&](db::Connection& c) { upkeep::note_backup(c, rows, db::system_clock()()); });
    answer(arguments, context.say("db.saved", {{"rows", std::to_string(rows)}, {"file", arguments.file}}),
           JsonObject().add("status", "done").add("rows", rows).add("file", arguments.file));
}

void restore_db(db::Database& database, const DbArguments& arguments, Context& context) {
    std::int64_t rows = 0;
    const auto restored = db::restore(arguments.file, database, arguments.force, tell_tables(context, rows));
    if (!restored) return context.refuse({restored.error()}, Exit::bad_input, arguments.json);
    answer(arguments, context.say("db.restored", {{"rows", std::to_string(rows)}, {"file", arguments.file}}),
           JsonObject().add("status", "done").add("rows", rows).add("file", arguments.file));
}

void run_db(const Work& work, bool makes, const DbArguments& arguments, Context& context) {
    if (const auto error = makes ? std::nullopt : arguments.database.missing()) {
        return context.refuse({*error}, Exit::bad_input, arguments.json);
    }
    try {
        if (makes) arguments.database.make_folder();
        const auto database =
            db::Database::open({.url = arguments.database.address(), .timeout = std::chrono::hours(1)});
        work(*database, arguments, context);
    } catch (const db::Error& error) {
        context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
}

/// One of the commands below `db`; `makes`: also where there is no database yet.
CLI::App* add_db(CLI::App& parent, Context& context, const std::string& name, const Work& work, bool makes,
                 const std::shared_ptr<DbArguments>& arguments) {
    auto* command = parent.add_subcommand(name, context.say("db." + name));
    arguments->database.add_to(*command, context);
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->callback([=, &context] { run_db(work, makes, *arguments, context); });
    return command;
}

}  // namespace

void add_db(CLI::App& app, Context& context) {
    auto* parent = app.add_subcommand("db", context.say("db.about"));
    parent->require_subcommand(1);
    const auto arguments = std::make_shared<DbArguments>();
    add_db(*parent, context, "migrate", migrate, true, arguments);
    add_db(*parent, context, "check", check_db, false, arguments);
    add_db(*parent, context, "backup", backup, false, arguments)
        ->add_option("FILE", arguments->file, context.say("db.backup_file"))
        ->required();
    auto* restoring = add_db(*parent, context, "restore", restore_db, true, arguments);
    restoring->add_option("FILE", arguments->file, context.say("db.restore_file"))->required();
    restoring->add_flag("--force", arguments->force, context.say("db.force"));
}

}  // namespace dure::cli
