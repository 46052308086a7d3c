// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/network.hpp"

namespace dure::energy {

/// What of a network is changed. `target` names a part where the kind says so; else it is empty. Values are
/// at most 1e15.
enum class VariationKind {
    co2_cap_t,             ///< at most this many tonnes a year, ≥ 0; the first CO2 limit, else a new one
    self_sufficiency,      ///< at least this share of demand, ≥ 0; the first such limit, else a new one
    renewable_share,       ///< likewise
    investment_budget,     ///< at most this much currency, ≥ 0; likewise
    demand_factor,         ///< times the load `target`, or all loads; ≥ 0
    investment_factor,     ///< times the capital cost of the technology `target`; ≥ 0
    marginal_cost_factor,  ///< times the marginal cost of the technology `target`; ≥ 0
    maximum_capacity,      ///< MW (of a store MWh) of the technology `target` that may be chosen; ≥ 0
    discount_rate,         ///< of the network, 0 … 1
    co2_price,             ///< currency per tonne, ≥ 0
    /// Each series X takes the values of the series "X@target", where there is one; the value is 0. The year
    /// that the network itself has: an empty target. Made before the other changes, wherever it stands among
    /// them.
    weather_year,
};

/// As the enumerator is called.
std::string_view name_of(VariationKind kind);
std::optional<VariationKind> variation_kind(std::string_view name);

/// The weather years that series stand for by their names: "2012" of "wind@2012"; each once, sorted.
std::vector<std::string> weather_years(const Network& network);

/// One change. A technology is a generator, link, store or line by its name.
struct Variation {
    VariationKind kind = VariationKind::co2_cap_t;
    std::string target;
    double value = 0;

    bool operator==(const Variation&) const = default;
};

struct Varied {
    Network network;
    SeriesValues series;  ///< those given, and scaled copies where a cost is a series
};

/// The network with the changes made, in their order; what is given stays as it is. A limit that is changed
/// counts from then on, also when it was not active. Errors, with pointers like /variations/0/target:
/// `vary.unknown_target`, `vary.no_target` (the kind takes none), `vary.not_extendable`,
/// `vary.unknown_year`, `energy.out_of_range`.
Checked<Varied> vary(const Network& network, const SeriesValues& series, std::span<const Variation> changes);

}  // namespace dure::energy
