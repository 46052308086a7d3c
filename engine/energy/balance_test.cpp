// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/balance.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dure::energy {
namespace {

/// Daegu 2014: the whole derived, four sectors by their shares, one source of energy.
BalanceFacts daegu() {
    BalanceFacts facts;
    facts.final_total = 4317.1;
    facts.final_by_sector = {{"industry", 4317.1 * 0.294},
                             {"public_other", 4317.1 * 0.036},
                             {"residential_commercial", 4317.1 * 0.355},
                             {"transport", 4317.1 * 0.315}};
    facts.final_by_item = {{"electricity", 4317.1 * 0.296}};
    return facts;
}

bool has(const Balance& balance, Gap::Kind kind, const std::string& sector = {},
         const std::string& item = {}) {
    return std::ranges::any_of(balance.gaps, [&](const Gap& gap) {
        return gap.kind == kind && gap.sector == sector && gap.item == item;
    });
}

TEST(Balance, WhatDaeguLacksIsNamedAndNothingIsFilledIn) {
    const Balance balance = balance_of(daegu());
    EXPECT_FALSE(balance.complete());
    EXPECT_TRUE(has(balance, Gap::Kind::final_items));
    EXPECT_TRUE(has(balance, Gap::Kind::final_cell, "industry", "electricity"));
    EXPECT_TRUE(has(balance, Gap::Kind::supply, "", "electricity"));
    EXPECT_FALSE(has(balance, Gap::Kind::final_sectors));
    EXPECT_TRUE(balance.mismatches.empty());
    EXPECT_TRUE(balance.facts.final_cells.empty());
}

TEST(Balance, AnEstimateHoldsTheKnownTotals) {
    const auto cells = estimate_cells(balance_of(daegu()));
    ASSERT_EQ(cells.size(), 8u);
    double electricity = 0, industry = 0;
    for (const Estimate& one : cells) {
        if (one.item == "electricity") electricity += one.value;
        if (one.sector == "industry") industry += one.value;
    }
    EXPECT_NEAR(electricity, 4317.1 * 0.296, 1e-6);
    EXPECT_NEAR(industry, 4317.1 * 0.294, 1e-6);
}

TEST(Balance, WithoutAWholeThereIsNoEstimate) {
    BalanceFacts facts = daegu();
    facts.final_total.reset();
    EXPECT_TRUE(has(balance_of(facts), Gap::Kind::final_total));
    EXPECT_TRUE(estimate_cells(balance_of(facts)).empty());
    EXPECT_TRUE(balance_of({}).sectors.empty());
}

TEST(Balance, PartsThatExceedTheWholeAreAMismatch) {
    BalanceFacts facts = daegu();
    facts.final_by_sector["industry"] *= 2;
    const Balance balance = balance_of(facts);
    ASSERT_EQ(balance.mismatches.size(), 1u);
    EXPECT_EQ(balance.mismatches.front().stated, 4317.1);
}

/// A complete table: whatever the cells, sums of rows and of columns are the whole, nothing is missing, and
/// the statistical difference is what was put in.
RC_GTEST_PROP(Balance, ACompleteTableAddsUpBothWays, ()) {
    const int sectors = *rc::gen::inRange(1, 6), items = *rc::gen::inRange(1, 7);
    BalanceFacts facts;
    double whole = 0;
    std::map<std::string, double> by_item;
    for (int i = 0; i < sectors; ++i)
        for (int j = 0; j < items; ++j) {
            const double value = *rc::gen::inRange(0, 100'000) / 10.0;
            facts.final_cells[{"s" + std::to_string(i), "i" + std::to_string(j)}] = value;
            by_item["i" + std::to_string(j)] += value;
            whole += value;
        }
    facts.final_total = whole;
    std::map<std::string, double> difference;
    for (const auto& [item, used] : by_item) {
        difference[item] = *rc::gen::inRange(-50, 50);
        const double made = *rc::gen::inRange(-500, 500);
        facts.transformation[{"plant", item}] = made;
        facts.supply[item] = used - made + difference[item];
    }
    const Balance balance = balance_of(facts);
    RC_ASSERT(balance.complete());
    RC_ASSERT(balance.mismatches.empty());
    double rows = 0, columns = 0;
    for (const auto& [sector, value] : balance.facts.final_by_sector) rows += value;
    for (const auto& [item, value] : balance.facts.final_by_item) columns += value;
    RC_ASSERT(std::abs(rows - whole) <= 1e-9 * (1 + whole));
    RC_ASSERT(std::abs(columns - whole) <= 1e-9 * (1 + whole));
    for (const auto& [item, value] : difference)
        RC_ASSERT(std::abs(balance.statistical_difference.at(item) - value) <= 1e-9 * (1 + whole));
    RC_ASSERT(estimate_cells(balance).empty());
}

/// From the margins of any table the estimate gives back those margins, and no cell below zero.
RC_GTEST_PROP(Balance, AnEstimateKeepsEveryMargin, ()) {
    const int sectors = *rc::gen::inRange(1, 6), items = *rc::gen::inRange(1, 6);
    BalanceFacts facts;
    facts.final_total = 0;
    for (int i = 0; i < sectors; ++i)
        for (int j = 0; j < items; ++j) {
            const double value = *rc::gen::inRange(1, 10'000);
            facts.final_by_sector["s" + std::to_string(i)] += value;
            facts.final_by_item["i" + std::to_string(j)] += value;
            *facts.final_total += value;
        }
    std::map<std::string, double> rows, columns;
    for (const Estimate& one : estimate_cells(balance_of(facts))) {
        RC_ASSERT(one.value >= 0);
        rows[one.sector] += one.value;
        columns[one.item] += one.value;
    }
    for (const auto& [sector, value] : facts.final_by_sector)
        RC_ASSERT(std::abs(rows[sector] - value) <= 1e-6 * value);
    for (const auto& [item, value] : facts.final_by_item)
        RC_ASSERT(std::abs(columns[item] - value) <= 1e-6 * value);
}

}  // namespace
}  // namespace dure::energy
