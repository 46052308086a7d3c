// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/weather_service.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "engine/energy/formats/local_times.hpp"
#include "engine/energy/parameters.hpp"
#include "server/desks/energy/assumption_service.hpp"
#include "server/desks/energy/assumption_store.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/period_clock.hpp"
#include "server/desks/energy/plan_service.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

using dure::energy::Network;
using dure::energy::SeriesInfo;

void point_to(Errors& errors, const std::string& pointer) {
    for (Error& error : errors) {
        error.pointer = pointer + error.pointer;
        error.file.clear();
        if (error.line > 0) error.params.emplace_back("line", std::to_string(error.line));
    }
}

dure::energy::WeatherAxis axis_of(const dure::energy::Time& time) {
    const PeriodClock clock(time);
    return {std::chrono::sys_seconds(
                std::chrono::floor<std::chrono::seconds>(std::chrono::microseconds(clock.start_of(0)))),
            time.periods, time.hours_per_period};
}

SeriesFigures figures_of(const SeriesRecord& one) {
    return {one.length, one.total, one.minimum, one.maximum};
}

SeriesSaid said_of(const SeriesInfo& info) {
    return {info.unit, info.origin, info.method, info.source};
}

std::string source_of(const dure::energy::Weather& weather, const std::string& file) {
    return shortened(file + ": " + weather.location_line, 990);
}

/// The address of a series among the plan's numbers; empty where it has none.
std::string address_of(const Network& network, const std::string& series) {
    for (auto& one : dure::energy::parameters(network))
        if (one.list == "series" && one.name == series) return one.at;
    return {};
}

std::optional<SeriesKnown> known_of(db::Connection& c, const PlanRecord& plan, const std::string& at) {
    const auto row = find_assumption(c, plan.id, at);
    if (!row) return std::nullopt;
    return SeriesKnown{row->source, row->figure, row->price_year, row->note_ko, row->note_en, row->reason};
}

/// What was known of a series before holds for it again.
void know_again(db::Connection& c, const PlanRecord& plan, const std::string& at, const SeriesKnown& known,
                const Who& who) {
    auto row = find_assumption(c, plan.id, at);
    if (!row) return;
    row->source = known.source;
    row->figure = known.figure;
    row->price_year = known.price_year;
    row->note_ko = known.note_ko;
    row->note_en = known.note_en;
    row->reason = known.reason;
    row->owner = who.actor.account;
    row->updated = plan.updated;
    if (!update_assumption(c, *row)) http::refuse(412, "http.stale");
}

SeriesInfo* info_of(Network& network, const std::string& name) {
    const auto found = std::ranges::find(network.series, name, &SeriesInfo::name);
    return found == network.series.end() ? nullptr : &*found;
}

std::optional<std::string> hash_of(const std::vector<SeriesRecord>& series, const std::string& name) {
    const auto found = std::ranges::find(series, name, &SeriesRecord::name);
    if (found == series.end()) return std::nullopt;
    return found->hash;
}

}  // namespace

dure::energy::Weather read_weather(const WeatherUpload& upload) {
    auto weather = dure::energy::read_epw(upload.text, "");
    if (!weather) {
        point_to(weather.error(), "/text");
        http::refuse_fields(std::move(weather.error()));
    }
    return std::move(*weather);
}

