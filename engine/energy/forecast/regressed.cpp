// SPDX-License-Identifier: Apache-2.0
// The two methods that are a regression of logarithms: the trend and the drivers.
#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/energy/forecast/forecast.hpp"
#include "engine/energy/forecast/regression.hpp"

namespace dure::energy::forecast {
namespace {

/// ln y of a year = offset + β·row.
struct Terms {
    std::vector<double> row;
    double offset = 0;
};
using TermsOf = std::function<Expected<Terms>(int year)>;

Expected<Regression> fitted(std::span<const Sample> history, const TermsOf& terms_of,
                            const std::vector<std::string>& names) {
    std::vector<std::vector<double>> rows;
    std::vector<double> y;
    for (const Sample& sample : history) {
        auto terms = terms_of(sample.year);
        if (!terms) return std::unexpected(std::move(terms.error()));
        y.push_back(std::log(sample.value) - terms->offset);
        rows.push_back(std::move(terms->row));
    }
    return Regression::fit(rows, y, names);
}

Expected<Estimate> estimate(const Regression& regression, const TermsOf& terms_of, int year, double level) {
    const auto terms = terms_of(year);
    if (!terms) return std::unexpected(terms.error());
    const auto log = regression.predict(terms->row, level);
    return Estimate{.year = year,
                    .value = std::exp(log.value + terms->offset),
                    .low = std::exp(log.low + terms->offset),
                    .high = std::exp(log.high + terms->offset)};
}

Error too_few(std::size_t needed, std::size_t found) {
    return {.code = "forecast.too_few_years",
            .params = {{"needed", std::to_string(needed)}, {"found", std::to_string(found)}}};
}

Expected<Forecast> regressed(std::span<const Sample> history, const TermsOf& terms_of,
                             const std::vector<std::string>& names, const Wanted& wanted) {
    const std::size_t fewest = kFewestYears + (names.size() > 2 ? names.size() - 2 : 0);
    if (history.size() < fewest) return std::unexpected(too_few(fewest, history.size()));
    if (history.back().year >= wanted.to_year)
        return fail("forecast.nothing_ahead", {{"year", std::to_string(wanted.to_year)}});
    const auto whole = fitted(history, terms_of, names);
    if (!whole) return std::unexpected(whole.error());
    Forecast forecast;
    for (int year = history.back().year + 1; year <= wanted.to_year; ++year) {
        auto one = estimate(*whole, terms_of, year, wanted.level);
        if (!one) return std::unexpected(std::move(one.error()));
        forecast.years.push_back(*one);
    }
    for (std::size_t j = 1; j < names.size(); ++j) {
        const auto found = whole->coefficient(j, wanted.level);
        forecast.coefficients.push_back(
            {.name = names[j], .value = found.value, .low = found.low, .high = found.high});
    }
    const auto held = std::min<std::size_t>(static_cast<std::size_t>(std::max(wanted.held_out, 0)),
                                            history.size() - fewest);
    if (held == 0) {
        forecast.no_back_test = too_few(fewest + 1, history.size());
        return forecast;
    }
    const auto shown = history.first(history.size() - held);
    const auto part = fitted(shown, terms_of, names);
    if (!part) {
        forecast.no_back_test = part.error();
        return forecast;
    }
    std::vector<Estimate> predicted;
    std::vector<double> actual;
    for (const Sample& sample : history.last(held)) {
        predicted.push_back(estimate(*part, terms_of, sample.year, wanted.level).value());
        actual.push_back(sample.value);
    }
    forecast.back_test = compare(std::move(predicted), std::move(actual));
    return forecast;
}

}  // namespace

Expected<Forecast> by_trend(std::vector<Sample> samples, const Wanted& wanted) {
    const auto history = in_order(std::move(samples), true);
    if (!history) return std::unexpected(history.error());
    const double origin = history->empty() ? 0 : history->front().year;
    auto forecast = regressed(
        *history, [origin](int year) -> Expected<Terms> { return Terms{.row = {1, year - origin}}; },
        {"constant", "growth"}, wanted);
    if (forecast)  // of the logarithm → of the value
        for (Coefficient& one : forecast->coefficients) {
            one.value = std::expm1(one.value);
            one.low = std::expm1(*one.low);
            one.high = std::expm1(*one.high);
        }
    return forecast;
}

Expected<Forecast> by_drivers(std::vector<Sample> samples, const std::vector<Driver>& given,
                              const Wanted& wanted) {
    if (given.empty()) return fail("forecast.no_drivers");
    const auto history = in_order(std::move(samples), true);
    if (!history) return std::unexpected(history.error());
    std::vector<std::string> names{"constant"};
    std::vector<Driver> drivers;
    for (const Driver& driver : given) {
        auto values = in_order(driver.values, false);
        if (!values) return std::unexpected(values.error());
        drivers.push_back({driver.name, std::move(*values), driver.elasticity});
        if (!driver.elasticity) names.push_back(driver.name);
    }
    const TermsOf terms_of = [&](int year) -> Expected<Terms> {
        Terms terms{.row = {1}};
        for (const Driver& driver : drivers) {
            const Params where{{"name", driver.name}, {"year", std::to_string(year)}};
            const auto value = at(driver.values, year);
            if (!value) return fail("forecast.driver_missing", where);
            if (!(*value > 0)) return fail("forecast.driver_not_positive", where);
            if (driver.elasticity)
                terms.offset += *driver.elasticity * std::log(*value);
            else
                terms.row.push_back(std::log(*value));
        }
        return terms;
    };
    auto forecast = regressed(*history, terms_of, names, wanted);
    if (forecast)
        for (const Driver& driver : drivers)
            if (driver.elasticity)
                forecast->coefficients.push_back(
                    {.name = driver.name, .value = *driver.elasticity, .stated = true});
    return forecast;
}

}  // namespace dure::energy::forecast
