// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/weather/series.hpp"

/// What comes in about weather files and what leaves.
namespace dure::desks::energy {

enum class WeatherKind { pv, wind, cop, heat };

/// Schema WeatherWish: a series of the plan and how it is made; what is left out is the engine's default.
struct WeatherWish {
    std::string name;
    WeatherKind use = WeatherKind::pv;
    std::optional<double> tilt_deg, azimuth_deg, losses, hub_m, shear, sink_c, quality, annual_mwh, base_c;
    std::optional<std::string> power_curve;  ///< CSV
};

/// Schema WeatherUpload.
struct WeatherUpload {
    std::string file, text;
    std::vector<WeatherWish> series;
    std::optional<std::string> reason;  ///< needed to apply
};

struct WeatherPlaceView {
    std::string city, region, country, source, station;
    double latitude_deg = 0, longitude_deg = 0, utc_offset_hours = 0, elevation_m = 0;
};

struct WeatherMonthView {
    std::optional<double> temperature_c, wind_m_s, global_kwh_m2_day;
    std::int64_t hours = 0;
};

struct WeatherGapView {
    std::string column;
    std::int64_t line = 0;
};

/// Schema SeriesFigures.
struct SeriesFigures {
    std::int64_t length = 0;
    double sum = 0, minimum = 0, maximum = 0;
};

/// Schema WeatherComparison: a series as it is and as the file would make it.
struct WeatherComparison {
    std::string name, unit, method;
    std::optional<SeriesFigures> before;
    SeriesFigures after;
};

/// Schema WeatherPreview.
struct WeatherPreview {
    WeatherPlaceView place;
    std::int64_t hours = 0, first_year = 0, last_year = 0;
    std::vector<WeatherMonthView> months;
    WeatherMonthView year;
    double coldest_c = 0, warmest_c = 0;
    std::int64_t gap_count = 0;
    std::vector<WeatherGapView> gaps;  ///< the first hundred
    std::vector<WeatherComparison> series;
};

/// Schema SeriesChange.
struct SeriesChangeView {
    std::string id, file, place, reason, changed_by, created;
    std::optional<std::string> undone, undone_by;
    std::vector<WeatherComparison> series;
    std::vector<std::string> actions;
};

/// Schema SeriesChangeList.
struct SeriesChangeList {
    std::vector<SeriesChangeView> items;
};

/// What is said of a series besides its values, and what was known of where it comes from.
struct SeriesSaid {
    std::string unit, origin, method, source;
};
struct SeriesKnown {
    std::optional<std::string> source, figure;
    std::optional<std::int64_t> price_year;
    std::string note_ko, note_en, reason;
};

/// One series of a change, as its row keeps it.
struct ChangedSeries {
    std::string name;
    SeriesSaid said_before, said_after;
    std::optional<std::string> hash_before;  ///< none: it had no values
    std::string hash_after;
    std::optional<SeriesFigures> before;
    SeriesFigures after;
    std::optional<SeriesKnown> known;
};

Checked<WeatherUpload> decode_weather_upload(std::string_view json);
std::vector<ChangedSeries> decode_changed_series(std::string_view json);
std::string encode(const std::vector<ChangedSeries>& items);
std::string encode(const WeatherPreview& view);
std::string encode(const SeriesChangeList& view);

/// The engine's word for a wish. Errors of the power curve have the pointer "/power_curve".
Checked<dure::energy::WeatherUse> use_of(const WeatherWish& wish);

WeatherPreview present(const dure::energy::Weather& weather);

}  // namespace dure::desks::energy
