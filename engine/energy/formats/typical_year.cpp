// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/typical_year.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>

namespace dure::energy {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr double kDegree = std::numbers::pi / 180;

/// Normal numbers that are the same on every machine, which the standard's distributions are not: splitmix64
/// (Steele, Lea and Flood, OOPSLA 2014) and the transformation of Box and Muller (1958).
class Noise {
  public:
    explicit Noise(std::uint64_t seed) : state_(seed) {}
    double normal() {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(kTurn * uniform());
    }

  private:
    double uniform() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        z ^= z >> 31;
        return (static_cast<double>(z >> 11) + 0.5) / 9007199254740992.0;
    }
    std::uint64_t state_;
};

/// A first-order autoregressive process of mean 0 and variance 1.
std::vector<double> correlated(std::size_t count, double steps_to_1_over_e, std::uint64_t seed) {
    Noise noise(seed);
    const double keep = std::exp(-1 / steps_to_1_over_e), add = std::sqrt(1 - keep * keep);
    std::vector<double> values(count);
    double state = noise.normal();
    for (double& v : values) {
        v = state;
        state = keep * state + add * noise.normal();
    }
    return values;
}

struct Hour {
    int day;           ///< of the year, from 0
    int hour;          ///< 0…23
    unsigned weekday;  ///< 0: Sunday
    double season;     ///< 0…1 of the year
};

Hour hour_of(int year, std::size_t t) {
    using namespace std::chrono;
    const auto first = sys_days(std::chrono::year(year) / January / 1);
    const int day = static_cast<int>(t / 24);
    return {day, static_cast<int>(t % 24), weekday(first + days(day)).c_encoding(),
            static_cast<double>(t) / hours_of_year(year)};
}

template <class F>
std::vector<double> each_hour(int year, F value) {
    std::vector<double> values(static_cast<std::size_t>(hours_of_year(year)));
    for (std::size_t t = 0; t < values.size(); ++t) values[t] = value(t, hour_of(year, t));
    return values;
}

void scale_to_sum(std::vector<double>& values, double sum) {
    const double factor = sum / std::accumulate(values.begin(), values.end(), 0.0);
    for (double& v : values) v *= factor;
}

/// The argument at which a rising function reaches `wanted`.
double solve_rising(const std::function<double(double)>& f, double low, double high, double wanted) {
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (f(middle) < wanted ? low : high) = middle;
    }
    return (low + high) / 2;
}

double hump(int hour, double at, double width) {
    const double distance = std::remainder(hour + 0.5 - at, 24);
    return std::exp(-distance * distance / (2 * width * width));
}

double cosine_of_zenith(const Site& site, const Hour& h) {
    const double n = h.day + 1, b = kTurn * (n - 1) / 365;
    const double declination = 23.45 * kDegree * std::sin(kTurn * (284 + n) / 365);
    const double equation_minutes = 229.18 * (0.000075 + 0.001868 * std::cos(b) - 0.032077 * std::sin(b) -
                                              0.014615 * std::cos(2 * b) - 0.04089 * std::sin(2 * b));
    const double solar_hour =
        h.hour + 0.5 + site.longitude_deg / 15 - site.utc_offset_hours + equation_minutes / 60;
    const double hour_angle = (solar_hour - 12) * 15 * kDegree, latitude = site.latitude_deg * kDegree;
    return std::sin(latitude) * std::sin(declination) +
           std::cos(latitude) * std::cos(declination) * std::cos(hour_angle);
}

}  // namespace

int hours_of_year(int year) {
    return std::chrono::year(year).is_leap() ? 8784 : 8760;
}

std::vector<double> typical_temperature(int year, const Climate& climate, std::uint64_t seed) {
    const auto weather = correlated(static_cast<std::size_t>(hours_of_year(year)), 96, seed);
    return each_hour(year, [&](std::size_t t, const Hour& h) {
        const double season = -std::cos(kTurn * (h.season - 20.0 / 365)),
                     day = -std::cos(kTurn * (h.hour - 5) / 24);
        return climate.mean_c + climate.seasonal_c * season + climate.daily_c * day +
               climate.weather_c * weather[t];
    });
}

