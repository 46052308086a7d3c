// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/json_object.hpp"
#include "server/db/system.hpp"
#include "server/search/changes.hpp"

namespace dure::cli {
namespace {

struct SearchArguments {
    DatabaseOption database;
    bool json = false;
};

void rebuild(const SearchArguments& arguments, Context& context) {
    if (const auto error = arguments.database.missing())
        return context.refuse({*error}, Exit::bad_input, arguments.json);
    try {
        const auto database = db::Database::open({.url = arguments.database.address()});
        database->write(
            [](db::Connection& c) { search::note_change(c, search::kEverything, "", db::system_clock()()); });
    } catch (const db::Error& error) {
        return context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
    if (arguments.json)
        JsonObject().add("status", "noted").print();
    else
        fmt::print("{}\n", context.say("search.rebuilt"));
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
    auto* parent = app.add_subcommand("search", context.say("search.about"));
    parent->require_subcommand(1);
    const auto arguments = std::make_shared<SearchArguments>();
    auto* command = parent->add_subcommand("rebuild", context.say("search.rebuild"));
    arguments->database.add_to(*command, context);
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->callback([=, &context] { rebuild(*arguments, context); });
}

}  // namespace dure::cli
