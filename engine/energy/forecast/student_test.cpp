// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/forecast/student.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

namespace dure::energy::forecast {
namespace {

TEST(Student, agrees_with_the_printed_tables) {
    EXPECT_NEAR(student_two_sided(0.95, 1), 12.706, 5e-4);
    EXPECT_NEAR(student_two_sided(0.95, 2), 4.303, 5e-4);
    EXPECT_NEAR(student_two_sided(0.95, 5), 2.571, 5e-4);
    EXPECT_NEAR(student_two_sided(0.95, 10), 2.228, 5e-4);
    EXPECT_NEAR(student_two_sided(0.90, 10), 1.812, 5e-4);
    EXPECT_NEAR(student_two_sided(0.99, 30), 2.750, 5e-4);
    EXPECT_NEAR(student_two_sided(0.95, 1e6), 1.95996, 1e-4);
}

TEST(Student, of_one_degree_is_the_cauchy_distribution) {
    for (const double t : {-40.0, -1.0, -0.1, 0.0, 0.3, 2.0, 100.0})
        EXPECT_NEAR(student_probability(t, 1), 0.5 + std::atan(t) / std::numbers::pi, 1e-12) << t;
}

RC_GTEST_PROP(Student, quantile_and_probability_undo_each_other, ()) {
    const double level = *rc::gen::inRange(1, 999) / 1000.0;
    const int degrees = *rc::gen::inRange(1, 200);
    const double t = student_two_sided(level, degrees);
    RC_ASSERT(std::abs(student_probability(t, degrees) - student_probability(-t, degrees) - level) < 1e-9);
}

RC_GTEST_PROP(IncompleteBeta, reflects, ()) {
    const double a = *rc::gen::inRange(1, 400) / 4.0, b = *rc::gen::inRange(1, 400) / 4.0;
    const double x = *rc::gen::inRange(0, 1000) / 1000.0;
    RC_ASSERT(std::abs(incomplete_beta(a, b, x) + incomplete_beta(b, a, 1 - x) - 1) < 1e-9);
}

}  // namespace
}  // namespace dure::energy::forecast
