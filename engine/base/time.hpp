// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

namespace dure {

/// Microseconds since 1970-01-01T00:00Z, as databases and files keep it.
using Instant = std::int64_t;

/// Says what time it is. Passed in, so that tests decide.
using Clock = std::function<Instant()>;

constexpr Instant kMillisecond = 1'000;
constexpr Instant kSecond = 1'000'000;

}  // namespace dure
