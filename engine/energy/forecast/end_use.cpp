// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/energy/forecast/forecast.hpp"

namespace dure::energy::forecast {
namespace {

struct Paths {
    std::string name;
    std::vector<Sample> activity, intensity;
    double uncertainty_percent = 0;
};

Expected<std::vector<Sample>> path_of(const std::string& name, const char* what,
                                      const std::vector<Sample>& given) {
    if (given.empty()) return fail("forecast.path_missing", {{"name", name}, {"what", what}});
    return in_order(given, false);
}

Expected<Estimate> sum(const std::vector<Paths>& uses, int year) {
    double value = 0, squares = 0;
    for (const Paths& use : uses) {
        const auto activity = at(use.activity, year), intensity = at(use.intensity, year);
        if (!activity || !intensity)
            return fail("forecast.path_too_short", {{"name", use.name}, {"year", std::to_string(year)}});
        const double one = *activity * *intensity;
        value += one;
        squares += std::pow(one * use.uncertainty_percent / 100, 2);
    }
    Estimate estimate{.year = year, .value = value};
    if (squares > 0) {
        estimate.low = value - std::sqrt(squares);
        estimate.high = value + std::sqrt(squares);
    }
    return estimate;
}

/// The first year in which every path has begun.
int begin_of(const std::vector<Paths>& uses) {
    int first = 0;
    for (const Paths& use : uses)
        first = std::max({first, use.activity.front().year, use.intensity.front().year});
    return first;
}

}  // namespace

Expected<Forecast> by_end_uses(const std::vector<Sample>& given, const std::vector<EndUse>& uses,
                               const Wanted& wanted) {
    if (uses.empty()) return fail("forecast.no_end_uses");
    const auto history = in_order(given, true);
    if (!history) return std::unexpected(history.error());
    std::vector<Paths> paths;
    for (const EndUse& use : uses) {
        auto activity = path_of(use.name, "activity", use.activity);
        if (!activity) return std::unexpected(std::move(activity.error()));
        auto intensity = path_of(use.name, "intensity", use.intensity);
        if (!intensity) return std::unexpected(std::move(intensity.error()));
        paths.push_back({use.name, std::move(*activity), std::move(*intensity), use.uncertainty_percent});
    }
    const int first = begin_of(paths);
    if (first > wanted.to_year)
        return fail("forecast.nothing_ahead", {{"year", std::to_string(wanted.to_year)}});
    Forecast forecast;
    const int begin = history->empty() ? first : std::max(first, history->back().year + 1);
    for (int year = begin; year <= wanted.to_year; ++year) {
        auto one = sum(paths, year);
        if (!one) return std::unexpected(std::move(one.error()));
        forecast.years.push_back(*one);
    }
    std::vector<Estimate> predicted;
    std::vector<double> actual;
    for (const Sample& sample : *history)
        if (sample.year >= first)
            if (const auto one = sum(paths, sample.year)) {
                predicted.push_back(*one);
                actual.push_back(sample.value);
            }
    if (actual.empty())
        forecast.no_back_test = Error{.code = "forecast.no_common_year"};
    else
        forecast.back_test = compare(std::move(predicted), std::move(actual));
    return forecast;
}

}  // namespace dure::energy::forecast
