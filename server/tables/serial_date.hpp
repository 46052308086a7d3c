// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// How spreadsheets keep days and numbers.
namespace dure::tables {

/// Whether a number format of a workbook shows a day or a time: "yyyy-mm-dd", "h:mm"; texts in quotes and
/// brackets do not count.
bool shows_date(std::string_view format);
/// Whether the format that every workbook knows under this number does.
bool shows_date(int built_in_format);

/// A count of days since 1899-12-30 (or 1904-01-01) as "2026-11-26", "2026-11-26 13:05" or, below one,
/// "13:05". The number itself where it is no day that a calendar has.
std::string date_text(double serial, bool from_1904);

/// The shortest digits of the fifteen that spreadsheets count with; no exponent where it can be helped.
std::string number_text(double number);

}  // namespace dure::tables
