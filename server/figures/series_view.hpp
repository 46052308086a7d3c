// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/figures/figure_codec.hpp"
#include "server/figures/vocabulary_store.hpp"

/// What the page of an indicator shows: every known figure in one unit, what disagrees, and what the targets
/// ask for. Nothing is averaged and no gap is filled. Pure.
namespace dure::figures {

/// A figure in the unit that was asked for; none where it has another dimension (dollars beside won).
struct SeriesFigure : FigureView {
    std::optional<double> shown_value, shown_low, shown_high;
    std::optional<std::int64_t> year;  ///< the calendar year that it lies in
};

/// Figures of one region, sector, item and period that are not the same: a difference to be named, not
/// mended.
struct Disagreement {
    std::string region, sector, item, period;
    std::vector<std::string> figures;  ///< ids
    double lowest = 0, highest = 0;    ///< in the unit shown
};

/// From what is known last to one target.
struct PathNeeded {
    std::string baseline, region;
    std::string from_figure, to_figure;
    std::int64_t from_year = 0, to_year = 0;
    double from_value = 0, to_value = 0;
    bool from_baseline = false;              ///< no newer value is known than the baseline's own
    double per_year = 0;                     ///< change a year from this year on, linear, in the unit shown
    std::optional<double> percent_per_year;  ///< the same as a steady rate; none towards zero
};

/// Schema IndicatorSeries.
struct IndicatorSeries {
    std::string indicator, unit;
    std::vector<std::string> units;  ///< that it can be shown in
    std::int64_t this_year = 0;
    std::vector<SeriesFigure> figures;
    std::vector<Disagreement> disagreements;
    std::vector<PathNeeded> paths;
};

/// `unit` must be readable.
IndicatorSeries series_view(const Indicator& indicator, const std::vector<Figure>& figures,
                            const std::string& unit, std::int64_t this_year, const auth::Actor& reader);
std::string encode(const IndicatorSeries& series);

}  // namespace dure::figures
