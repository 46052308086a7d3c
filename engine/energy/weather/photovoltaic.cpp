// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/photovoltaic.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numbers>

namespace dure::energy {
namespace {

constexpr double rad = std::numbers::pi / 180;
/// Below one degree of height the beam on the flat is too small to divide by.
constexpr double least_cosine = 0.01745;

double cosine_of_incidence(const SunPosition& sun, const Panels& panels) {
    const double zenith = sun.zenith_deg * rad, tilt = panels.tilt_deg * rad;
    return std::cos(zenith) * std::cos(tilt) +
           std::sin(zenith) * std::sin(tilt) * std::cos((sun.azimuth_deg - panels.azimuth_deg) * rad);
}

double through_glass(double cosine) {
    return cosine <= 0 ? 0 : std::clamp(1 - 0.05 * (1 / cosine - 1), 0.0, 1.0);
}

Irradiance light_of(const WeatherHour& h, double cos_zenith, double extraterrestrial) {
    if (!std::isnan(h.direct_normal_w_m2) && !std::isnan(h.diffuse_w_m2))
        return {h.global_w_m2, h.direct_normal_w_m2, h.diffuse_w_m2};
    if (cos_zenith < least_cosine) return {h.global_w_m2, 0, h.global_w_m2};
    const double clearness = std::clamp(h.global_w_m2 / (extraterrestrial * cos_zenith), 0.0, 1.0);
    const double diffuse = h.global_w_m2 * diffuse_share(clearness);
    return {h.global_w_m2, (h.global_w_m2 - diffuse) / cos_zenith, diffuse};
}

double power(const WeatherHour& h, const WeatherPlace& place, const Panels& panels) {
    using namespace std::chrono;
    if (std::isnan(h.global_w_m2) || std::isnan(h.temperature_c))
        return std::numeric_limits<double>::quiet_NaN();
    if (h.global_w_m2 <= 0) return 0;
    const sys_days day(year(h.year) / month(static_cast<unsigned>(h.month)) / static_cast<unsigned>(h.day));
    const auto middle = day + seconds(3600 * h.hour + 1800 - std::lround(3600 * place.utc_offset_hours));
    const auto sun = sun_position(middle, place.latitude_deg, place.longitude_deg);
    const int day_of_year = static_cast<int>((day - sys_days(year(h.year) / January / 1)).count()) + 1;
    const double extraterrestrial = extraterrestrial_w_m2(day_of_year);
    const auto light = light_of(h, std::cos(sun.zenith_deg * rad), extraterrestrial);
    auto plane = on_plane(light, sun, extraterrestrial, panels);
    plane.beam *= through_glass(cosine_of_incidence(sun, panels));
    const double cell =
        cell_temperature_c(plane.total(), h.temperature_c, std::isnan(h.wind_m_s) ? 1 : h.wind_m_s);
    const double dc =
        std::max(0.0, plane.total() / 1000 * (1 + panels.power_per_k * (cell - 25)) * (1 - panels.losses));
    // Shares of the inverter's DC rating, and back to the panels' peak.
    const double rating = 1 / panels.dc_ac_ratio / panels.inverter_efficiency;
    return inverter(dc / rating, panels.inverter_efficiency) * rating;
}

}  // namespace

double diffuse_share(double clearness) {
    const double k = clearness;
    if (k <= 0.22) return 1 - 0.09 * k;
    if (k > 0.8) return 0.165;
    return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
}

PlaneIrradiance on_plane(const Irradiance& light, const SunPosition& sun, double extraterrestrial,
                         const Panels& panels) {
    const double incidence = std::max(0.0, cosine_of_incidence(sun, panels));
    const double cos_zenith = std::cos(sun.zenith_deg * rad);
    const double tilt_cosine = std::cos(panels.tilt_deg * rad);
    const double round_sun =
        cos_zenith > 0 ? std::clamp(light.direct_normal / extraterrestrial, 0.0, 1.0) : 0;
    const double ratio = incidence / std::max(cos_zenith, least_cosine);
    const double beam = cos_zenith > 0 ? light.direct_normal * incidence : 0;
    return {.beam = beam,
            .sky = light.diffuse * (round_sun * ratio + (1 - round_sun) * (1 + tilt_cosine) / 2),
            .ground = light.global * panels.albedo * (1 - tilt_cosine) / 2};
}

double cell_temperature_c(double plane_w_m2, double temperature_c, double wind_m_s) {
    return temperature_c + plane_w_m2 / (25.0 + 6.84 * wind_m_s);
}

double inverter(double dc_share, double efficiency) {
    if (dc_share <= 0) return 0;
    if (dc_share >= 1) return efficiency;
    const double part = efficiency / 0.9637 * (-0.0162 * dc_share - 0.0059 / dc_share + 0.9858);
    return std::clamp(part * dc_share, 0.0, efficiency);
}

std::vector<double> photovoltaic(const Weather& weather, const Panels& panels) {
    std::vector<double> made;
    made.reserve(weather.hours.size());
    for (const auto& h : weather.hours) made.push_back(power(h, weather.place, panels));
    return made;
}

}  // namespace dure::energy
