// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/forecast/student.hpp"

#include <cmath>

namespace dure::energy::forecast {
namespace {

/// The continued fraction 1/(1+ d1/(1+ d2/(1+ …))) by the modified Lentz method; converges fast for
/// x < (a+1)/(a+b+2).
double fraction(double a, double b, double x) {
    constexpr double tiny = 1e-300;
    double value = 1, c = 1, d = 0;
    for (int n = 0; n < 500; ++n) {
        const int m = n / 2;
        double numerator = 1;
        if (n > 0 && n % 2 == 0)
            numerator = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        else if (n % 2 == 1)
            numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 + numerator * d;
        d = 1 / (std::abs(d) < tiny ? tiny : d);
        c = 1 + numerator / c;
        if (std::abs(c) < tiny) c = tiny;
        value *= c * d;
        if (n > 0 && std::abs(1 - c * d) < 1e-15) break;
    }
    return value - 1;
}

}  // namespace

double incomplete_beta(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    if (x > (a + 1) / (a + b + 2)) return 1 - incomplete_beta(b, a, 1 - x);
    const double log_front =
        std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
    return std::exp(log_front) / a * fraction(a, b, x);
}

double student_probability(double t, double degrees) {
    const double tail = incomplete_beta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2;
    return t > 0 ? 1 - tail : tail;
}

double student_two_sided(double level, double degrees) {
    // Of one degree of freedom and a level of 1 − 1e-6 the quantile is below 1e6.
    double low = 0, high = 1;
    const double wanted = 0.5 + level / 2;
    while (student_probability(high, degrees) < wanted && high < 1e12) high *= 2;
    for (int n = 0; n < 200 && high - low > 1e-13 * high; ++n) {
        const double middle = (low + high) / 2;
        (student_probability(middle, degrees) < wanted ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace dure::energy::forecast