std::vector<double> typical_electricity(int year, const std::vector<double>& temperature_c, double annual_mwh,
                                        std::span<const std::chrono::year_month_day> holidays) {
    const auto january = std::chrono::sys_days(std::chrono::year(year) / std::chrono::January / 1);
    std::vector<bool> is_holiday(366);
    for (const auto& day : holidays)
        if (const auto at = (std::chrono::sys_days(day) - january).count(); at >= 0 && at < 366)
            is_holiday[static_cast<std::size_t>(at)] = true;
    auto load = each_hour(year, [&](std::size_t t, const Hour& h) {
        const bool rest = h.weekday == 0 || is_holiday[static_cast<std::size_t>(h.day)];
        const double week = rest ? 0.86 : h.weekday == 6 ? 0.93 : 1;
        const double day = 0.78 + 0.28 * hump(h.hour, 11, 3) + 0.26 * hump(h.hour, 18, 3.5);
        const double weather =
            1 + 0.011 * std::max(0.0, 12 - temperature_c[t]) + 0.022 * std::max(0.0, temperature_c[t] - 22);
        return week * day * weather;
    });
    scale_to_sum(load, annual_mwh);
    return load;
}

std::vector<double> typical_heat(int year, const std::vector<double>& temperature_c, double annual_mwh,
                                 double hot_water_share) {
    const auto hours = temperature_c.size();
    double last_day = std::accumulate(temperature_c.end() - 24, temperature_c.end(), 0.0);
    auto space = each_hour(year, [&](std::size_t t, const Hour& h) {
        last_day += temperature_c[t] - temperature_c[(t + hours - 24) % hours];
        return std::max(0.0, 16 - last_day / 24) *
               (0.8 + 0.4 * hump(h.hour, 7, 2) + 0.4 * hump(h.hour, 20, 3));
    });
    auto water = each_hour(year, [](std::size_t, const Hour& h) {
        return 0.4 + hump(h.hour, 7.5, 1.5) + 0.9 * hump(h.hour, 20.5, 2.5);
    });
    scale_to_sum(space, (1 - hot_water_share) * annual_mwh);
    scale_to_sum(water, hot_water_share * annual_mwh);
    for (std::size_t t = 0; t < hours; ++t) space[t] += water[t];
    return space;
}

std::vector<double> typical_pv(int year, const Site& site, double full_load_hours, std::uint64_t seed) {
    const auto clearness = correlated(static_cast<std::size_t>(hours_of_year(year)) / 24, 1.5, seed);
    const auto shape = each_hour(year, [&](std::size_t, const Hour& h) {
        const double cosine = cosine_of_zenith(site, h);
        if (cosine <= 0) return 0.0;
        // The logistic of a normal number: most days fairly clear, some dull, none dark.
        const double clear =
            0.15 + 0.85 / (1 + std::exp(-1.5 * clearness[static_cast<std::size_t>(h.day)] - 0.8));
        return 1098 * cosine * std::exp(-0.057 / cosine) / 1000 * clear;
    });
    const auto available = [&](double factor) {
        return std::accumulate(shape.begin(), shape.end(), 0.0,
                               [&](double sum, double v) { return sum + std::min(1.0, factor * v); });
    };
    const double factor = solve_rising(available, 0, 1000, full_load_hours);
    auto pv = shape;
    for (double& v : pv) v = std::min(1.0, factor * v);
    return pv;
}

std::vector<double> typical_wind(int year, double full_load_hours, std::uint64_t seed) {
    const auto weather = correlated(static_cast<std::size_t>(hours_of_year(year)), 14, seed);
    const auto unit_speed = each_hour(year, [&](std::size_t t, const Hour& h) {
        const double above = std::erfc(weather[t] / std::numbers::sqrt2) / 2;
        return std::sqrt(-std::log(std::max(above, 1e-12))) * (1 + 0.2 * std::cos(kTurn * h.season));
    });
    const auto power = [](double speed) {
        if (speed < 3) return 0.0;
        return std::min(1.0, (speed * speed * speed - 27) / (1728 - 27));
    };
    const auto available = [&](double scale) {
        return std::accumulate(unit_speed.begin(), unit_speed.end(), 0.0,
                               [&](double sum, double v) { return sum + power(scale * v); });
    };
    const double scale = solve_rising(available, 0, 1000, full_load_hours);
    auto wind = unit_speed;
    for (double& v : wind) v = power(scale * v);
    return wind;
}

std::vector<double> typical_cop(const std::vector<double>& temperature_c, double sink_c) {
    auto cop = temperature_c;
    for (double& v : cop) {
        const double lift = std::max(15.0, sink_c - v);
        v = std::max(1.0, 0.85 * (6.08 - 0.09 * lift + 0.0005 * lift * lift));
    }
    return cop;
}

}  // namespace dure::energy
