// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/error.hpp"

/// Demand of coming years from what is known of past ones, by three methods that are shown side by side. None
/// is called the right one: the back-test says how far each was off in years that it was not shown.
namespace dure::energy::forecast {

/// A year and its value, in the unit of the series.
struct Sample {
    int year = 0;
    double value = 0;
    bool operator==(const Sample&) const = default;
};

/// What is said of a year: low and high enclose it with the wanted probability; none where a method has no
/// statement of its uncertainty.
struct Estimate {
    int year = 0;
    double value = 0;
    std::optional<double> low, high;
};

/// The method once more without the last years, held against them.
struct BackTest {
    std::vector<Estimate> predicted;
    std::vector<double> actual;              ///< of the same years
    double mape_percent = 0;                 ///< mean of |predicted − actual| / actual
    double bias_percent = 0;                 ///< mean of (predicted − actual) / actual
    std::optional<double> coverage_percent;  ///< of the years, those inside their interval
};

/// A number that the method found or was told.
struct Coefficient {
    std::string name;  ///< a driver's; "growth" of a trend, per year
    double value = 0;
    std::optional<double> low, high;
    bool stated = false;  ///< an assumption, not found from the series
};

struct Forecast {
    std::vector<Estimate> years;
    std::optional<BackTest> back_test;
    std::optional<Error> no_back_test;  ///< why there is none
    std::vector<Coefficient> coefficients;
};

struct Wanted {
    int to_year = 2040;
    double level = 0.95;  ///< of the intervals; 0.5…0.999
    int held_out = 3;     ///< years of the back-test, at most
};

/// A trend needs this many years, the years held out not counted.
inline constexpr int kFewestYears = 5;

/// ln y = a + b·year by least squares; values are medians, exp of the fitted logarithm, and the interval's
/// ends are those of the logarithm. Errors: forecast.too_few_years {needed, found}, forecast.not_positive
/// {year}, forecast.doubled_year {year}, forecast.nothing_ahead {year}: the series ends at the wanted year.
Expected<Forecast> by_trend(std::vector<Sample> history, const Wanted& wanted);

/// Something that demand follows: what it was and what it is taken to become.
struct Driver {
    std::string name;
    std::vector<Sample> values;        ///< past and future
    std::optional<double> elasticity;  ///< stated; none: found from the series
};

/// ln y = a + Σ e_i ln d_i: constant elasticities (for instance Bhattacharyya, Energy Economics, 2nd edition,
/// chapter 3). Stated elasticities are taken off before the rest is fitted. The back-test is given the
/// drivers of the years held out as they were. Further errors: forecast.no_drivers,
/// forecast.driver_missing {name, year}, forecast.driver_not_positive {name, year},
/// forecast.not_separable {name}.
Expected<Forecast> by_drivers(std::vector<Sample> history, const std::vector<Driver>& drivers,
                              const Wanted& wanted);

/// One use of energy: so much activity (dwellings, km, m², value added) times energy for one of it. Between
/// the years that are stated both go straight.
struct EndUse {
    std::string name;
    std::vector<Sample> activity;
    std::vector<Sample> intensity;   ///< in the series' unit per unit of activity
    double uncertainty_percent = 0;  ///< half width of the interval of activity × intensity at the level
};

/// Σ activity × intensity. The uncertainties of the uses are taken as independent and add as squares (IPCC
/// 2006 Guidelines, volume 1, 3.2.3.1, equation 3.2). Years of `history` that the paths cover are the
/// back-test: the paths may have been set with them in view, so its error is a lower bound. Errors:
/// forecast.no_end_uses, forecast.path_missing {name, what}: "activity" or "intensity" has no year,
/// forecast.path_too_short {name, year}: none stated at or beyond the year, forecast.doubled_year.
Expected<Forecast> by_end_uses(const std::vector<Sample>& history, const std::vector<EndUse>& uses,
                               const Wanted& wanted);

/// Errors of predicted against actual years, both of the same length; actual > 0.
BackTest compare(std::vector<Estimate> predicted, std::vector<double> actual);

/// Straight between the samples, which are sorted by year; none outside of them.
std::optional<double> at(std::span<const Sample> path, int year);

/// By year; forecast.doubled_year, and forecast.not_positive for a value that has no logarithm.
Expected<std::vector<Sample>> in_order(std::vector<Sample> samples, bool positive);

}  // namespace dure::energy::forecast
