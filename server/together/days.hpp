// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/time.hpp"

/// Days as texts, "2026-11-30", in Korea, which has had no summer time since 1988.
namespace dure::together {

std::string day_of(Instant instant);
/// Of a day that the calendar has.
std::string days_later(std::string_view day, int days);
/// When the day begins there.
Instant begin_of(std::string_view day);

}  // namespace dure::together
