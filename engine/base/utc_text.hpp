// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "engine/base/time.hpp"

namespace dure {

/// RFC 3339 in UTC with microseconds: "2026-11-23T22:53:07.123456Z".
std::string utc_text(Instant instant);

inline std::optional<std::string> utc_text(const std::optional<Instant>& instant) {
    if (!instant) return std::nullopt;
    return utc_text(*instant);
}

}  // namespace dure
