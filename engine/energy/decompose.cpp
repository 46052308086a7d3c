// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/decompose.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/lp/neumaier.hpp"

namespace dure::energy {
namespace {

constexpr std::size_t kFactors = 5;
using Chain = std::array<double, kFactors>;

constexpr std::array<std::string_view, kFactors> kNames = {"activity", "structure", "intensity", "fuel_mix",
                                                           "emission_factor"};

/// The sums of a period that the factors are made of.
struct Totals {
    double activity = 0;
    std::vector<double> energy;  ///< by sector
};

Totals totals_of(const ChangeTable& t, std::size_t period) {
    lp::NeumaierSum activity;
    Totals totals{.energy = std::vector<double>(t.sectors.size())};
    for (std::size_t i = 0; i < t.sectors.size(); ++i) {
        activity.add(t.activity[t.cell(period, i)]);
        lp::NeumaierSum energy;
        for (std::size_t j = 0; j < t.fuels.size(); ++j) energy.add(t.energy[t.cell(period, i, j)]);
        totals.energy[i] = energy.value();
    }
    totals.activity = activity.value();
    return totals;
}

/// The factors of a cell; after the first zero they are 0/0 and mean nothing.
Chain factors_of(const ChangeTable& t, const Totals& totals, std::size_t period, std::size_t i,
                 std::size_t j) {
    const double activity = t.activity[t.cell(period, i)], energy = t.energy[t.cell(period, i, j)];
    const double emissions = t.emissions.empty() ? energy : t.emissions[t.cell(period, i, j)];
    return {totals.activity, activity / totals.activity, totals.energy[i] / activity,
            energy / totals.energy[i], emissions / energy};
}

std::size_t first_zero(const Chain& chain) {
    std::size_t k = 0;
    while (k + 1 < kFactors && chain[k] > 0) ++k;
    return k;
}

void check(const ChangeTable& t, std::size_t period, Quantity quantity, Errors& errors) {
    for (std::size_t i = 0; i < t.sectors.size(); ++i) {
        bool any = false;
        for (std::size_t j = 0; j < t.fuels.size(); ++j) {
            const double energy = t.energy[t.cell(period, i, j)];
            any = any || energy > 0;
            if (quantity == Quantity::emissions && energy == 0 && t.emissions[t.cell(period, i, j)] > 0)
                errors.push_back(
                    {.code = "change.emissions_without_energy",
                     .params = {
                         {"period", t.periods[period]}, {"sector", t.sectors[i]}, {"fuel", t.fuels[j]}}});
        }
        if (any && t.activity[t.cell(period, i)] == 0)
            errors.push_back({.code = "change.energy_without_activity",
                              .params = {{"period", t.periods[period]}, {"sector", t.sectors[i]}}});
    }
}

/// The factors that this table and quantity tell apart.
std::vector<Factor> told_apart(const ChangeTable& t, Quantity quantity) {
    std::vector<Factor> factors = {Factor::activity, Factor::structure, Factor::intensity};
    if (t.fuels.size() > 1) factors.push_back(Factor::fuel_mix);
    if (quantity == Quantity::emissions) factors.push_back(Factor::emission_factor);
    return factors;
}

/// The additive effects by sector.
std::vector<Chain> effects_by_sector(const ChangeTable& t, std::size_t from, std::size_t to,
                                     Quantity quantity) {
    const auto& values = quantity == Quantity::energy ? t.energy : t.emissions;
    const Totals before = totals_of(t, from), after = totals_of(t, to);
    std::vector<Chain> sectors(t.sectors.size());
    for (std::size_t i = 0; i < t.sectors.size(); ++i) {
        std::array<lp::NeumaierSum, kFactors> sums;
        for (std::size_t j = 0; j < t.fuels.size(); ++j) {
            const double v0 = values[t.cell(from, i, j)], v1 = values[t.cell(to, i, j)];
            if (v0 == 0 && v1 == 0) continue;
            const Chain x0 = factors_of(t, before, from, i, j), x1 = factors_of(t, after, to, i, j);
            if (v0 == 0 || v1 == 0) {
                sums[first_zero(v0 == 0 ? x0 : x1)].add(v1 - v0);
                continue;
            }
            const double weight = logarithmic_mean(v1, v0);
            for (std::size_t k = 0; k < kFactors; ++k) {
                if (k + 1 < kFactors || quantity == Quantity::emissions)
                    sums[k].add(weight * std::log(x1[k] / x0[k]));
            }
        }
        for (std::size_t k = 0; k < kFactors; ++k) sectors[i][k] = sums[k].value();
    }
    return sectors;
}

double total_of(const ChangeTable& t, std::size_t period, Quantity quantity) {
    const auto& values = quantity == Quantity::energy ? t.energy : t.emissions;
    lp::NeumaierSum sum;
    for (std::size_t c = t.cell(period, 0, 0); c < t.cell(period + 1, 0, 0); ++c) sum.add(values[c]);
    return sum.value();
}

void set_residual(Decomposition& change) {
    lp::NeumaierSum left(change.end);
    left.add(-change.start);
    for (const Effect& effect : change.effects) left.add(-effect.additive);
    change.residual = left.value();
}

Errors check_periods(const ChangeTable& t, std::size_t from, std::size_t to, Quantity quantity) {
    if (quantity == Quantity::emissions && t.emissions.empty()) return {{.code = "change.no_emissions"}};
    Errors errors;
    for (std::size_t period = std::min(from, to); period <= std::max(from, to); ++period)
        check(t, period, quantity, errors);
    return errors;
}

Decomposition step(const ChangeTable& t, std::size_t from, std::size_t to, Quantity quantity) {
    Decomposition change{
        .from = from, .to = to, .start = total_of(t, from, quantity), .end = total_of(t, to, quantity)};
    const auto sectors = effects_by_sector(t, from, to, quantity);
    const bool has_ratio = change.start > 0 && change.end > 0;
    for (const Factor factor : told_apart(t, quantity)) {
        Effect effect{.factor = factor};
        lp::NeumaierSum sum;
        for (const Chain& sector : sectors) {
            effect.by_sector.push_back(sector[static_cast<std::size_t>(factor)]);
            sum.add(effect.by_sector.back());
        }
        effect.additive = sum.value();
        if (has_ratio)
            effect.multiplicative = std::exp(effect.additive / logarithmic_mean(change.end, change.start));
        change.effects.push_back(std::move(effect));
    }
    set_residual(change);
    return change;
}

}  // namespace

std::string_view name_of(Factor factor) {
    return kNames[static_cast<std::size_t>(factor)];
}

double logarithmic_mean(double a, double b) {
    if (a == 0 || b == 0) return 0;
    if (a == b) return a;
    if (a > 2 * b || b > 2 * a) return (a - b) / std::log(a / b);
    // ln(a/b) = 2 artanh((a−b)/(a+b)): nothing is lost where a and b are close.
    return (a - b) / (2 * std::atanh((a - b) / (a + b)));
}

Checked<Decomposition> decompose(const ChangeTable& table, std::size_t from, std::size_t to,
                                 Quantity quantity) {
    auto errors = check_periods(table, from, to, quantity);
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return step(table, from, to, quantity);
}

Checked<Decomposition> decompose_chained(const ChangeTable& table, std::size_t from, std::size_t to,
                                         Quantity quantity) {
    auto errors = check_periods(table, from, to, quantity);
    if (!errors.empty()) return std::unexpected(std::move(errors));
    Decomposition whole = step(table, from, from, quantity);
    whole.to = to;
    whole.end = total_of(table, to, quantity);
    for (std::size_t period = from; period < to; ++period) {
        const Decomposition next = step(table, period, period + 1, quantity);
        for (std::size_t k = 0; k < whole.effects.size(); ++k) {
            Effect& sum = whole.effects[k];
            const Effect& part = next.effects[k];
            sum.additive += part.additive;
            for (std::size_t i = 0; i < sum.by_sector.size(); ++i) sum.by_sector[i] += part.by_sector[i];
            if (sum.multiplicative && part.multiplicative)
                *sum.multiplicative *= *part.multiplicative;
            else
                sum.multiplicative.reset();
        }
    }
    set_residual(whole);
    return whole;
}

}  // namespace dure::energy
