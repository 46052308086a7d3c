// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/files.hpp"
#include "cli/import_command.hpp"
#include "cli/json_object.hpp"
#include "engine/search/linkage/link.hpp"
#include "server/codec/writer.hpp"
#include "server/db/migrate.hpp"
#include "server/db/system.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/member_export.hpp"
#include "server/desks/network/member_search.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/search/changes.hpp"

namespace dure::cli {
namespace {

namespace network = desks::network;

struct NetworkArguments {
    DatabaseOption database;
    std::string text, file, format = "json", audience = "all";
    std::vector<std::string> countries;
    std::size_t limit = 20;
    double least = search::kSameAbove;
    bool json = false;
};
using Work = std::function<void(db::Database&, const NetworkArguments&, Context&)>;

/// Who the shell asks for: the secretariat, the network, or everyone.
network::Viewer viewer(const std::string& audience) {
    network::Viewer made;
    made.secretary = audience == "all";
    if (audience == "network") made.actor.roles.add(auth::Role::company);
    made.today = network::day_of(db::system_clock()());
    return made;
}

void search_members(db::Database& database, const NetworkArguments& arguments, Context& context) {
    network::MemberIndex members(db::system_clock());
    network::MemberQuery query{.q = arguments.text, .filters = {}};
    query.filters[static_cast<std::size_t>(network::MemberFacet::country)] = arguments.countries;
    const auto page = database.read([&](db::Connection& c) {
        return network::search_members(c, members, query, viewer(arguments.audience), {}, arguments.limit);
    });
    if (arguments.json) return fmt::print("{}\n", network::encode(page)), void();
    for (const auto& hit : page.items) {
        fmt::print("{}  {}  {}\n", hit.country, hit.name, hit.id);
        std::string snippet;
        for (const auto& part : hit.snippet) snippet += part.text;
        if (!snippet.empty()) fmt::print("    {}\n", snippet);
    }
    fmt::print("{}\n", context.say("network.found", {{"count", std::to_string(page.matches)}}));
}

void export_members(db::Database& database, const NetworkArguments& arguments, Context& context) {
    network::MemberIndex members(db::system_clock());
    const auto views = database.read([&](db::Connection& c) {
        return network::open_members(c, network::day_of(db::system_clock()()), *members.words(c));
    });
    const std::string text = arguments.format == "csv" ? network::to_csv(views) : network::to_json(views);
    if (arguments.file.empty()) return fmt::print("{}", text), void();
    if (const auto written = write_file(arguments.file, text); !written)
        return context.refuse({written.error()}, Exit::bad_input, arguments.json);
    if (arguments.json) return JsonObject().add("status", "written").add("members", views.size()).print();
    fmt::print("{}\n", context.say("network.exported",
                                   {{"count", std::to_string(views.size())}, {"file", arguments.file}}));
}

void reindex(db::Database& database, const NetworkArguments& arguments, Context& context) {
    database.write(
        [](db::Connection& c) { search::note_change(c, search::kEverything, "", db::system_clock()()); });
    if (arguments.json) return JsonObject().add("status", "noted").print();
    fmt::print("{}\n", context.say("network.reindexed"));
}

/// Names in two languages stand in columns of their own, so that like is compared with like.
search::Records records_of(const std::vector<network::Member>& members) {
    search::Records records{.columns = {"name", "other_name", "country", "web"}, .rows = {}};
    for (const network::Member& one : members) {
        const auto& own = one.organisation.content;
        std::string other;
        for (const auto& name : own.names)
            if (!name.primary && other.empty()) other = name.name;
        records.rows.push_back(
            {one.id(), {people::primary_of(own.names).name, other, own.country, own.web.value_or("")}});
    }
    return records;
}

std::string_view name_of(const search::Comparison& compared) {
    if (!compared.column.empty()) return compared.column;
    return compared.kind == search::Compared::word ? "rarest_word" : "whole_record";
}

std::string pair_of(const search::Records& records, const search::Linkage& found, const search::Link& link) {
    JsonObject reasons;
    for (std::size_t i = 0; i < found.compared.size() && i < link.bits.size(); ++i)
        reasons.add(name_of(found.compared[i]), link.bits[i]);
    const auto &left = records.rows[link.left], &right = records.rows[link.right];
    return JsonObject()
        .add("left", left.id)
        .add("left_name", left.values.front())
        .add("right", right.id)
        .add("right_name", right.values.front())
        .add("weight", link.weight)
        .add_raw("reasons", reasons.text())
        .text();
}

void dedupe(db::Database& database, const NetworkArguments& arguments, Context& context) {
    const auto members = database.read([](db::Connection& c) {
        return network::find_members(c, network::member_ids(c), network::day_of(db::system_clock()()));
    });
    const search::Records records = records_of(members);
    const search::Linkage found = search::doubles(records, {.least = arguments.least});
    if (arguments.json) {
        std::string pairs = "[";
        for (const auto& link : found.links)
            pairs += (pairs.size() > 1 ? "," : "") + pair_of(records, found, link);
        return JsonObject().add("members", records.rows.size()).add_raw("doubles", pairs + "]").print();
    }
    for (const auto& link : found.links)
        fmt::print("{:6.1f}  {}  =  {}\n", link.weight, records.rows[link.left].values.front(),
                   records.rows[link.right].values.front());
    fmt::print("{}\n", context.say("network.doubles", {{"count", std::to_string(found.links.size())},
                                                       {"members", std::to_string(records.rows.size())}}));
}

void run_network(const Work& work, const NetworkArguments& arguments, Context& context) {
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

CLI::App* add_network(CLI::App& parent, Context& context, const std::string& name,
                      const std::shared_ptr<NetworkArguments>& arguments, const Work& work) {
    auto* command = parent.add_subcommand(name, context.say("network." + name));
    arguments->database.add_to(*command, context);
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->callback([=, &context] { run_network(work, *arguments, context); });
    return command;
}

}  // namespace

void add_network(CLI::App& app, Context& context) {
    auto* parent = app.add_subcommand("network", context.say("network.about"));
    parent->require_subcommand(1);
    const auto arguments = std::make_shared<NetworkArguments>();

    auto* search = add_network(*parent, context, "search", arguments, search_members);
    search->add_option("TEXT", arguments->text, context.say("network.text"));
    search->add_option("--country", arguments->countries, context.say("network.country"));
    search->add_option("--audience", arguments->audience, context.say("network.audience"))
        ->check(CLI::IsMember({"all", "network", "everyone"}));
    search->add_option("--limit", arguments->limit, context.say("network.limit"))->check(CLI::Range(1, 1000));

    auto* exported = add_network(*parent, context, "export", arguments, export_members);
    exported->add_option("FILE", arguments->file, context.say("network.file"));
    exported->add_option("--format", arguments->format, context.say("network.format"))
        ->check(CLI::IsMember({"json", "csv"}));

    add_network(*parent, context, "dedupe", arguments, dedupe)
        ->add_option("--least", arguments->least, context.say("network.least"));
    add_network(*parent, context, "reindex", arguments, reindex);
    add_import(*parent, context, "members");
}

}  // namespace dure::cli
