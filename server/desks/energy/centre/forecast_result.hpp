// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/forecast/forecast.hpp"
#include "server/desks/energy/centre/forecast.hpp"

namespace dure::desks::energy {

enum class ForecastMethod { trend, drivers, end_uses };

/// A past year with the figure that it is.
struct HistoryYear {
    std::int64_t year = 0;
    double value = 0;
    std::string figure, source;
    std::optional<std::string> link;
};
/// One sector by three methods, each computed or refused.
struct SectorResult {
    std::string sector;
    std::string unit;  ///< of the figures; empty where there is none
    std::vector<HistoryYear> history;
    Expected<dure::energy::forecast::Forecast> trend, drivers, end_uses;
};
/// Beside the engine's errors: forecast.two_sources {year}: name the source to be used; forecast.mixed_units
/// {unit, other}.
std::vector<SectorResult> compute_forecast(db::Connection& c, const ForecastContent& content);

const Expected<dure::energy::forecast::Forecast>& by(const SectorResult& result, ForecastMethod method);

/// MWh in one of the unit; none: it is no unit of energy.
std::optional<double> mwh_in(const std::string& unit);

}  // namespace dure::desks::energy
