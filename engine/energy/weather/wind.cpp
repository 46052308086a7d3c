// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/wind.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace dure::energy {
namespace {

constexpr double curve_density = 1.225;

double wind_share(const WeatherHour& h, const WeatherPlace& place, const Turbine& turbine) {
    if (std::isnan(h.wind_m_s)) return h.wind_m_s;
    double wind = wind_at_hub(h.wind_m_s, turbine);
    if (turbine.density) {
        if (std::isnan(h.temperature_c)) return h.temperature_c;
        const double pressure =
            std::isnan(h.pressure_pa) ? standard_pressure_pa(place.elevation_m) : h.pressure_pa;
        wind *= std::cbrt(air_density(pressure, h.temperature_c) / curve_density);
    }
    return power_share(turbine.curve, wind) * (1 - turbine.losses);
}

std::string_view curve_text(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    const auto from = text.find_first_not_of(blank);
    return from == text.npos ? "" : text.substr(from, text.find_last_not_of(blank) + 1 - from);
}

std::optional<double> curve_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

Error curve_error(std::string code, std::string_view file, int line, Params params = {}) {
    return {.code = std::move(code),
            .params = std::move(params),
            .file = std::string(file),
            .line = line,
            .pointer = {}};
}

}  // namespace

const std::vector<PowerPoint>& reference_power_curve() {
    static const std::vector<PowerPoint> curve = [] {
        std::vector<PowerPoint> points{{2.999, 0}};
        double wind = 3;
        for (const double kw : {40.52, 177.67, 403.9, 737.59, 1187.18, 1771.17, 2518.55, 3448.38, 4562.5})
            points.push_back({wind++, kw / 5000});
        points.push_back({11.4, 1});
        points.push_back({25, 1});
        return points;
    }();
    return curve;
}

double wind_at_hub(double wind_m_s, const Turbine& turbine) {
    return wind_m_s * std::pow(turbine.hub_m / turbine.measured_m, turbine.shear);
}

double air_density(double pressure_pa, double temperature_c) {
    return pressure_pa / (287.05 * (temperature_c + 273.15));
}

double standard_pressure_pa(double elevation_m) {
    return 101325 * std::pow(1 - 0.0065 * elevation_m / 288.15, 5.2559);
}

double power_share(const std::vector<PowerPoint>& curve, double wind_m_s) {
    if (curve.empty() || wind_m_s < curve.front().wind_m_s || wind_m_s > curve.back().wind_m_s) return 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const auto &low = curve[i - 1], &high = curve[i];
        if (wind_m_s > high.wind_m_s) continue;
        const double way = (wind_m_s - low.wind_m_s) / (high.wind_m_s - low.wind_m_s);
        return low.share + way * (high.share - low.share);
    }
    return curve.back().share;
}

Checked<void> check_power_curve(const std::vector<PowerPoint>& curve) {
    Errors errors;
    if (curve.size() < 2) errors.push_back(curve_error("weather.curve_short", "", 0));
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const Params place{{"line", std::to_string(i + 1)}};
        if (!(curve[i].wind_m_s >= 0) || (i > 0 && !(curve[i].wind_m_s > curve[i - 1].wind_m_s)))
            errors.push_back(curve_error("weather.curve_order", "", 0, place));
        if (!(curve[i].share >= 0 && curve[i].share <= 1))
            errors.push_back(curve_error("weather.curve_share", "", 0, place));
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return {};
}

Checked<std::vector<PowerPoint>> read_power_curve(std::string_view csv, std::string_view file) {
    std::vector<PowerPoint> curve;
    std::vector<int> lines;
    if (csv.starts_with("\xef\xbb\xbf")) csv.remove_prefix(3);
    for (int line = 1; !csv.empty(); ++line) {
        const auto end = csv.find('\n');
        const auto row = curve_text(csv.substr(0, end));
        csv.remove_prefix(end == csv.npos ? csv.size() : end + 1);
        if (row.empty()) continue;
        const auto comma = row.find(',');
        const auto wind = curve_number(curve_text(row.substr(0, comma)));
        const auto share = comma == row.npos ? std::nullopt : curve_number(curve_text(row.substr(comma + 1)));
        if (wind && share) {
            curve.push_back({*wind, *share});
            lines.push_back(line);
        } else if (line > 1) {  // the first may be a heading
            return std::unexpected(Errors{
                curve_error("weather.curve_number", file, line, {{"text", std::string(row.substr(0, 40))}})});
        }
    }
    if (auto fine = check_power_curve(curve); !fine) {
        for (Error& error : fine.error()) {
            error.file = std::string(file);
            if (error.params.empty()) continue;
            error.line = lines[static_cast<std::size_t>(std::stoi(error.params[0].second)) - 1];
            error.params[0].second = std::to_string(error.line);
        }
        return std::unexpected(std::move(fine.error()));
    }
    return curve;
}

std::vector<double> wind_power(const Weather& weather, const Turbine& turbine) {
    std::vector<double> made;
    made.reserve(weather.hours.size());
    for (const auto& h : weather.hours) made.push_back(wind_share(h, weather.place, turbine));
    return made;
}

}  // namespace dure::energy
