// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/sun.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dure::energy {
namespace {
constexpr double rad = std::numbers::pi / 180;
}

SunPosition sun_position(std::chrono::sys_seconds utc, double latitude_deg, double longitude_deg) {
    using namespace std::chrono;
    const auto midnight = floor<days>(utc);
    const double hour = static_cast<double>((utc - midnight).count()) / 3600;
    // Days since noon of 1 January 2000.
    const double n =
        static_cast<double>((midnight - sys_days(2000y / January / 1)).count()) + hour / 24 - 0.5;
    const double omega = 2.267127827 - 9.300339267e-4 * n;
    const double mean_longitude = 4.895036035 + 1.720279602e-2 * n;
    const double anomaly = 6.239468336 + 1.720200135e-2 * n;
    const double ecliptic = mean_longitude + 3.338320972e-2 * std::sin(anomaly) +
                            3.497596876e-4 * std::sin(2 * anomaly) - 1.544353226e-4 -
                            8.689729360e-6 * std::sin(omega);
    const double obliquity = 4.090904909e-1 - 6.213605399e-9 * n + 4.418094944e-5 * std::cos(omega);
    const double right_ascension = std::atan2(std::cos(obliquity) * std::sin(ecliptic), std::cos(ecliptic));
    const double declination = std::asin(std::sin(obliquity) * std::sin(ecliptic));
    const double sidereal_hours = 6.697096103 + 6.570984737e-2 * n + hour;
    const double hour_angle = (sidereal_hours * 15 + longitude_deg) * rad - right_ascension;
    const double latitude = latitude_deg * rad;
    const double cosine = std::cos(latitude) * std::cos(hour_angle) * std::cos(declination) +
                          std::sin(declination) * std::sin(latitude);
    const double zenith = std::acos(std::clamp(cosine, -1.0, 1.0));
    const double azimuth = std::atan2(-std::sin(hour_angle), std::tan(declination) * std::cos(latitude) -
                                                                 std::sin(latitude) * std::cos(hour_angle)) /
                           rad;
    const double parallax = 6371.01 / 149597890 * std::sin(zenith);
    return {(zenith + parallax) / rad, azimuth < 0 ? azimuth + 360 : azimuth};
}

double refraction_deg(double elevation_deg, double pressure_pa, double temperature_c) {
    if (elevation_deg < 0) return 0;
    return pressure_pa / 101000 * 283 / (273 + temperature_c) * 1.02 /
           (60 * std::tan((elevation_deg + 10.3 / (elevation_deg + 5.11)) * rad));
}

double extraterrestrial_w_m2(int day_of_year) {
    const double b = 2 * std::numbers::pi * (day_of_year - 1) / 365;
    return 1361.1 * (1.00011 + 0.034221 * std::cos(b) + 0.00128 * std::sin(b) + 0.000719 * std::cos(2 * b) +
                     0.000077 * std::sin(2 * b));
}

}  // namespace dure::energy
