// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/time.hpp"

/// Days as texts, "2026-11-30": they compare as they follow each other.
namespace dure::desks::network {

/// A day that the calendar has, of the years 1900 to 2999.
bool is_day(std::string_view text);
/// A day, or no more of it than a source says: "2018", "2018-11". They compare with days as texts.
bool is_part_of_day(std::string_view text);
/// The day in Korea, where the secretariat is.
std::string day_of(Instant instant);
/// The instant at which the day has ended there.
Instant end_of_day(std::string_view day);
std::string days_later(std::string_view day, int days);

}  // namespace dure::desks::network
