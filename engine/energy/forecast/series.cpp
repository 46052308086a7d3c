// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/energy/forecast/forecast.hpp"

namespace dure::energy::forecast {

Expected<std::vector<Sample>> in_order(std::vector<Sample> samples, bool positive) {
    std::ranges::sort(samples, {}, &Sample::year);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const std::string year = std::to_string(samples[i].year);
        if (i > 0 && samples[i].year == samples[i - 1].year)
            return fail("forecast.doubled_year", {{"year", year}});
        if (positive && !(samples[i].value > 0)) return fail("forecast.not_positive", {{"year", year}});
    }
    return samples;
}

std::optional<double> at(std::span<const Sample> path, int year) {
    const auto next = std::ranges::lower_bound(path, year, {}, &Sample::year);
    if (next == path.end()) return std::nullopt;
    if (next->year == year) return next->value;
    if (next == path.begin()) return std::nullopt;
    const Sample& before = *std::prev(next);
    const double share = static_cast<double>(year - before.year) / (next->year - before.year);
    return before.value + share * (next->value - before.value);
}

BackTest compare(std::vector<Estimate> predicted, std::vector<double> actual) {
    BackTest test{.predicted = std::move(predicted), .actual = std::move(actual)};
    const auto n = static_cast<double>(test.actual.size());
    int inside = 0;
    bool intervals = true;
    for (std::size_t i = 0; i < test.actual.size(); ++i) {
        const Estimate& one = test.predicted[i];
        const double off = 100 * (one.value - test.actual[i]) / test.actual[i];
        test.mape_percent += std::abs(off) / n;
        test.bias_percent += off / n;
        intervals = intervals && one.low && one.high;
        if (intervals && *one.low <= test.actual[i] && test.actual[i] <= *one.high) ++inside;
    }
    if (intervals && n > 0) test.coverage_percent = 100 * inside / n;
    return test;
}

}  // namespace dure::energy::forecast
