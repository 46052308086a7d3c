// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/db/database.hpp"
#include "server/figures/figure_codec.hpp"

/// A value in another unit. Within a dimension by the units alone; from a fuel's amount to its energy and
/// back by the fuel's heat value of the year, which must have been imported.
namespace dure::figures {

struct ConversionWish {
    double value = 0;
    std::string from, to;
    std::optional<std::string> item;  ///< the fuel
    std::string region = "kr";        ///< whose heat values
    std::optional<std::int64_t> year;
    bool net = true;  ///< net calorific value, else gross
};

/// Schema UnitConversion.
struct ConversionView {
    double value = 0;
    std::string unit;
    std::vector<FigureView> by;  ///< the heat value that it went by
};

/// A number alone, with a decimal point; not-a-number: it is none.
double parse_number(std::string_view text);

/// Errors with pointers of the query: units.unknown, units.dimension, figures.no_heat_value {item, year}.
Checked<ConversionView> convert_units_of(db::Connection& c, const ConversionWish& wish,
                                         const auth::Actor& reader);
std::string encode(const ConversionView& view);

}  // namespace dure::figures
