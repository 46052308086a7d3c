// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <numeric>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/hourly_csv.hpp"
#include "engine/base/korean_holidays.hpp"
#include "engine/energy/formats/monthly_sums.hpp"
#include "engine/energy/formats/typical_year.hpp"

namespace dure::cli {
namespace {

/// Daegu's published figures (see examples/daegu/model.toml) and assumptions, each of which an option
/// replaces.
struct TypicalYearArguments {
    std::string out, electricity_months, heat_months, holidays = "kr";
    int year = 2030;
    std::uint64_t seed = 1;
    energy::Site site;
    energy::Climate climate;
    double electricity_mwh = 15'675'749, heat_mwh = 888'000, hot_water_share = 0.25;
    double pv_hours = 1314, wind_hours = 1900, sink_c = 55, import_price = 85;
};

/// The price follows the load: a quarter dearer when the load is a quarter above its mean.
std::vector<double> price_after(const std::vector<double>& load, double mean_price) {
    const double mean = std::accumulate(load.begin(), load.end(), 0.0) / static_cast<double>(load.size());
    auto price = load;
    for (double& v : price) v *= mean_price / mean;
    return price;
}

Checked<std::vector<std::chrono::year_month_day>> holidays_of(const TypicalYearArguments& a) {
    std::vector<std::chrono::year_month_day> days;
    if (a.holidays == "none") return days;
    const auto holidays = korean_holidays(a.year);
    if (!holidays) return std::unexpected(Errors{holidays.error()});
    for (const PublicHoliday& h : *holidays) days.push_back(h.day);
    return days;
}

/// The series with the sums of a file's months; as it is without a file.
Checked<HourlyColumn> with_months(HourlyColumn column, int year, const char* option, const std::string& file,
                                  const Context& context) {
    if (file.empty()) return column;
    const auto text = read_file(file);
    if (!text) return std::unexpected(Errors{text.error()});
    const auto sums = energy::read_monthly_sums(*text, file);
    if (!sums) return std::unexpected(sums.error());
    auto made = energy::calibrate_to_months(year, column.values, *sums);
    if (!made) return std::unexpected(std::move(made.error()));
    if (!made->smooth) fmt::print(stderr, "{}\n", context.say("typical_year.stepped", {{"option", option}}));
    // Watts, so that the written digits still add up to the sum.
    return HourlyColumn{column.name, std::move(made->values), 6};
}

Checked<std::vector<HourlyColumn>> make_columns(const TypicalYearArguments& a, const Context& context) {
    const auto holidays = holidays_of(a);
    if (!holidays) return std::unexpected(holidays.error());
    const auto temperature = energy::typical_temperature(a.year, a.climate, a.seed);
    const auto load = with_months(
        {"electricity_mw", energy::typical_electricity(a.year, temperature, a.electricity_mwh, *holidays), 2},
        a.year, "--electricity-months", a.electricity_months, context);
    const auto heat =
        with_months({"heat_mw", energy::typical_heat(a.year, temperature, a.heat_mwh, a.hot_water_share), 2},
                    a.year, "--heat-months", a.heat_months, context);
    Errors errors;
    for (const auto* one : {&load, &heat})
        if (!*one) errors.insert(errors.end(), one->error().begin(), one->error().end());
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return std::vector<HourlyColumn>{*load,
                                     *heat,
                                     {"pv_pu", energy::typical_pv(a.year, a.site, a.pv_hours, a.seed + 1), 4},
                                     {"wind_pu", energy::typical_wind(a.year, a.wind_hours, a.seed + 2), 4},
                                     {"temperature_c", temperature, 2},
                                     {"cop", energy::typical_cop(temperature, a.sink_c), 3},
                                     {"import_price", price_after(load->values, a.import_price), 2}};
}

void run_typical_year(const TypicalYearArguments& arguments, Context& context) {
    const auto columns = make_columns(arguments, context);
    if (!columns) return context.refuse(columns.error(), Exit::bad_input, false);
    const auto csv = hourly_csv(arguments.year, *columns);
    if (arguments.out.empty()) {
        fmt::print("{}", csv);
    } else if (auto ok = write_file(arguments.out, csv); !ok) {
        context.refuse({ok.error()}, Exit::failed, false);
    }
}

}  // namespace

void add_typical_year(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("typical-year", context.say("typical_year.about"));
    const auto a = std::make_shared<TypicalYearArguments>();
    const auto add = [&](const char* option, auto& target) {
        // "--heat-mwh" is told at typical_year.heat_mwh.
        std::string key(option + 2);
        for (char& c : key) c = c == '-' ? '_' : c;
        return command->add_option(option, target, context.say("typical_year." + key))->capture_default_str();
    };
    add("--out", a->out);
    add("--year", a->year)->check(CLI::Range(1900, 2200));
    add("--seed", a->seed);
    add("--latitude", a->site.latitude_deg)->check(CLI::Range(-66, 66));
    add("--longitude", a->site.longitude_deg)->check(CLI::Range(-180, 180));
    add("--utc-offset", a->site.utc_offset_hours)->check(CLI::Range(-12, 14));
    add("--mean-temperature", a->climate.mean_c)->check(CLI::Range(-30, 40));
    add("--electricity-mwh", a->electricity_mwh)->check(CLI::PositiveNumber);
    add("--heat-mwh", a->heat_mwh)->check(CLI::PositiveNumber);
    add("--electricity-months", a->electricity_months);
    add("--heat-months", a->heat_months);
    add("--holidays", a->holidays)->check(CLI::IsMember({"kr", "none"}));
    add("--hot-water-share", a->hot_water_share)->check(CLI::Range(0.0, 1.0));
    add("--pv-hours", a->pv_hours)->check(CLI::Range(1.0, 3000.0));
    add("--wind-hours", a->wind_hours)->check(CLI::Range(1.0, 6000.0));
    add("--sink-temperature", a->sink_c)->check(CLI::Range(30, 90));
    add("--import-price", a->import_price)->check(CLI::PositiveNumber);
    command->callback([a, &context] { run_typical_year(*a, context); });
}

}  // namespace dure::cli
