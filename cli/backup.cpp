// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/interrupt.hpp"
#include "cli/json_object.hpp"
#include "server/backup/office.hpp"
#include "server/codec/messages.hpp"
#include "server/db/system.hpp"

namespace dure::cli {
namespace {

struct BackupArguments {
    DatabaseOption database;
    std::string name, folder;
    bool json = false, force = false;
};

/// What the commands work with.
struct Place {
    db::Database& database;
    backup::Office office;
    backup::Shelf shelf;
    const BackupArguments& arguments;
    Context& context;
    backup::Step step;

    void refuse(const Error& error, Exit why = Exit::failed) const {
        context.refuse({error}, why, arguments.json);
    }
};
using Work = std::function<void(const Place&)>;

void create(const Place& place) {
    const auto made = backup::create(place.office.source(), place.shelf, place.step);
    if (!made) return place.refuse(made.error());
    if (place.arguments.json)
        return JsonObject()
            .add("status", "done")
            .add("name", made->name)
            .add("rows", made->rows())
            .add("files", made->files.size())
            .print();
    fmt::print("{}\n", place.context.say("backup.created", {{"name", made->name},
                                                            {"rows", std::to_string(made->rows())},
                                                            {"files", std::to_string(made->files.size())},
                                                            {"folder", place.shelf.root().string()}}));
}

void list_backup(const Place& place) {
    const auto all = place.shelf.list();
    std::string items;
    for (const backup::Kept& one : all) {
        const std::string_view trial = !one.verdict ? "untried" : one.verdict->good ? "good" : "bad";
        if (place.arguments.json)
            items += (items.empty() ? "" : ",") + JsonObject()
                                                      .add("name", one.manifest.name)
                                                      .add("made", one.manifest.made)
                                                      .add("rows", one.manifest.rows())
                                                      .add("files", one.manifest.files.size())
                                                      .add("database_bytes", one.manifest.database_bytes)
                                                      .add("file_bytes", one.manifest.file_bytes())
                                                      .add("trial", trial)
                                                      .text();
        else
            fmt::print("{}  {:>10}  {:>6}  {}\n", one.manifest.name, one.manifest.rows(),
                       one.manifest.files.size(),
                       codec::Messages::embedded().sentence(place.context.language,
                                                            "upkeep.backup." + std::string(trial), {}));
    }
    if (place.arguments.json)
        return JsonObject().add("status", "done").add_raw("backups", "[" + items + "]").print();
    if (all.empty())
        fmt::print("{}\n", place.context.say("backup.none", {{"folder", place.shelf.root().string()}}));
}

void verify_backup(const Place& place) {
    const auto verdict =
        backup::drill(place.office.source(), place.office.url, place.shelf, place.arguments.name, place.step);
    if (!verdict)
        return place.refuse(verdict.error(),
                            verdict.error().code == "backup.unknown" ? Exit::bad_input : Exit::failed);
    if (!verdict->good) return place.context.refuse(verdict->errors, Exit::failed, place.arguments.json);
    if (place.arguments.json)
        return JsonObject()
            .add("status", "done")
            .add("rows", verdict->rows)
            .add("files", verdict->files)
            .add("seconds", verdict->seconds)
            .print();
    fmt::print("{}\n", place.context.say("backup.verified", {{"name", place.arguments.name},
                                                             {"rows", std::to_string(verdict->rows)},
                                                             {"files", std::to_string(verdict->files)}}));
}

void restore_backup(const Place& place) {
    const auto rows = backup::restore(place.shelf, place.arguments.name, place.database, *place.office.files,
                                      place.arguments.force, place.step);
    if (!rows) return place.refuse(rows.error(), Exit::bad_input);
    if (place.arguments.json) return JsonObject().add("status", "done").add("rows", *rows).print();
    fmt::print("{}\n", place.context.say("backup.restored",
                                         {{"name", place.arguments.name}, {"rows", std::to_string(*rows)}}));
}

/// `makes`: also where there is no database yet.
void run_backup(const Work& work, bool makes, const BackupArguments& arguments, Context& context) {
    if (const auto missing = makes ? std::nullopt : arguments.database.missing())
        return context.refuse({*missing}, Exit::bad_input, arguments.json);
    try {
        if (makes) arguments.database.make_folder();
        const std::filesystem::path data = arguments.database.data_dir;
        const auto database =
            db::Database::open({.url = arguments.database.address(), .timeout = std::chrono::hours(1)});
        db::migrate(*database);
        IdMaker ids(db::system_clock(), db::system_random());
        jobs::Queue queue(db::system_clock(), ids);
        const backup::Office office{*database,
                                    arguments.database.address(),
                                    db::system_clock(),
                                    queue,
                                    std::make_shared<files::Folder>(data / "files"),
                                    data / "backups",
                                    DURE_VERSION};
        const backup::Shelf shelf =
            arguments.folder.empty() ? backup::shelf_of(office) : backup::Shelf(arguments.folder);
        const Interrupt interrupt;
        work({*database, office, shelf, arguments, context, [&](const Progress&) {
                  if (interrupt.token().stop_requested()) throw backup::Stopped{};
              }});
    } catch (const backup::Stopped&) {
        context.exit = Exit::stopped;
    } catch (const db::Error& error) {
        context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
}

}  // namespace

void add_backup(CLI::App& app, Context& context) {
    auto* parent = app.add_subcommand("backup", context.say("backup.about"));
    parent->require_subcommand(1);
    const auto arguments = std::make_shared<BackupArguments>();
    const auto add = [&](const std::string& name, const Work& work, bool makes) {
        auto* command = parent->add_subcommand(name, context.say("backup." + name));
        arguments->database.add_to(*command, context);
        command->add_option("--folder", arguments->folder, context.say("backup.folder"));
        command->add_flag("--json", arguments->json, context.say("option.json"));
        command->callback([=, &context] { run_backup(work, makes, *arguments, context); });
        return command;
    };
    add("create", create, false);
    add("list", list_backup, true);
    add("verify", verify_backup, false)
        ->add_option("NAME", arguments->name, context.say("backup.name"))
        ->required();
    auto* back = add("restore", restore_backup, true);
    back->add_option("NAME", arguments->name, context.say("backup.name"))->required();
    back->add_flag("--force", arguments->force, context.say("backup.force"));
}

}  // namespace dure::cli
