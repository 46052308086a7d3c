// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/forecast/regression.hpp"

#include <cmath>

#include "engine/energy/forecast/student.hpp"

namespace dure::energy::forecast {

Expected<Regression> Regression::fit(std::span<const std::vector<double>> rows, std::span<const double> y,
                                     std::span<const std::string> names) {
    const std::size_t n = rows.size(), k = names.size();
    if (n <= k)
        return fail("forecast.too_few_years",
                    {{"needed", std::to_string(k + 1)}, {"found", std::to_string(n)}});
    // Householder reflections on [X y], column by column.
    std::vector<std::vector<double>> a(n, std::vector<double>(k + 1));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < k; ++j) a[i][j] = rows[i][j];
        a[i][k] = y[i];
    }
    for (std::size_t j = 0; j < k; ++j) {
        double whole = 0, below = 0;
        for (std::size_t i = 0; i < n; ++i) whole += rows[i][j] * rows[i][j];
        for (std::size_t i = j; i < n; ++i) below += a[i][j] * a[i][j];
        if (below <= 1e-18 * whole || below == 0) return fail("forecast.not_separable", {{"name", names[j]}});
        const double alpha = a[j][j] > 0 ? -std::sqrt(below) : std::sqrt(below);
        std::vector<double> v(n, 0.0);
        for (std::size_t i = j; i < n; ++i) v[i] = a[i][j];
        v[j] -= alpha;
        double length = 0;
        for (std::size_t i = j; i < n; ++i) length += v[i] * v[i];
        for (std::size_t column = j; column <= k; ++column) {
            double product = 0;
            for (std::size_t i = j; i < n; ++i) product += v[i] * a[i][column];
            for (std::size_t i = j; i < n; ++i) a[i][column] -= 2 * product / length * v[i];
        }
    }
    Regression fitted;
    fitted.upper_.assign(k, std::vector<double>(k));
    for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = i; j < k; ++j) fitted.upper_[i][j] = a[i][j];
    fitted.beta_.assign(k, 0.0);
    for (std::size_t j = k; j-- > 0;) {
        double rest = a[j][k];
        for (std::size_t m = j + 1; m < k; ++m) rest -= a[j][m] * fitted.beta_[m];
        fitted.beta_[j] = rest / a[j][j];
    }
    double squares = 0;
    for (std::size_t i = k; i < n; ++i) squares += a[i][k] * a[i][k];
    fitted.degrees_ = static_cast<double>(n - k);
    fitted.deviation_ = std::sqrt(squares / fitted.degrees_);
    return fitted;
}

double Regression::leverage(std::span<const double> row) const {
    // R'z = x, then x'(X'X)⁻¹x = z'z.
    std::vector<double> z(beta_.size());
    double sum = 0;
    for (std::size_t j = 0; j < z.size(); ++j) {
        z[j] = row[j];
        for (std::size_t m = 0; m < j; ++m) z[j] -= upper_[m][j] * z[m];
        z[j] /= upper_[j][j];
        sum += z[j] * z[j];
    }
    return sum;
}

Regression::Interval Regression::predict(std::span<const double> row, double level) const {
    double value = 0;
    for (std::size_t j = 0; j < beta_.size(); ++j) value += beta_[j] * row[j];
    const double reach = student_two_sided(level, degrees_) * deviation_ * std::sqrt(1 + leverage(row));
    return {value, value - reach, value + reach};
}

Regression::Interval Regression::coefficient(std::size_t column, double level) const {
    std::vector<double> unit(beta_.size(), 0.0);
    unit[column] = 1;
    const double reach = student_two_sided(level, degrees_) * deviation_ * std::sqrt(leverage(unit));
    return {beta_[column], beta_[column] - reach, beta_[column] + reach};
}

}  // namespace dure::energy::forecast
