// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/json_object.hpp"
#include "cli/table.hpp"
#include "engine/energy/forecast/history_table.hpp"
#include "server/codec/messages.hpp"

namespace dure::cli {
namespace {

namespace ahead = energy::forecast;

struct ForecastArguments {
    std::string file;
    int to_year = 2040, held_out = 3;
    double level = 95;
    bool json = false;
};

std::string years_json(const std::vector<ahead::Estimate>& years) {
    std::string list = "[";
    for (const auto& one : years) {
        JsonObject year;
        year.add("year", one.year).add("value", one.value).add("low", one.low).add("high", one.high);
        list += (list.size() > 1 ? "," : "") + year.text();
    }
    return list + "]";
}

std::string error_json(const Error& error) {
    JsonObject params;
    for (const auto& [name, value] : error.params) params.add(name, value);
    return JsonObject().add("code", error.code).add_raw("params", params.text()).text();
}

std::string method_json(std::string_view name, const Expected<ahead::Forecast>& computed) {
    JsonObject method;
    method.add("method", name);
    if (!computed) return method.add_raw("refused", error_json(computed.error())).text();
    method.add_raw("years", years_json(computed->years));
    if (const auto& test = computed->back_test) {
        JsonObject back;
        back.add_raw("years", years_json(test->predicted)).add("mape_percent", test->mape_percent);
        back.add("bias_percent", test->bias_percent).add("coverage_percent", test->coverage_percent);
        method.add_raw("back_test", back.text());
    }
    std::string list = "[";
    for (const auto& one : computed->coefficients) {
        JsonObject coefficient;
        coefficient.add("name", one.name).add("value", one.value).add("low", one.low).add("high", one.high);
        list += (list.size() > 1 ? "," : "") + coefficient.text();
    }
    return method.add_raw("coefficients", list + "]").text();
}

void print_method(const Context& context, const char* name, const Expected<ahead::Forecast>& computed) {
    const auto number = [](const std::optional<double>& v) { return v ? fmt::format("{:.6g}", *v) : "-"; };
    fmt::print("{}\n", context.say(fmt::format("forecast.{}", name)));
    if (!computed) {
        fmt::print("  {}\n", codec::Messages::embedded().sentence(context.language, computed.error()));
        return;
    }
    std::vector<std::vector<std::string>> rows = {{context.say("forecast.year"),
                                                   context.say("forecast.value"), context.say("forecast.low"),
                                                   context.say("forecast.high")}};
    for (const auto& one : computed->years)
        rows.push_back({std::to_string(one.year), number(one.value), number(one.low), number(one.high)});
    fmt::print("{}", as_columns(rows));
    if (const auto& test = computed->back_test)
        fmt::print("{}\n", context.say("forecast.back_test", {{"years", std::to_string(test->actual.size())},
                                                              {"mape", number(test->mape_percent)},
                                                              {"bias", number(test->bias_percent)},
                                                              {"coverage", number(test->coverage_percent)}}));
}

void run_forecast(const ForecastArguments& a, Context& context) {
    const auto text = read_file(a.file);
    if (!text) return context.refuse({text.error()}, Exit::bad_input, a.json);
    const auto table = ahead::read_history_table(*text, a.file);
    if (!table) return context.refuse(table.error(), Exit::bad_input, a.json);
    const ahead::Wanted wanted{.to_year = a.to_year, .level = a.level / 100, .held_out = a.held_out};
    const auto trend = ahead::by_trend(table->history, wanted);
    const auto drivers = table->drivers.empty()
                             ? std::nullopt
                             : std::optional(ahead::by_drivers(table->history, table->drivers, wanted));
    if (!trend && (!drivers || !*drivers)) {
        Error error = trend.error();
        error.file = a.file;
        return context.refuse({error}, Exit::bad_input, a.json);
    }
    if (!a.json) {
        if (!table->unit.empty()) fmt::print("{}\n", context.say("forecast.unit", {{"unit", table->unit}}));
        print_method(context, "trend", trend);
        if (drivers) print_method(context, "drivers", *drivers);
        return;
    }
    JsonObject answer;
    answer.add("status", "ok").add("unit", table->unit).add("level_percent", a.level);
    std::string methods = "[" + method_json("trend", trend);
    if (drivers) methods += "," + method_json("drivers", *drivers);
    answer.add_raw("methods", methods + "]").print();
}

}  // namespace

void add_forecast(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("forecast", context.say("forecast.about"));
    const auto a = std::make_shared<ForecastArguments>();
    command->add_option("file", a->file, context.say("forecast.file"))->required();
    command->add_option("--to", a->to_year, context.say("forecast.to"))->check(CLI::Range(1900, 2300));
    command->add_option("--held-out", a->held_out, context.say("forecast.held_out"))
        ->check(CLI::Range(0, 50));
    command->add_option("--level", a->level, context.say("forecast.level"))->check(CLI::Range(50.0, 99.9));
    command->add_flag("--json", a->json, context.say("option.json"));
    command->callback([a, &context] { run_forecast(*a, context); });
}

}  // namespace dure::cli