std::vector<MadeSeries> make_weather_series(const WeatherUpload& upload, const dure::energy::Weather& weather,
                                            const Network& network) {
    std::vector<MadeSeries> made;
    Errors errors;
    const bool timed = !dure::energy::local_times(network.time).empty();
    for (std::size_t i = 0; i < upload.series.size(); ++i) {
        const WeatherWish& wish = upload.series[i];
        const std::string pointer = fmt::format("/series/{}", i);
        const auto known = std::ranges::find(network.series, wish.name, &SeriesInfo::name);
        if (known == network.series.end()) {
            errors.push_back({.code = "weather.unknown_series",
                              .params = {{"name", wish.name}},
                              .pointer = pointer + "/name"});
            continue;
        }
        auto use = use_of(wish);
        if (!use) {
            point_to(use.error(), pointer);
            errors.insert(errors.end(), use.error().begin(), use.error().end());
            continue;
        }
        if (const auto unit = unit_of(*use); unit != known->unit) {
            errors.push_back({.code = "weather.other_unit",
                              .params = {{"name", wish.name}, {"unit", known->unit}, {"needed", unit}},
                              .pointer = pointer + "/use"});
            continue;
        }
        if (!timed) {
            errors.push_back({.code = "weather.bad_time", .pointer = pointer + "/name"});
            continue;
        }
        auto values = dure::energy::weather_series(weather, *use, axis_of(network.time), "");
        if (!values) {
            point_to(values.error(), pointer + "/use");
            errors.insert(errors.end(), values.error().begin(), values.error().end());
            continue;
        }
        made.push_back({{.name = wish.name,
                         .unit = unit_of(*use),
                         .origin = "imported",
                         .method = method_of(*use),
                         .source = source_of(weather, upload.file)},
                        std::move(*values)});
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
    return made;
}

std::vector<WeatherComparison> compare_series(db::Connection& c, const PlanRecord& plan,
                                              const std::vector<MadeSeries>& made) {
    const auto old = plan_series(c, plan.id);
    std::vector<WeatherComparison> all;
    for (const MadeSeries& one : made) {
        WeatherComparison view{.name = one.info.name, .unit = one.info.unit, .method = one.info.method};
        if (const auto found = std::ranges::find(old, one.info.name, &SeriesRecord::name); found != old.end())
            view.before = figures_of(*found);
        view.after.length = static_cast<std::int64_t>(one.values.size());
        if (!one.values.empty()) {
            const auto [least, most] = std::ranges::minmax(one.values);
            view.after.minimum = least;
            view.after.maximum = most;
        }
        for (const double v : one.values) view.after.sum += v;
        all.push_back(std::move(view));
    }
    return all;
}

void apply_weather(db::Connection& c, const Desk& desk, const PlanRecord& plan, const WeatherUpload& upload,
                   const dure::energy::Weather& weather, const std::vector<MadeSeries>& made,
                   const Who& who) {
    if (made.empty()) http::refuse_fields({{.code = "weather.no_series", .pointer = "/series"}});
    if (upload.reason.value_or("").find_first_not_of(" \t\r\n") == std::string::npos)
        http::refuse_fields({{.code = "weather.reason_needed", .pointer = "/reason"}});
    const auto before = decode_network(plan_model(c, plan.id)).value();
    auto network = before;
    auto series = plan_series(c, plan.id);
    const Instant now = desk.clock();
    std::vector<ChangedSeries> items;
    std::vector<std::string> names;
    for (const MadeSeries& one : made) {
        SeriesInfo& info = *info_of(network, one.info.name);
        ChangedSeries item{.name = one.info.name,
                           .said_before = said_of(info),
                           .said_after = said_of(one.info),
                           .hash_before = hash_of(series, one.info.name),
                           .known = known_of(c, plan, address_of(before, one.info.name))};
        if (const auto old = std::ranges::find(series, one.info.name, &SeriesRecord::name);
            old != series.end()) {
            item.before = figures_of(*old);
            series.erase(old);
        }
        series.push_back(keep_series(c, one.info.name, one.values, now));
        item.hash_after = series.back().hash;
        item.after = figures_of(series.back());
        info = one.info;
        names.push_back(one.info.name);
        items.push_back(std::move(item));
    }
    set_plan_series(c, plan.id, series);
    PlanRecord changed = plan;
    changed.updated = now;
    forget_sources(c, changed, before, network, names, who);
    save_model(c, desk, changed, network, who, "apply_weather");
    insert_series_change(c, {.id = desk.ids.next(),
                             .plan = plan.id,
                             .file = upload.file,
                             .place = weather.place.city + ", " + weather.place.country,
                             .reason = *upload.reason,
                             .items = encode(items),
                             .owner = who.actor.account,
                             .created = now});
}

void undo_series_change(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                        const SeriesChangeRecord& change, const Who& who) {
    if (change.undone) http::refuse(409, "weather.undone_already");
    const auto before = decode_network(plan_model(c, plan.id)).value();
    auto network = before;
    auto series = plan_series(c, plan.id);
    const auto items = decode_changed_series(change.items);
    std::vector<std::string> names;
    for (const ChangedSeries& item : items) {
        SeriesInfo* info = info_of(network, item.name);
        if (!info || hash_of(series, item.name) != item.hash_after)
            http::refuse(409, "weather.changed_since", {{"name", item.name}});
        const SeriesSaid& said = item.said_before;
        *info = {item.name, said.unit, said.origin, said.method, said.source};
        std::erase_if(series, [&](const SeriesRecord& one) { return one.name == item.name; });
        if (item.hash_before) series.push_back({.name = item.name, .hash = *item.hash_before});
        names.push_back(item.name);
    }
    set_plan_series(c, plan.id, series);
    PlanRecord changed = plan;
    changed.updated = desk.clock();
    forget_sources(c, changed, before, network, names, who);
    for (const ChangedSeries& item : items)
        if (item.known) know_again(c, changed, address_of(network, item.name), *item.known, who);
    save_model(c, desk, changed, network, who, "undo_series_change");
    if (!set_series_change_undone(c, change.id, changed.updated, who.actor.account))
        http::refuse(409, "weather.undone_already");
}

SeriesChangeList present_series_changes(db::Connection& c, const PlanRecord& plan,
                                        const auth::Actor& reader) {
    const auto series = plan_series(c, plan.id);
    SeriesChangeList list;
    for (const SeriesChangeRecord& one : plan_series_changes(c, plan.id)) {
        SeriesChangeView view{.id = one.id,
                              .file = one.file,
                              .place = one.place,
                              .reason = one.reason,
                              .changed_by = one.owner_name,
                              .created = utc_text(one.created),
                              .undone_by = one.undone_by_name};
        if (one.undone) view.undone = utc_text(*one.undone);
        bool stands = !one.undone;
        for (auto& item : decode_changed_series(one.items)) {
            stands = stands && hash_of(series, item.name) == item.hash_after;
            view.series.push_back({.name = item.name,
                                   .unit = item.said_after.unit,
                                   .method = item.said_after.method,
                                   .before = item.before,
                                   .after = item.after});
        }
        if (stands && can(reader, PlanAction::change, plan)) view.actions.emplace_back("undo_series_change");
        list.items.push_back(std::move(view));
    }
    return list;
}

}  // namespace dure::desks::energy
