// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/energy/balance.hpp"
#include "server/figures/figure_codec.hpp"
#include "server/figures/vocabulary_store.hpp"

/// A region's balance of a year with the figures behind each of its cells. Pure.
namespace dure::figures {

/// One cell. `figure`: the id of what it rests on; none where it follows from others by adding or is an
/// estimate.
struct BalanceCell {
    std::string flow;  ///< supply | transformation | final
    std::string sector, item;
    double value = 0;
    std::optional<std::string> figure, method;
    std::vector<std::string> others;  ///< figures that say something else
    bool estimate = false;
};

struct BalanceGap {
    std::string kind;  ///< as energy::Gap::Kind
    std::string sector, item;
    std::optional<double> rest;
};

struct BalanceMismatch {
    std::string sector, item;
    double stated = 0, summed = 0;
};

struct BalanceDifference {
    std::string item;
    double value = 0;
};

/// Emissions of a cell by a factor.
struct BalanceEmissions {
    std::string sector, item;
    double value = 0;       ///< ktCO2e
    bool indirect = false;  ///< made where the electricity or the heat is made
    std::string factor;     ///< figure
    bool estimate = false;  ///< of a cell that is one
};

/// Schema EnergyBalance.
struct BalanceView {
    std::string region;
    std::int64_t year = 0;
    std::string unit;
    bool complete = false;
    std::vector<std::string> sectors, items;
    std::vector<BalanceCell> cells;
    std::vector<BalanceGap> gaps;
    std::vector<BalanceMismatch> mismatches;
    std::vector<BalanceDifference> statistical_difference;
    std::vector<BalanceEmissions> emissions;
    std::vector<std::string> without_factor;  ///< items; "" what is not told apart
    std::vector<FigureView> figures;          ///< all that are named above
};

struct BalanceWish {
    std::string region;
    std::int64_t year = 0;
    std::string unit;  ///< readable, of energy
    bool estimate = false;
};

/// `figures`: energy.final, .supply and .transformation of the region and year; `factors`: factor.emission of
/// any region. Where two figures say the same cell, what was read goes before what was derived, and the
/// others are named.
BalanceView balance_view(const BalanceWish& wish, const std::vector<Figure>& figures,
                         const std::vector<Figure>& factors, const auth::Actor& reader);
std::string encode(const BalanceView& view);

}  // namespace dure::figures
