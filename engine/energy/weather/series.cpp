// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

namespace dure::energy {
namespace {

template <class... F>
struct Either : F... {
    using F::operator()...;
};

std::vector<double> source_temperatures(const Weather& weather) {
    std::vector<double> all;
    all.reserve(weather.hours.size());
    for (const auto& h : weather.hours) all.push_back(h.temperature_c);
    return all;
}

std::vector<double> in_the_file(const Weather& weather, const WeatherUse& use) {
    return std::visit(
        Either{[&](const Panels& panels) { return photovoltaic(weather, panels); },
               [&](const Turbine& turbine) { return wind_power(weather, turbine); },
               [&](const HeatPump& pump) { return carnot_cop(source_temperatures(weather), pump); },
               [&](const HeatDemand& demand) { return degree_hours(weather, demand); }},
        use);
}

/// The first gap, in a column that counts here, of an hour without an answer; and how many such hours.
Error gap_error(const Weather& weather, const std::vector<double>& hourly, std::string_view file) {
    const auto open = std::ranges::count_if(hourly, [](double v) { return std::isnan(v); });
    const auto first = static_cast<int>(std::ranges::find_if(hourly, [](double v) { return std::isnan(v); }) -
                                        hourly.begin());
    Error error{.code = "weather.gap",
                .params = {{"column", ""}, {"count", std::to_string(open)}},
                .file = std::string(file),
                .line = 0,
                .pointer = {}};
    for (const auto& gap : weather.gaps)
        if (gap.hour == first) {
            error.params[0].second = name_of(gap.column);
            error.line = gap.line;
            break;
        }
    return error;
}

}  // namespace

std::string unit_of(const WeatherUse& use) {
    return std::visit(
        Either{[](const Panels&) { return "per_unit"; }, [](const Turbine&) { return "per_unit"; },
               [](const HeatPump&) { return "cop"; }, [](const HeatDemand&) { return "MW"; }},
        use);
}

std::string method_of(const WeatherUse& use) {
    return std::visit(
        Either{[](const Panels& p) {
                   return fmt::format(
                       "EPW; Hay-Davies, Faiman, PVWatts 5; tilt {:g}°, azimuth {:g}°, losses {:g}",
                       p.tilt_deg, p.azimuth_deg, p.losses);
               },
               [](const Turbine& t) {
                   return fmt::format("EPW; {}, hub {:g} m by power law {:.3f}{}, losses {:g}",
                                      t.curve == reference_power_curve() ? "NREL 5 MW reference power curve"
                                                                         : "given power curve",
                                      t.hub_m, t.shear, t.density ? ", air density" : "", t.losses);
               },
               [](const HeatPump& p) {
                   return fmt::format("EPW; {:g} of Carnot, sink {:g} °C, least lift {:g} K, at most {:g}",
                                      p.quality, p.sink_c, p.least_difference_k, p.most);
               },
               [](const HeatDemand& d) {
                   return fmt::format("EPW; degree hours below {:g} °C by the day's profile, {:g} MWh a year",
                                      d.base_c, d.annual_mwh);
               }},
        use);
}

Checked<std::vector<double>> weather_series(const Weather& weather, const WeatherUse& use,
                                            const WeatherAxis& axis, std::string_view file) {
    const auto hourly = in_the_file(weather, use);
    if (std::ranges::any_of(hourly, [](double v) { return std::isnan(v); }))
        return std::unexpected(Errors{gap_error(weather, hourly, file)});
    auto values = on_axis(weather, hourly, axis);
    const auto* demand = std::get_if<HeatDemand>(&use);
    if (!demand) return values;
    const auto year = whole_year(weather, axis);
    const auto whole = on_axis(weather, hourly, year);
    const double shape = std::accumulate(whole.begin(), whole.end(), 0.0);
    if (!(shape > 0))
        return std::unexpected(Errors{{.code = "weather.no_heat",
                                       .params = {{"base", fmt::format("{:g}", demand->base_c)}},
                                       .file = std::string(file),
                                       .line = 0,
                                       .pointer = {}}});
    if (axis.periods * axis.hours_per_period == year.periods)
        scale_to(values, demand->annual_mwh / axis.hours_per_period);
    else
        for (double& v : values) v *= demand->annual_mwh / shape;
    return values;
}

}  // namespace dure::energy
