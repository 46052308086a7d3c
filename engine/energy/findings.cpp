// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/findings.hpp"

#include <algorithm>
#include <array>

namespace dure::energy {
namespace {

std::string shown(double value) {
    return fmt::format("{:g}", value);
}

/// Rounding in a table of numbers is no reason to send it back.
constexpr double kSlack = 1e-9;

}  // namespace

bool is_unit(std::string_view unit) {
    static constexpr std::array<std::string_view, 6> kUnits{"MW",  "per_unit",  "currency_per_mwh",
                                                            "cop", "t_per_mwh", "hours"};
    return std::ranges::find(kUnits, unit) != kUnits.end();
}

bool Findings::finite(const std::string& pointer, double value) {
    if (std::isfinite(value)) return true;
    add(pointer, "energy.not_finite");
    return false;
}

bool Findings::at_least_zero(const std::string& pointer, double value) {
    if (!finite(pointer, value)) return false;
    if (value >= 0) return true;
    add(pointer, "energy.negative", {{"value", shown(value)}});
    return false;
}

bool Findings::above_zero(const std::string& pointer, double value) {
    if (!finite(pointer, value)) return false;
    if (value > 0) return true;
    add(pointer, "energy.not_positive", {{"value", shown(value)}});
    return false;
}

bool Findings::within(const std::string& pointer, double value, double minimum, double maximum) {
    if (!finite(pointer, value)) return false;
    if (value >= minimum && value <= maximum) return true;
    add(pointer, "energy.out_of_range",
        {{"value", shown(value)}, {"minimum", shown(minimum)}, {"maximum", shown(maximum)}});
    return false;
}

bool Findings::readable(const Profile& profile) const {
    const auto* name = std::get_if<std::string>(&profile);
    if (!name) return true;
    const auto found = series_.find(*name);
    return found != series_.end() &&
           found->second.size() == static_cast<std::size_t>(std::max(network_.time.periods, 0));
}

bool Findings::series_unit(const std::string& pointer, const std::string& name, const ProfileRule& rule) {
    const auto info = std::ranges::find(network_.series, name, &SeriesInfo::name);
    if (info == network_.series.end()) {
        add(pointer, "energy.unknown_series", {{"name", name}});
        return false;
    }
    if (info->unit == rule.first_unit || info->unit == rule.second_unit) return true;
    if (!is_unit(info->unit)) return false;  // said at the series
    add(pointer, "energy.unit_clash",
        {{"name", name}, {"unit", info->unit}, {"expected", std::string(rule.first_unit)}});
    return false;
}

bool Findings::profile(const std::string& pointer, const Profile& profile, const ProfileRule& rule) {
    const auto* name = std::get_if<std::string>(&profile);
    if (name && !series_unit(pointer, *name, rule)) return false;
    if (!readable(profile)) return false;  // said once, at the series
    const View values = look(profile);
    const int count = values.is_series() ? network_.time.periods : 1;
    for (int t = 0; t < count; ++t) {
        const double value = values[t];
        if (!std::isfinite(value)) {
            if (!values.is_series()) add(pointer, "energy.not_finite");
            return false;  // of a series, said at the series
        }
        if (value >= rule.minimum - kSlack && value <= rule.maximum + kSlack) continue;
        Params params{{"value", shown(value)}};
        if (std::isfinite(rule.minimum)) params.emplace_back("minimum", shown(rule.minimum));
        if (std::isfinite(rule.maximum)) params.emplace_back("maximum", shown(rule.maximum));
        if (values.is_series()) params.emplace_back("period", std::to_string(t));
        const bool only_negative = rule.minimum == 0 && !std::isfinite(rule.maximum);
        std::string code(only_negative && rule.code == "energy.out_of_range" ? "energy.negative" : rule.code);
        if (values.is_series()) code += "_in_period";
        add(pointer, std::move(code), std::move(params));
        return false;
    }
    return true;
}

void Findings::ordered(const std::string& pointer, const Profile& low, const Profile& high) {
    const View l = look(low), h = look(high);
    const int count = l.is_series() || h.is_series() ? network_.time.periods : 1;
    for (int t = 0; t < count; ++t) {
        if (l[t] <= h[t] + kSlack) continue;
        add(pointer, "energy.crossed_profiles",
            {{"low", shown(l[t])}, {"high", shown(h[t])}, {"period", std::to_string(t)}});
        return;
    }
}

}  // namespace dure::energy
