// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/energy/weather/axis.hpp"
#include "engine/energy/weather/heat_demand.hpp"
#include "engine/energy/weather/heat_pump.hpp"
#include "engine/energy/weather/photovoltaic.hpp"
#include "engine/energy/weather/wind.hpp"

namespace dure::energy {

/// What a plan's series can be made of a weather file.
using WeatherUse = std::variant<Panels, Turbine, HeatPump, HeatDemand>;

/// "per_unit", "per_unit", "cop", "MW", as SeriesInfo::unit.
std::string unit_of(const WeatherUse& use);
/// How it is made, in one line with its numbers, as SeriesInfo::method.
std::string method_of(const WeatherUse& use);

/// A value a period of `axis`. Heat keeps to the yearly sum over the whole year that begins with the axis.
/// Errors: weather.gap {column, count} with the line of the first value that is missing and needed,
/// weather.no_heat {base} where no hour lies below the base temperature.
Checked<std::vector<double>> weather_series(const Weather& weather, const WeatherUse& use,
                                            const WeatherAxis& axis, std::string_view file);

}  // namespace dure::energy
