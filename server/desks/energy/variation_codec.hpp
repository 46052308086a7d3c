// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/vary.hpp"
#include "server/codec/codec.hpp"

/// Schema Variation of the contract, for the sources that read it.
namespace dure::energy {

BOOST_DESCRIBE_ENUM(VariationKind, co2_cap_t, self_sufficiency, renewable_share, investment_budget,
                    demand_factor, investment_factor, marginal_cost_factor, maximum_capacity, discount_rate,
                    co2_price, weather_year)
BOOST_DESCRIBE_STRUCT(Variation, (), (kind, target, value))
inline std::span<const codec::Rule> json_rules(const Variation*) {
    static const codec::Rule rules[] = {codec::required("kind"), codec::optional("target").length(0, 100),
                                        codec::required("value").at_least(0).at_most(1e15)};
    return rules;
}

inline constexpr std::size_t kMostVariations = 50;

}  // namespace dure::energy
