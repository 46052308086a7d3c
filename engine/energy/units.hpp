// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

/// Units of figures, and what may be done with them. A unit is a product of named ones: "GWh", "ktoe",
/// "tCO2e/MWh", "MKRW/kW", "MJ/Nm3", "%". One toe is 10^7 kcal (IT calories: 41.868 GJ, 11.63 MWh). Gas in
/// Nm3 and energy are different dimensions: between them stands a heat value, of a fuel and a year. So are
/// currencies (a dated rate stands between them), and emissions and energy (an emission factor).
namespace dure::energy {

inline constexpr std::size_t kDimensions = 13;
/// Exponents of energy, time, gas, emissions, mass, volume, area, KRW, USD, EUR, persons, households, count.
using Dimension = std::array<std::int8_t, kDimensions>;

struct Unit {
    std::string name;          ///< as it was written
    double factor = 1;         ///< times the base unit of its dimension
    Dimension dimension = {};  ///< all zero: a ratio
    bool operator==(const Unit&) const = default;
};

/// Errors: units.unknown {unit, nearest}, units.too_long.
Expected<Unit> read_unit(std::string_view text);

/// A named unit, for lists and for reading.
struct NamedUnit {
    std::string_view name, kind;  ///< kind: "energy", "power", "gas", "emissions", "money" …
};
/// Those that are offered to people, by kind.
std::span<const NamedUnit> offered_units();

/// Errors: units.dimension {from, to}.
Expected<double> convert(double value, const Unit& from, const Unit& to);

/// flow: over a period (a year's energy); stock: at an instant (capacity, population); ratio: neither.
enum class Nature { flow, stock, ratio };

struct Amount {
    double value = 0;
    Unit unit;
    Nature nature = Nature::ratio;
};

/// In the unit of `a`. Errors: units.dimension {from, to}; units.stock_and_flow {a, b} where one is a stock
/// and the other a flow. A bare number without nature adds to either.
Expected<Amount> add(const Amount& a, const Amount& b);
Expected<Amount> subtract(const Amount& a, const Amount& b);
Amount multiply(const Amount& a, const Amount& b);
/// Errors: units.division_by_zero.
Expected<Amount> divide(const Amount& a, const Amount& b);
/// Errors: units.dimension.
Expected<Amount> in_unit(const Amount& a, const Unit& unit);

}  // namespace dure::energy
