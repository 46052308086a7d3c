// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/weather_views.hpp"

#include <algorithm>
#include <utility>

#include "engine/energy/weather/summary.hpp"
#include "server/codec/codec.hpp"

namespace dure::desks::energy {

using codec::optional;
using codec::required;
using codec::Rule;

namespace {

constexpr std::size_t kMostGaps = 100;
constexpr std::size_t kMostSeries = 20;

WeatherMonthView month_view(const dure::energy::WeatherMonth& month) {
    return {month.temperature_c, month.wind_m_s, month.global_kwh_m2_day, month.hours};
}

}  // namespace

BOOST_DESCRIBE_ENUM(WeatherKind, pv, wind, cop, heat)
BOOST_DESCRIBE_STRUCT(WeatherWish, (),
                      (name, use, tilt_deg, azimuth_deg, losses, hub_m, shear, sink_c, quality, annual_mwh,
                       base_c, power_curve))
std::span<const Rule> json_rules(const WeatherWish*) {
    static const Rule rules[] = {required("name").length(1, 100),
                                 required("use"),
                                 optional("tilt_deg").at_least(0).at_most(90),
                                 optional("azimuth_deg").at_least(0).at_most(360),
                                 optional("losses").at_least(0).at_most(0.9),
                                 optional("hub_m").at_least(5).at_most(300),
                                 optional("shear").at_least(0).at_most(0.6),
                                 optional("sink_c").at_least(20).at_most(120),
                                 optional("quality").at_least(0.05).at_most(0.9),
                                 optional("annual_mwh").above(0).at_most(1e12),
                                 optional("base_c").at_least(0).at_most(30),
                                 optional("power_curve").length(1, 20000)};
    return rules;
}
void json_check(const WeatherWish& wish, codec::Reader& reader) {
    if (wish.use == WeatherKind::heat && !wish.annual_mwh)
        reader.refuse("json.missing", {{"name", "annual_mwh"}}, "/annual_mwh");
}

BOOST_DESCRIBE_STRUCT(WeatherUpload, (), (file, text, series, reason))
std::span<const Rule> json_rules(const WeatherUpload*) {
    static const Rule rules[] = {required("file").length(1, 200), required("text"),
                                 optional("series").items(0, kMostSeries),
                                 optional("reason").length(0, 1000)};
    return rules;
}
void json_check(const WeatherUpload& upload, codec::Reader& reader) {
    for (std::size_t i = 1; i < upload.series.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (upload.series[i].name == upload.series[k].name) {
                reader.refuse("weather.twice", {{"name", upload.series[i].name}},
                              "/series/" + std::to_string(i) + "/name");
                break;
            }
}

BOOST_DESCRIBE_STRUCT(WeatherPlaceView, (),
                      (city, region, country, source, station, latitude_deg, longitude_deg, utc_offset_hours,
                       elevation_m))
BOOST_DESCRIBE_STRUCT(WeatherMonthView, (), (temperature_c, wind_m_s, global_kwh_m2_day, hours))
BOOST_DESCRIBE_STRUCT(WeatherGapView, (), (column, line))
BOOST_DESCRIBE_STRUCT(SeriesFigures, (), (length, sum, minimum, maximum))
BOOST_DESCRIBE_STRUCT(WeatherComparison, (), (name, unit, method, before, after))
BOOST_DESCRIBE_STRUCT(WeatherPreview, (),
                      (place, hours, first_year, last_year, months, year, coldest_c, warmest_c, gap_count,
                       gaps, series))
BOOST_DESCRIBE_STRUCT(SeriesChangeView, (),
                      (id, file, place, reason, changed_by, created, undone, undone_by, series, actions))
BOOST_DESCRIBE_STRUCT(SeriesChangeList, (), (items))
BOOST_DESCRIBE_STRUCT(SeriesSaid, (), (unit, origin, method, source))
BOOST_DESCRIBE_STRUCT(SeriesKnown, (), (source, figure, price_year, note_ko, note_en, reason))
BOOST_DESCRIBE_STRUCT(ChangedSeries, (),
                      (name, said_before, said_after, hash_before, hash_after, before, after, known))

Checked<WeatherUpload> decode_weather_upload(std::string_view json) {
    return codec::decode<WeatherUpload>(json);
}
std::vector<ChangedSeries> decode_changed_series(std::string_view json) {
    return codec::decode<std::vector<ChangedSeries>>(json).value();
}
std::string encode(const std::vector<ChangedSeries>& items) {
    return codec::encode(items);
}
std::string encode(const WeatherPreview& view) {
    return codec::encode(view);
}
std::string encode(const SeriesChangeList& view) {
    return codec::encode(view);
}

Checked<dure::energy::WeatherUse> use_of(const WeatherWish& wish) {
    switch (wish.use) {
        case WeatherKind::pv: {
            dure::energy::Panels panels;
            panels.tilt_deg = wish.tilt_deg.value_or(panels.tilt_deg);
            panels.azimuth_deg = wish.azimuth_deg.value_or(panels.azimuth_deg);
            panels.losses = wish.losses.value_or(panels.losses);
            return panels;
        }
        case WeatherKind::wind: {
            dure::energy::Turbine turbine;
            turbine.hub_m = wish.hub_m.value_or(turbine.hub_m);
            turbine.shear = wish.shear.value_or(turbine.shear);
            turbine.losses = wish.losses.value_or(turbine.losses);
            if (wish.power_curve) {
                auto curve = dure::energy::read_power_curve(*wish.power_curve, "");
                if (!curve) {
                    for (Error& error : curve.error()) error.pointer = "/power_curve";
                    return std::unexpected(std::move(curve.error()));
                }
                turbine.curve = std::move(*curve);
            }
            return turbine;
        }
        case WeatherKind::cop: {
            dure::energy::HeatPump pump;
            pump.sink_c = wish.sink_c.value_or(pump.sink_c);
            pump.quality = wish.quality.value_or(pump.quality);
            return pump;
        }
        case WeatherKind::heat: {
            dure::energy::HeatDemand demand;
            demand.annual_mwh = wish.annual_mwh.value_or(0);
            demand.base_c = wish.base_c.value_or(demand.base_c);
            return demand;
        }
    }
    return std::unexpected(Errors{});
}

WeatherPreview present(const dure::energy::Weather& weather) {
    const auto summary = dure::energy::summarise(weather);
    const auto& at = weather.place;
    WeatherPreview view{.place = {at.city, at.region, at.country, at.source, at.station, at.latitude_deg,
                                  at.longitude_deg, at.utc_offset_hours, at.elevation_m},
                        .hours = static_cast<std::int64_t>(weather.hours.size()),
                        .first_year = summary.first_year,
                        .last_year = summary.last_year,
                        .year = month_view(summary.year),
                        .coldest_c = summary.coldest_c,
                        .warmest_c = summary.warmest_c,
                        .gap_count = static_cast<std::int64_t>(weather.gaps.size())};
    for (const auto& month : summary.months) view.months.push_back(month_view(month));
    for (std::size_t i = 0; i < std::min(kMostGaps, weather.gaps.size()); ++i)
        view.gaps.push_back(
            {std::string(dure::energy::name_of(weather.gaps[i].column)), weather.gaps[i].line});
    return view;
}

}  // namespace dure::desks::energy
