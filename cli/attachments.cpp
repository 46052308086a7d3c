// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/json_object.hpp"
#include "server/db/system.hpp"
#include "server/files/store.hpp"
#include "server/files/sweep.hpp"

namespace dure::cli {
namespace {

struct AttachmentsArguments {
    DatabaseOption database;
    bool json = false;
};
using Work = std::function<void(const files::Office&, const AttachmentsArguments&, Context&)>;

void check_attachments(const files::Office& office, const AttachmentsArguments& arguments, Context& context) {
    std::uint64_t bytes = 0;
    const Errors errors = files::check_contents(office, [&](std::uint64_t more) {
        bytes += more;
        return true;
    });
    if (!errors.empty()) return context.refuse(errors, Exit::failed, arguments.json);
    const auto contents = office.database.read([](db::Connection& c) { return files::list_contents(c); });
    if (arguments.json)
        return JsonObject().add("status", "done").add("files", contents.size()).add("bytes", bytes).print();
    fmt::print("{}\n", context.say("files.checked", {{"files", std::to_string(contents.size())},
                                                     {"bytes", std::to_string(bytes)}}));
}

void collect(const files::Office& office, const AttachmentsArguments& arguments, Context& context) {
    const files::Swept swept = files::sweep(office);
    if (arguments.json)
        return JsonObject()
            .add("status", "done")
            .add("uploads", swept.uploads)
            .add("attachments", swept.attachments)
            .add("contents", swept.contents)
            .add("strays", swept.strays)
            .add("bytes", swept.bytes)
            .add("backup_runs", swept.backup_runs)
            .print();
    fmt::print("{}\n", context.say("files.collected", {{"uploads", std::to_string(swept.uploads)},
                                                       {"attachments", std::to_string(swept.attachments)},
                                                       {"contents", std::to_string(swept.contents)},
                                                       {"strays", std::to_string(swept.strays)},
                                                       {"bytes", std::to_string(swept.bytes)}}));
    if (swept.backup_runs) fmt::print("{}\n", context.say("files.backup_runs"));
}

void list_attachments(const files::Office& office, const AttachmentsArguments& arguments, Context& context) {
    const auto contents = office.database.read([](db::Connection& c) { return files::list_contents(c); });
    std::int64_t bytes = 0;
    std::string rows;
    for (const files::Content& one : contents) {
        bytes += one.size;
        if (arguments.json)
            rows += (rows.empty() ? "" : ",") + JsonObject()
                                                    .add("hash", one.hash)
                                                    .add("size", one.size)
                                                    .add("type", one.type)
                                                    .add("attachments", one.attachments)
                                                    .text();
        else
            fmt::print("{}  {:>12}  {:>4}  {}\n", one.hash, one.size, one.attachments, one.type);
    }
    if (arguments.json)
        return JsonObject()
            .add("status", "done")
            .add("bytes", bytes)
            .add_raw("files", "[" + rows + "]")
            .print();
    fmt::print("{}\n", context.say("files.listed", {{"files", std::to_string(contents.size())},
                                                    {"bytes", std::to_string(bytes)}}));
}

void run_attachments(const Work& work, const AttachmentsArguments& arguments, Context& context) {
    if (const auto missing = arguments.database.missing())
        return context.refuse({*missing}, Exit::bad_input, arguments.json);
    const auto folder = std::filesystem::path(arguments.database.data_dir) / "files";
    if (!std::filesystem::exists(folder))
        return context.refuse({{.code = "files.no_folder", .params = {{"folder", folder.string()}}}},
                              Exit::bad_input, arguments.json);
    try {
        const auto database = db::Database::open({.url = arguments.database.address()});
        IdMaker ids(db::system_clock(), db::system_random());
        const files::Kinds kinds;
        work({*database, db::system_clock(), ids, std::make_shared<files::Folder>(folder), kinds}, arguments,
             context);
    } catch (const db::Error& error) {
        context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
}

}  // namespace

void add_files(CLI::App& app, Context& context) {
    auto* parent = app.add_subcommand("files", context.say("files.about"));
    parent->require_subcommand(1);
    const auto arguments = std::make_shared<AttachmentsArguments>();
    const auto add = [&](const std::string& name, const Work& work) {
        auto* command = parent->add_subcommand(name, context.say("files." + name));
        arguments->database.add_to(*command, context);
        command->add_flag("--json", arguments->json, context.say("option.json"));
        command->callback([=, &context] { run_attachments(work, *arguments, context); });
    };
    add("check", check_attachments);
    add("gc", collect);
    add("list", list_attachments);
}

}  // namespace dure::cli
