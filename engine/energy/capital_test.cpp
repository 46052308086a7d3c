// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/capital.hpp"

#include <gtest/gtest.h>

namespace dure::energy {
namespace {

TEST(Annuity, agrees_with_the_tables_of_capital_recovery_factors) {
    // (A/P, i, n) as printed in engineering economics tables, to their digits.
    EXPECT_NEAR(annuity(10, 0.10), 0.16275, 5e-6);
    EXPECT_NEAR(annuity(20, 0.05), 0.08024, 5e-6);
    EXPECT_NEAR(annuity(25, 0.07), 0.08581, 5e-6);
    EXPECT_NEAR(annuity(1, 0.05), 1.05, 1e-12);
}

TEST(Annuity, divides_by_the_years_without_interest) {
    EXPECT_EQ(annuity(25, 0), 1.0 / 25);
    EXPECT_NEAR(annuity(25, 1e-12), 1.0 / 25, 1e-9);
}

TEST(AnnualCost, adds_fixed_operation_to_the_annuity_at_its_own_rate) {
    CapitalCost cost{.investment = 1000, .lifetime_years = 20, .fixed_om_share = 0.02};
    EXPECT_NEAR(annual_cost(cost, 0.05), 80.24 + 20, 5e-3);
    cost.discount_rate = 0;
    EXPECT_NEAR(annual_cost(cost, 0.05), 50 + 20, 1e-9);
    EXPECT_EQ(annual_cost({.annual = 77}, 0.05), 77);
    EXPECT_EQ(annual_cost({}, 0.05), 0);
}

}  // namespace
}  // namespace dure::energy
