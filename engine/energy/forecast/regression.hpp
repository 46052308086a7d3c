// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::energy::forecast {

/// y = Σ β_j x_j + e by ordinary least squares, and what it says of a new y: the exact interval of normal
/// errors, ŷ ± t(n−k) s √(1 + x'(X'X)⁻¹x) (Draper and Smith, Applied Regression Analysis, 3rd edition, 3.1).
class Regression {
  public:
    struct Interval {
        double value = 0, low = 0, high = 0;
    };

    /// `rows` hold k numbers each (with the 1 of the constant, if there is one); as many as `y`. `names` are
    /// those of the k columns. Errors: forecast.too_few_years {needed, found} without a degree of freedom,
    /// forecast.not_separable {name} for a column that the ones before it already say.
    static Expected<Regression> fit(std::span<const std::vector<double>> rows, std::span<const double> y,
                                    std::span<const std::string> names);

    Interval predict(std::span<const double> row, double level) const;
    /// β_j with the interval in which it lies at the level.
    Interval coefficient(std::size_t column, double level) const;
    double degrees() const { return degrees_; }
    double deviation() const { return deviation_; }  ///< s, of the errors

  private:
    std::vector<double> beta_;
    std::vector<std::vector<double>> upper_;  // R of X = QR
    double degrees_ = 0, deviation_ = 0;

    /// x'(X'X)⁻¹x.
    double leverage(std::span<const double> row) const;
};

}  // namespace dure::energy::forecast
