// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

/// Why energy use or emissions changed: index decomposition by the logarithmic mean Divisia index, LMDI-I
/// (Ang, Energy Policy 33, 2005, 867–871).
///
/// The chain of factors is  C_ij = Q · (Q_i/Q) · (E_i/Q_i) · (E_ij/E_i) · (C_ij/E_ij)  for sector i and fuel
/// j: activity, structure, intensity, fuel mix and, for emissions, the emission factor. With the logarithmic
/// mean L(a, b) = (a−b)/ln(a/b), the additive effect of a factor x is Σ L(V_T, V_0) ln(x_T/x_0) and the
/// multiplicative one exp(additive / L(ΣV_T, ΣV_0)): the effects add (multiply) up to the whole change, and
/// those of the way back are the same with the sign (the inverse).
///
/// Zeros are taken at their analytical limit (Ang & Liu, Energy Policy 35, 2007, 238–246): where the energy
/// of a sector and fuel begins or ends at zero, all of it goes to the factor that was zero, which is the
/// first of the chain to be so; the factors after it are 0/0 and have no effect.
namespace dure::energy {

enum class Quantity { energy, emissions };
enum class Factor { activity, structure, intensity, fuel_mix, emission_factor };
std::string_view name_of(Factor factor);

/// A complete table of values, none negative.
struct ChangeTable {
    std::vector<std::string> periods, sectors, fuels;
    std::vector<double> activity;   ///< period × sector, all in one unit
    std::vector<double> energy;     ///< period × sector × fuel
    std::vector<double> emissions;  ///< as energy; empty: not given

    std::size_t cell(std::size_t period, std::size_t sector) const {
        return period * sectors.size() + sector;
    }
    std::size_t cell(std::size_t period, std::size_t sector, std::size_t fuel) const {
        return cell(period, sector) * fuels.size() + fuel;
    }
};

struct Effect {
    Factor factor = Factor::activity;
    double additive = 0;                   ///< in the unit of the quantity
    std::optional<double> multiplicative;  ///< a ratio; none where the whole begins or ends at zero
    std::vector<double> by_sector;         ///< the additive effect's parts
};

/// From one period to another.
struct Decomposition {
    std::size_t from = 0, to = 0;  ///< periods of the table
    double start = 0, end = 0;     ///< the whole quantity then
    std::vector<Effect> effects;   ///< in the order of the chain; fuel mix only with two fuels or more
    double residual = 0;           ///< end − start − the sum of the effects: rounding alone
};

/// Of two periods. Errors: change.energy_without_activity {period, sector},
/// change.emissions_without_energy {period, sector, fuel}, change.no_emissions.
Checked<Decomposition> decompose(const ChangeTable& table, std::size_t from, std::size_t to,
                                 Quantity quantity);

/// The sum of all steps between `from` and `to` (the product, for the ratios): what happened on the way
/// counts, not only the ends. `from` stands before `to`. Errors as above.
Checked<Decomposition> decompose_chained(const ChangeTable& table, std::size_t from, std::size_t to,
                                         Quantity quantity);

/// (a−b)/ln(a/b) for a, b ≥ 0; a where they are equal, 0 where one is zero.
double logarithmic_mean(double a, double b);

}  // namespace dure::energy
