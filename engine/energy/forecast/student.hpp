// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dure::energy::forecast {

/// The regularized incomplete beta function I_x(a, b), by its continued fraction (NIST Digital Library of
/// Mathematical Functions, 8.17.22, and the reflection 8.17.4). a, b > 0; 0 ≤ x ≤ 1.
double incomplete_beta(double a, double b, double x);

/// P(T ≤ t) of Student's distribution with `degrees` of freedom (Abramowitz and Stegun, 26.7.1).
double student_probability(double t, double degrees);

/// The t for which P(|T| ≤ t) = level; 0 < level < 1, degrees ≥ 1.
double student_two_sided(double level, double degrees);

}  // namespace dure::energy::forecast
