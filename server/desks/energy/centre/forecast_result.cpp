// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/forecast_result.hpp"

#include <algorithm>
#include <map>

#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/figure_store.hpp"
#include "server/figures/vocabulary_store.hpp"

namespace dure::desks::energy {

namespace ahead = dure::energy::forecast;

namespace {

/// How many of the other unit one of the unit is; none: they measure different things.
std::optional<double> times(const std::string& unit, std::string_view other) {
    const auto from = dure::energy::read_unit(unit), to = dure::energy::read_unit(other);
    if (!from || !to) return std::nullopt;
    const auto converted = dure::energy::convert(1, *from, *to);
    return converted ? std::optional(*converted) : std::nullopt;
}

std::optional<int> whole_year(const figures::Figure& one) {
    const auto period = dure::energy::read_period(one.content.period);
    return period && period->is_year() ? period->year() : std::nullopt;
}

struct History {
    std::string unit;
    std::vector<HistoryYear> years;
    std::optional<Error> refused;
};

/// What was, by year; nothing is averaged: where two figures of a year remain, the reader is asked which.
History history_of(const std::vector<figures::Figure>& series, const ForecastContent& content,
                   const std::string& sector) {
    History history;
    std::map<int, HistoryYear> years;
    for (const figures::Figure& one : series) {
        const auto year = whole_year(one);
        if (!year || one.content.kind != figures::Kind::actual) continue;
        if (one.content.sector != sector || one.content.item != content.item) continue;
        if (content.source && one.source_code != content.source) continue;
        if (history.unit.empty()) history.unit = one.content.unit;
        const auto factor = one.content.unit == history.unit ? 1 : times(one.content.unit, history.unit);
        if (!factor)
            history.refused = Error{.code = "forecast.mixed_units",
                                    .params = {{"unit", history.unit}, {"other", one.content.unit}}};
        const HistoryYear found{.year = *year,
                                .value = one.content.value * factor.value_or(1),
                                .figure = one.id,
                                .source = one.source_document.value_or(""),
                                .link = one.source_link};
        if (!years.emplace(*year, found).second && !history.refused)
            history.refused =
                Error{.code = "forecast.two_sources", .params = {{"year", std::to_string(*year)}}};
    }
    for (const auto& [year, one] : years) history.years.push_back(one);
    return history;
}

std::vector<ahead::Sample> samples_of(const History& history) {
    std::vector<ahead::Sample> samples;
    for (const HistoryYear& one : history.years) samples.push_back({static_cast<int>(one.year), one.value});
    return samples;
}

/// The row's points, and before them what figures know of its indicator.
std::vector<ahead::Sample> path_of(db::Connection& c, const ForecastContent& content, const Assumption& row) {
    std::map<int, double> values;
    if (row.indicator)
        for (const figures::Figure& one : figures::series_of(c, *row.indicator, {content.region})) {
            const auto year = whole_year(one);
            if (year && one.content.kind == figures::Kind::actual && one.content.sector.empty() &&
                one.content.item.empty())
                if (const auto factor = one.content.unit == row.unit ? 1 : times(one.content.unit, row.unit))
                    values.emplace(*year, one.content.value * *factor);
        }
    for (const AssumptionPoint& point : row.points) values[static_cast<int>(point.year)] = point.value;
    std::vector<ahead::Sample> path;
    for (const auto& [year, value] : values) path.push_back({year, value});
    return path;
}

std::vector<ahead::Driver> drivers_of(db::Connection& c, const ForecastContent& content,
                                      const ForecastSector& sector) {
    std::vector<ahead::Driver> drivers;
    for (const DriverChoice& choice : sector.drivers) {
        const Assumption& row = *assumption_of(content, choice.driver);
        ahead::Driver driver{.name = row.name, .values = path_of(c, content, row), .elasticity = {}};
        if (choice.elasticity)
            driver.elasticity = assumption_of(content, *choice.elasticity)->points.front().value;
        drivers.push_back(std::move(driver));
    }
    return drivers;
}

std::vector<ahead::EndUse> end_uses_of(db::Connection& c, const ForecastContent& content,
                                       const ForecastSector& sector) {
    std::vector<ahead::EndUse> uses;
    for (const EndUseChoice& choice : sector.end_uses) {
        ahead::EndUse use{.name = choice.name,
                          .activity = path_of(c, content, *assumption_of(content, choice.activity)),
                          .intensity = path_of(c, content, *assumption_of(content, choice.intensity)),
                          .uncertainty_percent = choice.uncertainty_percent};
        for (ahead::Sample& one : use.intensity) one.value *= choice.factor;
        uses.push_back(std::move(use));
    }
    return uses;
}

}  // namespace

std::vector<SectorResult> compute_forecast(db::Connection& c, const ForecastContent& content) {
    const auto series = figures::series_of(c, content.indicator, {content.region});
    const auto words = figures::read_vocabulary(c);
    const figures::Indicator* indicator = words.indicator(content.indicator);
    const ahead::Wanted wanted{.to_year = static_cast<int>(content.to_year),
                               .level = content.level_percent / 100,
                               .held_out = static_cast<int>(content.held_out)};
    std::vector<SectorResult> results;
    for (const ForecastSector& sector : content.sectors) {
        History history = history_of(series, content, sector.sector);
        if (history.unit.empty() && indicator) history.unit = indicator->unit;
        if (history.refused) {
            const auto refused = std::unexpected(*history.refused);
            results.push_back(
                {sector.sector, history.unit, std::move(history.years), refused, refused, refused});
            continue;
        }
        const auto samples = samples_of(history);
        results.push_back({.sector = sector.sector,
                           .unit = history.unit,
                           .history = std::move(history.years),
                           .trend = ahead::by_trend(samples, wanted),
                           .drivers = ahead::by_drivers(samples, drivers_of(c, content, sector), wanted),
                           .end_uses = ahead::by_end_uses(samples, end_uses_of(c, content, sector), wanted)});
    }
    return results;
}

const Expected<ahead::Forecast>& by(const SectorResult& result, ForecastMethod method) {
    return method == ForecastMethod::trend     ? result.trend
           : method == ForecastMethod::drivers ? result.drivers
                                               : result.end_uses;
}

std::optional<double> mwh_in(const std::string& unit) {
    return times(unit, "MWh");
}

}  // namespace dure::desks::energy
