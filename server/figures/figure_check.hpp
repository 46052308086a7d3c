// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/figure.hpp"
#include "server/figures/vocabulary_store.hpp"

/// Whether a figure can be what it says. Pure: what it refers to is passed in.
namespace dure::figures {

/// The units that figures of an indicator may have, the one it is shown in first: "MJ/Nm3|MJ/kg" in its row.
std::vector<std::string> units_of(const Indicator& indicator);

/// Every reason at once, with the field's pointer. Codes: figures.unknown_region, .unknown_indicator,
/// .unknown_sector, .unknown_item, .unknown_baseline {found}; units.unknown; figures.other_dimension {unit,
/// expected}; figures.needs_source; figures.needs_formula; figures.no_formula; figures.needs_baseline;
/// figures.not_between {low, high}; figures.bad_period {found}; those of formula.hpp's form.
/// `value` of a derived figure is not looked at.
Errors check_figure(const FigureContent& content, const Vocabulary& vocabulary);

/// The figure as a quantity of its indicator's nature. Its unit was checked.
energy::Amount quantity_of(const FigureContent& content, const Vocabulary& vocabulary);

/// What the formula gives in the figure's unit; `find` returns the figure of a code. Errors:
/// figures.unknown_code {code}, figures.other_nature, those of formula.hpp and units.hpp.
using FindByCode = std::function<const FigureContent*(const std::string& code)>;
Expected<double> work_out(const FigureContent& content, const Vocabulary& vocabulary, const FindByCode& find);

}  // namespace dure::figures
