// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"

namespace dure {

/// RFC 3339 in UTC with microseconds: "2026-11-23T22:53:07.123456Z".
std::string utc_text(Instant instant);

inline std::optional<std::string> utc_text(const std::optional<Instant>& instant) {
    if (!instant) return std::nullopt;
    return utc_text(*instant);
}

/// Reads an instant of the years 1970 to 9999 in RFC 3339 with its offset ("…Z" or "…+09:00"); finer than
/// microseconds is cut off. None when it is something else.
std::optional<Instant> instant_from(std::string_view text);

/// A day of the calendar as YYYY-MM-DD.
bool is_day(std::string_view text);

}  // namespace dure
