// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <optional>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/hourly_csv.hpp"
#include "cli/json_object.hpp"
#include "cli/table.hpp"
#include "engine/energy/weather/series.hpp"
#include "engine/energy/weather/summary.hpp"

namespace dure::cli {
namespace {

struct WeatherArguments {
    std::string file, curve, profile, out;
    std::vector<double> pv, wind, cop, heat;  ///< empty: not asked for
    int year = 2030;
    bool json = false;
};

/// What is asked for, and how its values are written.
struct Wanted {
    energy::WeatherUse use;
    HourlyColumn column;
};

std::optional<double> second(const std::vector<double>& list) {
    return list.size() > 1 ? std::optional(list[1]) : std::nullopt;
}

Error option_error(const char* option, double value, double from, double to) {
    return {.code = "weather.bad_option",
            .params = {{"option", option},
                       {"text", fmt::format("{:g}", value)},
                       {"from", fmt::format("{:g}", from)},
                       {"to", fmt::format("{:g}", to)}},
            .pointer = {}};
}

/// Values of the day in a file, one a line or separated by commas.
Checked<std::array<double, 24>> day_profile(const std::string& file) {
    const auto text = read_file(file);
    if (!text) return std::unexpected(Errors{text.error()});
    std::array<double, 24> day{};
    std::size_t count = 0;
    int line = 1;
    for (std::size_t at = 0; at < text->size();) {
        const auto end = std::min(text->find_first_of(",\n", at), text->size());
        const std::string part = text->substr(at, end - at);
        if (part.find_first_not_of(" \t\r") != part.npos) {
            char* stop = nullptr;
            const double v = std::strtod(part.c_str(), &stop);
            if (std::string_view(stop).find_first_not_of(" \t\r") != std::string_view::npos || !(v >= 0) ||
                v > 1e9)
                return std::unexpected(Errors{{.code = "weather.profile_number",
                                               .params = {{"text", part.substr(0, 40)}},
                                               .file = file,
                                               .line = line,
                                               .pointer = {}}});
            if (count < day.size()) day[count] = v;
            ++count;
        }
        if (end < text->size() && (*text)[end] == '\n') ++line;
        at = end + 1;
    }
    if (count != day.size())
        return std::unexpected(Errors{{.code = "weather.profile_hours",
                                       .params = {{"found", std::to_string(count)}},
                                       .file = file,
                                       .line = 0,
                                       .pointer = {}}});
    return day;
}

Checked<std::vector<Wanted>> wanted(const WeatherArguments& a) {
    std::vector<Wanted> columns;
    Errors errors;
    const auto within = [&](const char* option, double value, double from, double to) {
        if (!(value >= from && value <= to)) errors.push_back(option_error(option, value, from, to));
        return value;
    };
    const auto take = [&](const auto& checked) {
        if (!checked) errors.insert(errors.end(), checked.error().begin(), checked.error().end());
        return checked.has_value();
    };
    if (!a.pv.empty()) {
        energy::Panels panels{.tilt_deg = within("--pv", a.pv[0], 0, 90)};
        if (const auto azimuth = second(a.pv)) panels.azimuth_deg = within("--pv", *azimuth, 0, 360);
        columns.push_back({panels, {"pv_pu", {}, 4}});
    }
    if (!a.wind.empty()) {
        energy::Turbine turbine{.hub_m = within("--wind", a.wind[0], 5, 300)};
        if (const auto shear = second(a.wind)) turbine.shear = within("--wind", *shear, 0, 0.6);
        if (!a.curve.empty()) {
            const auto text = read_file(a.curve);
            if (!text) return std::unexpected(Errors{text.error()});
            if (auto curve = energy::read_power_curve(*text, a.curve); take(curve)) turbine.curve = *curve;
        }
        columns.push_back({std::move(turbine), {"wind_pu", {}, 4}});
    }
    if (!a.cop.empty()) {
        energy::HeatPump pump{.sink_c = within("--cop", a.cop[0], 20, 120)};
        if (const auto quality = second(a.cop)) pump.quality = within("--cop", *quality, 0.05, 0.9);
        columns.push_back({pump, {"cop", {}, 3}});
    }
    if (!a.heat.empty()) {
        energy::HeatDemand demand{.annual_mwh = within("--heat", a.heat[0], 1e-3, 1e12)};
        if (const auto base = second(a.heat)) demand.base_c = within("--heat", *base, 0, 30);
        if (!a.profile.empty())
            if (auto day = day_profile(a.profile); take(day)) demand.day = *day;
        columns.push_back({demand, {"heat_mw", {}, 6}});
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return columns;
}

std::string told(const std::optional<double>& value, int decimals = 1) {
    return value ? fmt::format("{:.{}f}", *value, decimals) : "-";
}

void tell_file(const energy::Weather& weather, const Context& context) {
    const auto summary = energy::summarise(weather);
    const auto& place = weather.place;
    fmt::print(stderr, "{}\n",
               context.say("weather.place", {{"city", place.city},
                                             {"country", place.country},
                                             {"latitude", fmt::format("{:.2f}", place.latitude_deg)},
                                             {"longitude", fmt::format("{:.2f}", place.longitude_deg)},
                                             {"offset", fmt::format("{:+g}", place.utc_offset_hours)},
                                             {"from", std::to_string(summary.first_year)},
                                             {"to", std::to_string(summary.last_year)},
                                             {"hours", std::to_string(weather.hours.size())}}));
    std::vector<std::vector<std::string>> rows = {
        {context.say("weather.month"), context.say("weather.temperature"), context.say("weather.global"),
         context.say("weather.wind_speed")}};
    const auto add = [&](std::string name, const energy::WeatherMonth& m) {
        rows.push_back(
            {std::move(name), told(m.temperature_c), told(m.global_kwh_m2_day, 2), told(m.wind_m_s)});
    };
    for (std::size_t m = 0; m < 12; ++m) add(std::to_string(m + 1), summary.months[m]);
    add(context.say("weather.whole_year"), summary.year);
    fmt::print(stderr, "{}", as_columns(rows));
    constexpr std::size_t most = 10;
    for (std::size_t i = 0; i < std::min(most, weather.gaps.size()); ++i)
        fmt::print(stderr, "{}\n",
                   context.say("weather.gap_at", {{"line", std::to_string(weather.gaps[i].line)},
                                                  {"column", std::string(name_of(weather.gaps[i].column))}}));
    if (weather.gaps.size() > most)
        fmt::print(stderr, "{}\n",
                   context.say("weather.more_gaps", {{"count", std::to_string(weather.gaps.size() - most)}}));
}

std::string answer_json(const WeatherArguments& a, const std::vector<Wanted>& columns) {
    JsonObject answer;
    answer.add("status", "ok").add("year", a.year);
    std::string list = "[";
    for (const auto& [use, column] : columns) {
        const auto& values = column.values;
        const auto [least, most] = std::ranges::minmax(values);
        JsonObject one;
        one.add("name", column.name).add("unit", unit_of(use)).add("method", method_of(use));
        one.add("hours", static_cast<int>(values.size()));
        one.add("sum", std::accumulate(values.begin(), values.end(), 0.0));
        one.add("minimum", least).add("maximum", most);
        list += (list.size() > 1 ? "," : "") + one.text();
    }
    return answer.add_raw("series", list + "]").text();
}

void run_weather(const WeatherArguments& a, Context& context) {
    auto columns = wanted(a);
    if (!columns) return context.refuse(columns.error(), Exit::bad_input, a.json);
    const auto text = read_file(a.file);
    if (!text) return context.refuse({text.error()}, Exit::bad_input, a.json);
    const auto weather = energy::read_epw(*text, a.file);
    if (!weather) return context.refuse(weather.error(), Exit::bad_input, a.json);
    Errors errors;
    for (auto& [use, column] : *columns) {
        auto made = energy::weather_series(*weather, use, energy::year_of(*weather, a.year), a.file);
        if (made)
            column.values = std::move(*made);
        else
            errors.insert(errors.end(), made.error().begin(), made.error().end());
    }
    if (!errors.empty()) return context.refuse(errors, Exit::bad_input, a.json);
    if (!a.json) tell_file(*weather, context);
    const auto json = a.json ? answer_json(a, *columns) + '\n' : "";
    std::string csv;
    if (!columns->empty()) {
        std::vector<HourlyColumn> table;
        for (Wanted& one : *columns) table.push_back(std::move(one.column));
        csv = hourly_csv(a.year, table);
        if (!a.out.empty())
            if (auto ok = write_file(a.out, csv); !ok)
                return context.refuse({ok.error()}, Exit::failed, a.json);
    }
    if (a.json)
        fmt::print("{}", json);
    else if (a.out.empty())
        fmt::print("{}", csv);
}

}  // namespace

void add_weather(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("weather", context.say("weather.about"));
    const auto a = std::make_shared<WeatherArguments>();
    command->add_option("file", a->file, context.say("weather.file"))->required();
    const auto add = [&](const char* option, std::vector<double>& target, const char* key) {
        return command->add_option(option, target, context.say(key))->delimiter(',')->expected(1, 2);
    };
    add("--pv", a->pv, "weather.pv")->type_name("TILT,AZIMUTH");
    auto* wind = add("--wind", a->wind, "weather.wind")->type_name("HUB,SHEAR");
    command->add_option("--power-curve", a->curve, context.say("weather.power_curve"))->needs(wind);
    add("--cop", a->cop, "weather.cop")->type_name("SINK,QUALITY");
    auto* heat = add("--heat", a->heat, "weather.heat")->type_name("SUM,BASE");
    command->add_option("--day-profile", a->profile, context.say("weather.day_profile"))->needs(heat);
    command->add_option("--year", a->year, context.say("weather.year"))
        ->check(CLI::Range(1900, 2200))
        ->capture_default_str();
    command->add_option("-o,--out", a->out, context.say("weather.out"));
    command->add_flag("--json", a->json, context.say("option.json"));
    command->callback([a, &context] { run_weather(*a, context); });
}

}  // namespace dure::cli
