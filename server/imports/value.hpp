// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "server/imports/resource.hpp"

namespace dure::imports {

struct BadCell {
    Error error;
    std::string instead;
};

/// What a cell of the column says. Errors, each with {found} and where possible with what to write instead:
/// imports.missing, imports.unreadable_character, imports.control_character, imports.too_long {maximum,
/// length}, imports.not_a_number, imports.not_whole, imports.too_small {minimum}, imports.too_large
/// {maximum}, imports.not_a_date, imports.no_such_day, imports.unknown_choice, imports.unknown_country,
/// imports.not_yes_or_no.
std::expected<Value, BadCell> read_value(std::string_view cell, const Column& column);

/// The key of the choice that a text means, by its name or its label in either language; empty: none.
std::string choice_in(std::string_view text, const Column& column);
/// Two letters, or the country's name in Korean or English; empty: none.
std::string country_in(std::string_view text);
/// The name nearest to the text, if it is near; empty: none is.
std::string nearest_country(std::string_view text);

/// A number as people write it: 1,234.5 · △12 · (12) · 12.5 MW. NaN: it is none.
double number_in(std::string_view text, std::string_view unit);
/// The digits that number_in reads back.
std::string plain(double number);

/// A day as people write it: 2026-11-26 · 2026. 11. 26. · 20261126 · 2026년 11월 26일, a time behind it left
/// out. `text` is ISO 8601 where it is one; else `instead` may say what it could be.
struct Day {
    std::string text, instead;
    bool no_such_day = false;  ///< well written, but the calendar has none
};
Day day_in(std::string_view text);

}  // namespace dure::imports
