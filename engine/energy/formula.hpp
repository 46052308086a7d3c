// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/energy/units.hpp"

/// How a derived figure is worked out, as people write it:
///
///     [daegu.electricity.2014] * 0.086 {toe/MWh} / [daegu.share.electricity.2014]
///
/// Figures stand in brackets by their codes; numbers may carry a unit in braces; + − * / and parentheses as
/// usual. Units are reckoned with: what is added must have one dimension, and never a stock with a flow.
namespace dure::energy {

/// What a reference stands for. Errors of its own are passed on.
using Resolve = std::function<Expected<Amount>(const std::string& code)>;

inline constexpr std::size_t kLongestFormula = 2000;

/// The codes in brackets, each once, in the order in which they stand. Errors: formula.syntax {at, found}:
/// the place counted from 1 in characters of the text, formula.too_long, formula.too_deep.
Expected<std::vector<std::string>> references_of(std::string_view formula);

/// Errors: those above, those of units.hpp, and those of `resolve`.
Expected<Amount> evaluate(std::string_view formula, const Resolve& resolve);

}  // namespace dure::energy
