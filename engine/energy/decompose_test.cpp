// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/decompose.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace dure::energy {
namespace {

ChangeTable one_fuel(std::vector<double> activity, std::vector<double> energy) {
    return {.periods = {"2010", "2020"},
            .sectors = {"industry", "services"},
            .fuels = {""},
            .activity = std::move(activity),
            .energy = std::move(energy),
            .emissions = {}};
}

double effect(const Decomposition& change, Factor factor) {
    for (const Effect& e : change.effects) {
        if (e.factor == factor) return e.additive;
    }
    ADD_FAILURE() << name_of(factor) << " is not told";
    return 0;
}

/// Any table, with zeros: a sector that is not there, a fuel that is not used, one that emits nothing.
ChangeTable random_table(std::size_t periods, unsigned seed) {
    std::mt19937 random(seed);
    const auto some = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    const auto value = [&] { return std::pow(10.0, some(-5, 6)) * some(1, 999); };
    ChangeTable t;
    for (std::size_t p = 0; p < periods; ++p) t.periods.push_back(std::to_string(2000 + p));
    for (int i = some(1, 4); i > 0; --i) t.sectors.push_back(std::to_string(i));
    for (int j = some(1, 4); j > 0; --j) t.fuels.push_back(std::to_string(j));
    for (std::size_t p = 0; p < periods; ++p) {
        for (std::size_t i = 0; i < t.sectors.size(); ++i) {
            const bool there = some(0, 5) > 0;
            t.activity.push_back(there ? value() : 0);
            for (std::size_t j = 0; j < t.fuels.size(); ++j) {
                const bool used = there && some(0, 3) > 0;
                t.energy.push_back(used ? value() : 0);
                t.emissions.push_back(used && some(0, 3) > 0 ? value() : 0);
            }
        }
    }
    return t;
}

constexpr unsigned kTables = 10'000;

double scale(const Decomposition& c) {
    return std::max(c.start, c.end);
}

TEST(Decompose, KnowsActivityStructureAndIntensityOfAHandComputedTable) {
    // All of one sector: its activity doubles at the same intensity.
    const auto change = decompose(one_fuel({10, 0, 20, 0}, {5, 0, 10, 0}), 0, 1, Quantity::energy);
    ASSERT_TRUE(change.has_value());
    EXPECT_NEAR(effect(*change, Factor::activity), 5, 1e-12);
    EXPECT_NEAR(effect(*change, Factor::structure), 0, 1e-12);
    EXPECT_NEAR(effect(*change, Factor::intensity), 0, 1e-12);
    EXPECT_NEAR(*change->effects[0].multiplicative, 2, 1e-12);

    // Two sectors, by the formula: L(E1,E0) ln(x1/x0).
    const auto two = decompose(one_fuel({10, 40, 12, 60}, {30, 20, 32, 24}), 0, 1, Quantity::energy);
    ASSERT_TRUE(two.has_value());
    const double li = (32 - 30) / std::log(32.0 / 30), ls = (24 - 20) / std::log(24.0 / 20);
    EXPECT_NEAR(effect(*two, Factor::activity), (li + ls) * std::log(72.0 / 50), 1e-12);
    EXPECT_NEAR(effect(*two, Factor::structure),
                li * std::log((12 / 72.0) / (10 / 50.0)) + ls * std::log((60 / 72.0) / (40 / 50.0)), 1e-12);
    EXPECT_NEAR(effect(*two, Factor::intensity),
                li * std::log((32 / 12.0) / 3) + ls * std::log((24 / 60.0) / 0.5), 1e-12);
}

TEST(Decompose, GivesAFuelThatBeginsToTheFuelMixAndASectorThatBeginsToTheStructure) {
    ChangeTable t{.periods = {"a", "b"},
                  .sectors = {"industry", "data centres"},
                  .fuels = {"coal", "electricity"},
                  .activity = {10, 0, 10, 5},
                  .energy = {8, 0, 0, 0, 6, 2, 0, 3},
                  .emissions = {}};
    const auto change = decompose(t, 0, 1, Quantity::energy);
    ASSERT_TRUE(change.has_value());
    // What the fuel that begins adds is all of the fuel mix's beside what coal loses to it.
    const double coal = (6 - 8) / std::log(6.0 / 8);
    EXPECT_NEAR(effect(*change, Factor::fuel_mix), 2 + coal * std::log((6 / 8.0) / 1), 1e-12);
    EXPECT_NEAR(effect(*change, Factor::structure), 3 + coal * std::log((10 / 15.0) / 1), 1e-12);
    EXPECT_NEAR(change->residual, 0, 1e-12);
}

TEST(Decompose, RefusesWhatHasNoIntensityOrNoEmissionFactor) {
    auto t = one_fuel({10, 0, 10, 0}, {5, 1, 5, 0});
    const auto no_activity = decompose(t, 0, 1, Quantity::energy);
    ASSERT_FALSE(no_activity.has_value());
    EXPECT_EQ(no_activity.error(), (Errors{{.code = "change.energy_without_activity",
                                            .params = {{"period", "2010"}, {"sector", "services"}}}}));
    EXPECT_EQ(decompose(t, 0, 1, Quantity::emissions).error()[0].code, "change.no_emissions");
    t.energy[1] = 0;
    t.emissions = {1, 1, 1, 0};
    EXPECT_EQ(decompose(t, 0, 1, Quantity::emissions).error()[0].code, "change.emissions_without_energy");
}

TEST(Decompose, TheLogarithmicMeanLiesBetweenAndIsExactWhereBothAreClose) {
    EXPECT_EQ(logarithmic_mean(3, 3), 3);
    EXPECT_EQ(logarithmic_mean(0, 3), 0);
    EXPECT_NEAR(logarithmic_mean(1, std::exp(1)), std::exp(1) - 1, 1e-15);
    EXPECT_NEAR(logarithmic_mean(1, 1 + 1e-9), 1 + 5e-10, 1e-15);
    EXPECT_NEAR(logarithmic_mean(1e12, 1e-12) / ((1e12 - 1e-12) / std::log(1e24)), 1, 1e-15);
}

TEST(DecomposeProperty, ThePartsAddUpAndTheRatiosMultiplyToTheWhole) {
    for (unsigned seed = 1; seed <= kTables; ++seed) {
        const auto t = random_table(2, seed);
        for (const auto quantity : {Quantity::energy, Quantity::emissions}) {
            const auto c = decompose(t, 0, 1, quantity);
            ASSERT_TRUE(c.has_value()) << seed;
            ASSERT_LE(std::abs(c->residual), 1e-9 * scale(*c)) << seed;
            if (!c->effects[0].multiplicative) continue;
            double product = c->start;
            for (const Effect& e : c->effects) product *= *e.multiplicative;
            ASSERT_NEAR(product, c->end, 1e-9 * c->end) << seed;
        }
    }
}

TEST(DecomposeProperty, TheWayBackIsTheSameWithTheSignTurned) {
    for (unsigned seed = 1; seed <= kTables; ++seed) {
        const auto t = random_table(2, seed);
        const auto there = decompose(t, 0, 1, Quantity::emissions),
                   back = decompose(t, 1, 0, Quantity::emissions);
        for (std::size_t k = 0; k < there->effects.size(); ++k) {
            const auto &a = there->effects[k], &b = back->effects[k];
            ASSERT_NEAR(a.additive, -b.additive, 1e-9 * scale(*there)) << seed;
            ASSERT_EQ(a.multiplicative.has_value(), b.multiplicative.has_value()) << seed;
            ASSERT_NEAR(a.multiplicative.value_or(1) * b.multiplicative.value_or(1), 1, 1e-9) << seed;
        }
    }
}

TEST(DecomposeProperty, TheStepsAddUpToTheWholeAndSectorsToTheEffect) {
    for (unsigned seed = 1; seed <= kTables; ++seed) {
        const auto t = random_table(4, seed);
        const auto chained = decompose_chained(t, 0, 3, Quantity::energy);
        ASSERT_TRUE(chained.has_value()) << seed;
        double largest = 0;
        for (std::size_t p = 0; p < 4; ++p)
            largest = std::max(largest, decompose(t, p, p, Quantity::energy)->start);
        ASSERT_LE(std::abs(chained->residual), 1e-9 * largest) << seed;
        for (const Effect& e : chained->effects) {
            const double sum = std::accumulate(e.by_sector.begin(), e.by_sector.end(), 0.0);
            ASSERT_NEAR(sum, e.additive, 1e-9 * largest) << seed;
        }
    }
}

}  // namespace
}  // namespace dure::energy
