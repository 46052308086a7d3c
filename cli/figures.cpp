// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/files.hpp"
#include "cli/json_object.hpp"
#include "engine/base/id.hpp"
#include "engine/base/utc_text.hpp"
#include "server/db/system.hpp"
#include "server/figures/seed.hpp"

namespace dure::cli {
namespace {

struct FiguresArguments {
    DatabaseOption database;
    std::string folder, region;
    bool json = false;
};

using Work = void (*)(db::Database&, const FiguresArguments&, Context&);

/// The tables of a bundle that the folder has. Error: bundle.no_files.
Checked<figures::Bundle> read_folder(const std::string& folder) {
    figures::Files files;
    for (const std::string_view name : figures::kBundleFiles) {
        const auto path = std::filesystem::path(folder) / name;
        if (!std::filesystem::exists(path)) continue;
        auto text = read_file(path);
        if (!text) return std::unexpected(Errors{text.error()});
        files.emplace(name, std::move(*text));
    }
    if (files.empty())
        return std::unexpected(Errors{{.code = "bundle.no_files", .params = {{"folder", folder}}}});
    return figures::read_bundle(files);
}

Params counts(std::int64_t sources, std::int64_t figures) {
    return {{"sources", std::to_string(sources)}, {"figures", std::to_string(figures)}};
}

void check_figures(db::Database& database, const FiguresArguments& arguments, Context& context) {
    const auto bundle = read_folder(arguments.folder);
    if (!bundle) return context.refuse(bundle.error(), Exit::bad_input, arguments.json);
    const Errors errors = database.read([&](db::Connection& c) { return figures::check_bundle(c, *bundle); });
    if (!errors.empty()) return context.refuse(errors, Exit::bad_input, arguments.json);
    const auto sources = static_cast<std::int64_t>(bundle->sources.size()),
               count = static_cast<std::int64_t>(bundle->figures.size());
    if (arguments.json)
        return JsonObject().add("status", "ok").add("sources", sources).add("figures", count).print();
    fmt::print("{}\n", context.say("figures.good", counts(sources, count)));
}

void import(db::Database& database, const FiguresArguments& arguments, Context& context) {
    const auto bundle = read_folder(arguments.folder);
    if (!bundle) return context.refuse(bundle.error(), Exit::bad_input, arguments.json);
    IdMaker ids(db::system_clock(), db::system_random());
    const figures::Office office{database, db::system_clock(), ids};
    Checked<figures::Brought> brought;
    // What is refused must not stay half written.
    struct Refused {};
    try {
        database.write([&](db::Connection& c) {
            brought = figures::bring_in(c, office, *bundle, std::nullopt, "dure figures import");
            if (!brought) throw Refused{};
        });
    } catch (const Refused&) {
        return context.refuse(brought.error(), Exit::bad_input, arguments.json);
    }
    if (arguments.json)
        return JsonObject()
            .add("status", "ok")
            .add("sources", brought->sources)
            .add("figures", brought->figures)
            .add("known", brought->known)
            .print();
    Params params = counts(brought->sources, brought->figures);
    params.emplace_back("known", std::to_string(brought->known));
    fmt::print("{}\n", context.say("figures.brought", params));
}

void export_to(db::Database& database, const FiguresArguments& arguments, Context& context) {
    const auto region = arguments.region.empty() ? std::nullopt : std::optional(arguments.region);
    const auto bundle = database.read([&](db::Connection& c) { return figures::whole_bundle(c, region); });
    std::filesystem::create_directories(arguments.folder);
    for (const auto& [name, text] : figures::write_bundle(bundle, utc_text(db::system_clock()())))
        if (const auto done = write_file(std::filesystem::path(arguments.folder) / name, text); !done)
            return context.refuse({done.error()}, Exit::failed, arguments.json);
    const auto sources = static_cast<std::int64_t>(bundle.sources.size()),
               count = static_cast<std::int64_t>(bundle.figures.size());
    if (arguments.json)
        return JsonObject()
            .add("status", "ok")
            .add("folder", arguments.folder)
            .add("sources", sources)
            .add("figures", count)
            .print();
    Params params = counts(sources, count);
    params.emplace_back("folder", arguments.folder);
    fmt::print("{}\n", context.say("figures.written", params));
}

void run_figures(Work work, const FiguresArguments& arguments, Context& context) {
    if (const auto error = arguments.database.missing())
        return context.refuse({*error}, Exit::bad_input, arguments.json);
    try {
        const auto database =
            db::Database::open({.url = arguments.database.address(), .timeout = std::chrono::minutes(10)});
        db::migrate(*database);
        work(*database, arguments, context);
    } catch (const db::Error& error) {
        context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
}

CLI::App* add_figures(CLI::App& parent, Context& context, const char* name,
                      const std::shared_ptr<FiguresArguments>& arguments, Work work) {
    auto* command = parent.add_subcommand(name, context.say(fmt::format("figures.{}", name)));
    command->add_option("FOLDER", arguments->folder, context.say("figures.folder"))->required();
    arguments->database.add_to(*command, context);
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->callback([=, &context] { run_figures(work, *arguments, context); });
    return command;
}

}  // namespace

void add_figures(CLI::App& app, Context& context) {
    auto* parent = app.add_subcommand("figures", context.say("figures.about"));
    parent->require_subcommand(1);
    const auto arguments = std::make_shared<FiguresArguments>();
    add_figures(*parent, context, "import", arguments, import);
    add_figures(*parent, context, "export", arguments, export_to)
        ->add_option("--region", arguments->region, context.say("figures.region"));
    add_figures(*parent, context, "check", arguments, check_figures);
}

}  // namespace dure::cli
