// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/energy/network.hpp"
#include "engine/energy/weather/series.hpp"
#include "server/db/database.hpp"
#include "server/desks/energy/desk.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/weather_store.hpp"
#include "server/desks/energy/weather_views.hpp"

/// Series of a plan from a weather file, in the caller's transaction.
namespace dure::desks::energy {

/// The file of an upload. 422 with the codes of read_epw, the pointer /text and the parameter line.
dure::energy::Weather read_weather(const WeatherUpload& upload);

struct MadeSeries {
    dure::energy::SeriesInfo info;
    std::vector<double> values;
};

/// What the upload asks for, on the plan's periods. 422, each with its pointer below /series: weather.
/// unknown_series, weather.other_unit {unit, needed}, weather.bad_time, and what weather_series refuses.
std::vector<MadeSeries> make_weather_series(const WeatherUpload& upload, const dure::energy::Weather& weather,
                                            const dure::energy::Network& network);

/// Old and new side by side.
std::vector<WeatherComparison> compare_series(db::Connection& c, const PlanRecord& plan,
                                              const std::vector<MadeSeries>& made);

/// Writes them all as one change of the plan, which can be undone. 422 weather.reason_needed,
/// weather.no_series.
void apply_weather(db::Connection& c, const Desk& desk, const PlanRecord& plan, const WeatherUpload& upload,
                   const dure::energy::Weather& weather, const std::vector<MadeSeries>& made, const Who& who);

/// Puts values, words and sources back as they were. 409 weather.undone_already; 409 weather.changed_since
/// {name} where a series has other values by now.
void undo_series_change(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                        const SeriesChangeRecord& change, const Who& who);

SeriesChangeList present_series_changes(db::Connection& c, const PlanRecord& plan, const auth::Actor& reader);

}  // namespace dure::desks::energy
