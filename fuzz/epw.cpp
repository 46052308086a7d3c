// SPDX-License-Identifier: Apache-2.0
// Any bytes as a weather file: an answer or errors with their lines, never a crash; every year that is read
// has a PV yield, and each series that can be made of it is finite and lies on the year asked for.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/weather/series.hpp"
#include "engine/energy/weather/summary.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto weather = dure::energy::read_epw(text, "fuzz.epw");
    if (!weather) {
        if (weather.error().empty() || weather.error().size() > 101) std::abort();
        return 0;
    }
    for (const double pu : dure::energy::photovoltaic(*weather, {}))
        if (pu < 0 || pu > 1) std::abort();
    dure::energy::summarise(*weather);
    using namespace dure::energy;
    const auto axis = year_of(*weather, 2028);
    for (const WeatherUse& use :
         {WeatherUse(Turbine{}), WeatherUse(HeatPump{}), WeatherUse(HeatDemand{1000})}) {
        const auto made = weather_series(*weather, use, axis, "fuzz.epw");
        if (!made) continue;
        if (made->size() != 8784) std::abort();
        for (const double v : *made)
            if (!std::isfinite(v) || v < 0) std::abort();
    }
    return 0;
}
