// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/network.hpp"
#include "engine/energy/vary.hpp"

/// The numbers of a network one by one, each under an address that stays when parts are moved about:
/// "discount_rate", "generators/pv_roof/p_nom/capital_cost/investment",
/// "links/heat_pump/outputs/heat/efficiency". A name that holds "/" or "~" is written as RFC 6901 does ("~1",
/// "~0").
///
/// A series has one address however many parts use it, "series/pv"; its number is a factor on all its values.
/// Switches ("limits/co2_cap/active", "…/p_nom/extendable") are 0 or 1 and no assumptions.
namespace dure::energy {

struct Parameter {
    std::string at;
    std::string list;   ///< "generators", "series"; empty for the network's own
    std::string name;   ///< of the part
    std::string field;  ///< what is left of the address: "p_nom/capital_cost/investment"
    /// "EUR/MW" with the network's currency; "1" of shares and efficiencies, "factor" of series and growth,
    /// "switch".
    std::string unit;
    std::optional<double> value;        ///< none: not given
    std::optional<std::string> series;  ///< the number stands for each value of this series
    /// An assumption that the plan rests on: given other than by default, and not of a limit that is switched
    /// off.
    bool counts = false;
};

/// All of them, in the order of the network.
std::vector<Parameter> parameters(const Network& network);

/// What a scenario or a sweep changes.
struct Change {
    std::string at;
    double value = 0;

    bool operator==(const Change&) const = default;
};

/// The network with its numbers changed, in their order. A number put where a series stood takes its place; a
/// limit whose value is changed is not switched on by it. Errors with pointers like /changes/0/at:
/// `parameter.unknown` {at, nearest}, `parameter.doubled` {at}, `parameter.bad_switch` {at} (neither 0 nor
/// 1); and what check() finds in what comes out, as /changes/0/value where a change is to blame, else with
/// check()'s pointer.
Checked<Varied> apply(const Network& network, const SeriesValues& series, std::span<const Change> changes);

/// One number in place. False: there is no such address, or it is a series'.
bool set_parameter(Network& network, std::string_view at, double value);

/// Where a number comes from and how far it may lie from there; the number itself stands in the network.
struct Assumption {
    std::string at;
    std::string source, figure;  ///< codes of the server's sources and figures
    std::optional<int> price_year;
    std::optional<double> low, high;
    std::string note_ko, note_en;
};

}  // namespace dure::energy
