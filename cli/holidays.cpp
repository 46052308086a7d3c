// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/json_object.hpp"
#include "engine/base/korean_holidays.hpp"

namespace dure::cli {
namespace {

struct HolidaysArguments {
    int year = 0;
    bool json = false, csv = false;
};

std::string iso_day(const PublicHoliday& h) {
    return fmt::format("{}-{:02}-{:02}", static_cast<int>(h.day.year()), static_cast<unsigned>(h.day.month()),
                       static_cast<unsigned>(h.day.day()));
}

void run_holidays(const HolidaysArguments& a, Context& context) {
    const auto holidays = korean_holidays(a.year);
    if (!holidays) return context.refuse({holidays.error()}, Exit::bad_input, a.json);
    if (a.json) {
        std::string list;
        for (const PublicHoliday& h : *holidays)
            list += (list.empty() ? "" : ",") + JsonObject()
                                                    .add("day", iso_day(h))
                                                    .add("korean", h.korean)
                                                    .add("english", h.english)
                                                    .add("substitute", h.substitute)
                                                    .text();
        JsonObject().add("status", "ok").add("year", a.year).add_raw("holidays", "[" + list + "]").print();
    } else if (a.csv) {
        fmt::print("day,korean,english,substitute\n");
        for (const PublicHoliday& h : *holidays)
            fmt::print("{},{},{},{}\n", iso_day(h), h.korean, h.english, h.substitute ? 1 : 0);
    } else {
        for (const PublicHoliday& h : *holidays)
            fmt::print("{}  {} · {}{}\n", iso_day(h), h.korean, h.english,
                       h.substitute ? " " + context.say("holidays.substitute") : "");
        fmt::print(stderr, "{}\n", context.say("holidays.not_computed"));
    }
}

}  // namespace

void add_holidays(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("holidays", context.say("holidays.about"));
    const auto a = std::make_shared<HolidaysArguments>();
    command->add_option("year", a->year, context.say("holidays.year"))->required();
    auto* json = command->add_flag("--json", a->json, context.say("holidays.json"));
    command->add_flag("--csv", a->csv, context.say("holidays.csv"))->excludes(json);
    command->callback([a, &context] { run_holidays(*a, context); });
}

}  // namespace dure::cli
