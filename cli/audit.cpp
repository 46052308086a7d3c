// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/files.hpp"
#include "cli/interrupt.hpp"
#include "cli/json_object.hpp"
#include "cli/progress_line.hpp"
#include "server/audit/chain.hpp"
#include "server/audit/sealer.hpp"
#include "server/codec/messages.hpp"
#include "server/codec/writer.hpp"
#include "server/db/system.hpp"

namespace dure::cli {
namespace {

struct AuditArguments {
    DatabaseOption database;
    std::string file;
    bool json = false;
};
using Work = std::function<void(db::Database&, const AuditArguments&, Context&)>;

std::string list_of(const Errors& findings) {
    std::string list = "[";
    for (const Error& finding : findings) {
        if (list.size() > 1) list += ',';
        codec::write(finding, list);
    }
    return list + "]";
}

void say_verdict(const audit::Verdict& verdict, const AuditArguments& arguments, Context& context) {
    const bool whole = verdict.findings.empty();
    if (!whole) context.exit = Exit::failed;
    if (arguments.json)
        return JsonObject()
            .add("status", whole ? "whole" : "broken")
            .add("sealed", verdict.sealed)
            .add("waiting", verdict.waiting)
            .add("erased", verdict.erased)
            .add_raw("findings", list_of(verdict.findings))
            .print();
    for (const Error& finding : verdict.findings)
        fmt::print(stderr, "{}\n", codec::Messages::embedded().sentence(context.language, finding));
    fmt::print("{}\n", context.say(whole ? "audit.whole" : "audit.broken",
                                   {{"sealed", std::to_string(verdict.sealed)},
                                    {"waiting", std::to_string(verdict.waiting)},
                                    {"erased", std::to_string(verdict.erased)},
                                    {"findings", std::to_string(verdict.findings.size())}}));
}

void verify_audit(db::Database& database, const AuditArguments& arguments, Context& context) {
    std::optional<audit::Checkpoint> held_against;
    if (!arguments.file.empty()) {
        const auto text = read_file(arguments.file);
        if (!text) return context.refuse({text.error()}, Exit::bad_input, arguments.json);
        auto read = audit::read_checkpoint(*text);
        if (!read) {
            for (Error& error : read.error()) error.file = arguments.file;
            return context.refuse(read.error(), Exit::bad_input, arguments.json);
        }
        held_against = *read;
    }
    const Interrupt interrupt;
    const auto progress = show_progress(context);
    const auto watch = [&](std::int64_t done, std::int64_t total) {
        progress({.fraction = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 1,
                  .stage = "verifying",
                  .details = {}});
        return !interrupt.token().stop_requested();
    };
    const auto verdict =
        database.read([&](db::Connection& c) { return audit::verify(c, held_against, watch); });
    end_progress();
    if (verdict.cancelled) {
        context.refuse({{.code = "audit.cancelled", .params = {{"sealed", std::to_string(verdict.sealed)}}}},
                       Exit::stopped, arguments.json);
        return;
    }
    say_verdict(verdict, arguments, context);
}

void checkpoint(db::Database& database, const AuditArguments& arguments, Context& context) {
    audit::seal_all(database, db::system_random());
    const auto taken =
        database.read([](db::Connection& c) { return audit::checkpoint(c, db::system_clock()()); });
    if (!taken) return context.refuse({{.code = "audit.nothing_sealed"}}, Exit::failed, arguments.json);
    const std::string text = audit::to_json(*taken);
    if (!arguments.file.empty()) {
        if (const auto written = write_file(arguments.file, text + "\n"); !written)
            return context.refuse({written.error()}, Exit::bad_input, arguments.json);
    }
    if (arguments.json)
        fmt::print("{}\n", text);
    else
        fmt::print("{}\n", context.say("audit.taken", {{"count", std::to_string(taken->count)},
                                                       {"number", std::to_string(taken->number)},
                                                       {"hash", taken->hash}}));
}

void run_audit(const Work& work, const AuditArguments& arguments, Context& context) {
    if (const auto error = arguments.database.missing())
        return context.refuse({*error}, Exit::bad_input, arguments.json);
    try {
        const auto database =
            db::Database::open({.url = arguments.database.address(), .timeout = std::chrono::hours(1)});
        work(*database, arguments, context);
    } catch (const db::Error& error) {
        context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
}

CLI::App* add_audit(CLI::App& parent, Context& context, const std::string& name, const Work& work) {
    const auto arguments = std::make_shared<AuditArguments>();
    auto* command = parent.add_subcommand(name, context.say("audit." + name));
    arguments->database.add_to(*command, context);
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->add_option(name == "verify" ? "--checkpoint" : "FILE", arguments->file,
                        context.say("audit." + name + "_file"));
    command->callback([=, &context] { run_audit(work, *arguments, context); });
    return command;
}

}  // namespace

void add_audit(CLI::App& app, Context& context) {
    auto* parent = app.add_subcommand("audit", context.say("audit.about"));
    parent->require_subcommand(1);
    add_audit(*parent, context, "verify", verify_audit);
    add_audit(*parent, context, "checkpoint", checkpoint);
}

}  // namespace dure::cli
