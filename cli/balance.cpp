// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/database_option.hpp"
#include "cli/table.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/balance_query.hpp"

namespace dure::cli {
namespace {

struct BalanceArguments {
    DatabaseOption database;
    std::string region = "kr.daegu", unit = "ktoe";
    int year = 0;
    bool estimate = false, json = false;
};

/// A number in columns of its own; an estimate says so.
std::string cell_of(const figures::BalanceView& view, const std::string& sector, const std::string& item,
                    const Context& context) {
    const auto found = std::ranges::find_if(view.cells, [&](const figures::BalanceCell& one) {
        return one.flow == "final" && one.sector == sector && one.item == item;
    });
    if (found == view.cells.end()) return "-";
    return fmt::format("{:.1f}{}", found->value,
                       found->estimate ? " (" + context.say("balance.estimated") + ")" : "");
}

void print_for_people_balance(const figures::BalanceView& view, const Context& context) {
    fmt::print("{}\n", context.say("balance.title", {{"region", view.region},
                                                     {"year", std::to_string(view.year)},
                                                     {"unit", view.unit}}));
    if (view.cells.empty()) return fmt::print("{}\n", context.say("balance.none"));
    std::vector<std::vector<std::string>> rows{{""}};
    for (const std::string& item : view.items) rows.front().push_back(item);
    rows.front().emplace_back("=");
    std::vector<std::string> sectors = view.sectors;
    sectors.emplace_back();
    for (const std::string& sector : sectors) {
        auto& row = rows.emplace_back();
        row.push_back(sector.empty() ? "=" : sector);
        for (const std::string& item : view.items) row.push_back(cell_of(view, sector, item, context));
        row.push_back(cell_of(view, sector, "", context));
    }
    fmt::print("{}", as_columns(rows));
    for (const auto& gap : view.gaps) {
        std::string what = gap.kind;
        for (const std::string* part : {&gap.sector, &gap.item})
            if (!part->empty()) what += ' ' + *part;
        if (gap.rest) what += fmt::format(" ({:.1f})", *gap.rest);
        fmt::print("{}\n", context.say("balance.gap", {{"what", what}}));
    }
}

void run_balance(const BalanceArguments& arguments, Context& context) {
    if (const auto error = arguments.database.missing())
        return context.refuse({*error}, Exit::bad_input, arguments.json);
    if (const auto unit = energy::read_unit(arguments.unit); !unit)
        return context.refuse({unit.error()}, Exit::bad_input, arguments.json);
    try {
        const auto database = db::Database::open({.url = arguments.database.address()});
        db::migrate(*database);
        const auto view = database->read([&](db::Connection& c) {
            return figures::read_balance(c,
                                         {.region = arguments.region,
                                          .year = arguments.year,
                                          .unit = arguments.unit,
                                          .estimate = arguments.estimate},
                                         {});
        });
        if (!view) return context.refuse({view.error()}, Exit::bad_input, arguments.json);
        if (arguments.json) return fmt::print("{}\n", figures::encode(*view));
        print_for_people_balance(*view, context);
    } catch (const db::Error& error) {
        context.refuse({to_error(error)}, Exit::failed, arguments.json);
    }
}

}  // namespace

void add_balance(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("balance", context.say("balance.about"));
    const auto arguments = std::make_shared<BalanceArguments>();
    command->add_option("YEAR", arguments->year, context.say("balance.year"))
        ->required()
        ->check(CLI::Range(1900, 2199));
    command->add_option("--region", arguments->region, context.say("balance.region"));
    command->add_option("--unit", arguments->unit, context.say("balance.unit"));
    command->add_flag("--estimate", arguments->estimate, context.say("balance.estimate"));
    arguments->database.add_to(*command, context);
    command->add_flag("--json", arguments->json, context.say("option.json"));
    command->callback([arguments, &context] { run_balance(*arguments, context); });
}

}  // namespace dure::cli
