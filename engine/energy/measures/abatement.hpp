// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::energy::measures {

/// What a measure costs and saves in a year of its life. Money in one currency of one price year.
struct Option {
    std::string id;
    double investment = 0;
    double lifetime_years = 0;          ///< > 0 where there is an investment
    double yearly_cost = 0;             ///< operation; may be negative
    double energy_saved_mwh = 0;        ///< a year; negative where it uses more
    double energy_price = 0;            ///< currency per MWh saved
    double co2_saved_t = 0;             ///< a year
    std::string sector, end_use;        ///< what it acts on: both equal and years in common is an overlap
    int first_year = 0, last_year = 0;  ///< in which it saves
};

/// A step of the curve, at its place in the order.
struct Step {
    std::string id;
    double annual_cost = 0;  ///< annuity + yearly cost − energy saved, currency a year
    double cost_per_t = 0;   ///< of a tonne of CO2; negative: it pays for itself
    double co2_saved_t = 0;
    double cumulative_t = 0;  ///< with this step, as if no two overlapped
};

/// Two that act on the same use in the same years: their savings do not simply add.
struct Overlap {
    std::string first, second;
    int from_year = 0, to_year = 0;
};

struct Curve {
    std::vector<Step> steps;  ///< cheapest first; equal ones by id
    std::vector<Overlap> overlaps;
    std::vector<std::string> left_out;  ///< ids that save no CO2: they have no cost of a tonne
    bool negative_costs = false;  ///< some pay for themselves: their order is not one of merit, since at a
                                  ///< negative cost saving less makes the quotient lower (Taylor, Energy
                                  ///< Policy 48, 2012, 430–438)
};

/// Annualised cost over tonnes a year: (investment · annuity + yearly cost − energy saved · price) / CO2,
/// with the annuity of engine/energy/capital.hpp. What such a curve leaves out: Kesicki and Strachan,
/// Environmental Science & Policy 14 (2011), 1195–1204. Errors: measure.no_lifetime {id},
/// measure.bad_discount_rate: it must be > −1.
Expected<Curve> abatement_curve(const std::vector<Option>& options, double discount_rate);

/// Of all pairs, in the order of the list.
std::vector<Overlap> overlaps_of(const std::vector<Option>& options);

}  // namespace dure::energy::measures
