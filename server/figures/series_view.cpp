// SPDX-License-Identifier: Apache-2.0
#include "server/figures/series_view.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/figure_check.hpp"
#include "server/figures/figure_described.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(SeriesFigure, (FigureView), (shown_value, shown_low, shown_high, year))
BOOST_DESCRIBE_STRUCT(Disagreement, (), (region, sector, item, period, figures, lowest, highest))
BOOST_DESCRIBE_STRUCT(PathNeeded, (),
                      (baseline, region, from_figure, to_figure, from_year, to_year, from_value, to_value,
                       from_baseline, per_year, percent_per_year))
BOOST_DESCRIBE_STRUCT(IndicatorSeries, (), (indicator, unit, units, this_year, figures, disagreements, paths))

namespace {

constexpr double kSame = 1e-9;

std::optional<double> shown(std::optional<double> value, const std::string& from, const energy::Unit& to) {
    const auto unit = energy::read_unit(from);
    if (!value || !unit) return std::nullopt;
    const auto converted = energy::convert(*value, *unit, to);
    return converted ? std::optional(*converted) : std::nullopt;
}

bool is_known(const SeriesFigure& one) {
    return one.kind == Kind::actual || one.kind == Kind::baseline;
}

std::vector<Disagreement> find_disagreements(const std::vector<SeriesFigure>& figures) {
    // A baseline is told apart by its version, a target and a forecast by the same; what was measured is one.
    using Key = std::tuple<std::string, std::string, std::string, std::string>;
    std::map<Key, std::vector<const SeriesFigure*>> groups;
    for (const SeriesFigure& one : figures)
        if (is_known(one) && one.shown_value)
            groups[{one.region, one.sector, one.item, one.period}].push_back(&one);
    std::vector<Disagreement> found;
    for (const auto& [key, group] : groups) {
        const auto [low, high] =
            std::ranges::minmax(group, {}, [](const SeriesFigure* one) { return *one->shown_value; });
        const double a = *low->shown_value, b = *high->shown_value;
        if (b - a <= kSame * std::max(std::abs(a), std::abs(b))) continue;
        Disagreement one{std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), {}, a, b};
        for (const SeriesFigure* figure : group) one.figures.push_back(figure->id);
        found.push_back(std::move(one));
    }
    return found;
}

/// The newest value known of the whole of a region; a baseline's own where none is newer.
const SeriesFigure* newest(const std::vector<SeriesFigure>& figures, const SeriesFigure& target) {
    const SeriesFigure* best = nullptr;
    for (const SeriesFigure& one : figures) {
        const bool fits =
            one.region == target.region && one.sector == target.sector && one.item == target.item &&
            one.year && one.shown_value &&
            (one.kind == Kind::actual || (one.kind == Kind::baseline && one.baseline == target.baseline));
        if (!fits) continue;
        if (!best || *one.year > *best->year ||
            (*one.year == *best->year && one.kind == Kind::actual && best->kind == Kind::baseline))
            best = &one;
    }
    return best;
}

std::vector<PathNeeded> find_paths(const std::vector<SeriesFigure>& figures, std::int64_t this_year) {
    std::vector<PathNeeded> paths;
    for (const SeriesFigure& target : figures) {
        if (target.kind != Kind::target || !target.year || !target.shown_value || *target.year <= this_year)
            continue;
        const SeriesFigure* from = newest(figures, target);
        if (!from) continue;
        PathNeeded path{.baseline = target.baseline.value_or(""),
                        .region = target.region,
                        .from_figure = from->id,
                        .to_figure = target.id,
                        .from_year = *from->year,
                        .to_year = *target.year,
                        .from_value = *from->shown_value,
                        .to_value = *target.shown_value,
                        .from_baseline = from->kind == Kind::baseline,
                        .percent_per_year = {}};
        const auto years = static_cast<double>(path.to_year - std::max(this_year, path.from_year));
        path.per_year = (path.to_value - path.from_value) / years;
        if (path.from_value > 0 && path.to_value > 0)
            path.percent_per_year = 100 * (std::pow(path.to_value / path.from_value, 1 / years) - 1);
        paths.push_back(std::move(path));
    }
    return paths;
}

}  // namespace

IndicatorSeries series_view(const Indicator& indicator, const std::vector<Figure>& figures,
                            const std::string& unit, std::int64_t this_year, const auth::Actor& reader) {
    const energy::Unit to = energy::read_unit(unit).value();
    IndicatorSeries series{.indicator = indicator.code,
                           .unit = unit,
                           .units = {},
                           .this_year = this_year,
                           .figures = {},
                           .disagreements = {},
                           .paths = {}};
    for (const auto& one : energy::offered_units())
        if (energy::read_unit(one.name).value().dimension == to.dimension)
            series.units.emplace_back(one.name);
    if (std::ranges::find(series.units, unit) == series.units.end()) series.units.push_back(unit);
    for (const Figure& one : figures) {
        SeriesFigure view{present(one, reader)};
        view.shown_value = shown(one.content.value, one.content.unit, to);
        view.shown_low = shown(one.content.low, one.content.unit, to);
        view.shown_high = shown(one.content.high, one.content.unit, to);
        if (const auto period = energy::read_period(one.content.period))
            if (const auto year = period->year()) view.year = *year;
        series.figures.push_back(std::move(view));
    }
    series.disagreements = find_disagreements(series.figures);
    series.paths = find_paths(series.figures, this_year);
    return series;
}

std::string encode(const IndicatorSeries& series) {
    return codec::encode(series);
}

}  // namespace dure::figures
