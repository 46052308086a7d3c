// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dure::energy {
namespace {

class Mean {
  public:
    void add(double v) {
        if (!std::isnan(v)) sum_ += v, ++count_;
    }
    std::optional<double> value(double factor = 1) const {
        if (count_ == 0) return std::nullopt;
        return factor * sum_ / count_;
    }

  private:
    double sum_ = 0;
    int count_ = 0;
};

struct MonthSums {
    Mean temperature, wind, global;
    int hours = 0;

    void add(const WeatherHour& h) {
        temperature.add(h.temperature_c);
        wind.add(h.wind_m_s);
        global.add(h.global_w_m2);
        ++hours;
    }
    WeatherMonth means() const {
        return {temperature.value(), wind.value(), global.value(24.0 / 1000), hours};
    }
};

}  // namespace

WeatherSummary summarise(const Weather& weather) {
    WeatherSummary summary;
    std::array<MonthSums, 12> months;
    MonthSums year;
    double coldest = std::numeric_limits<double>::infinity(), warmest = -coldest;
    for (const auto& h : weather.hours) {
        months[static_cast<std::size_t>(h.month - 1)].add(h);
        year.add(h);
        if (!std::isnan(h.temperature_c)) {
            coldest = std::min(coldest, h.temperature_c);
            warmest = std::max(warmest, h.temperature_c);
        }
        summary.first_year = summary.first_year == 0 ? h.year : std::min(summary.first_year, h.year);
        summary.last_year = std::max(summary.last_year, h.year);
    }
    std::ranges::transform(months, summary.months.begin(), &MonthSums::means);
    summary.year = year.means();
    if (coldest <= warmest) summary.coldest_c = coldest, summary.warmest_c = warmest;
    return summary;
}

}  // namespace dure::energy
