// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"

namespace dure {

/// Fills the bytes with randomness fit for secrets.
using RandomBytes = std::function<void(std::span<std::byte>)>;

/// Makes ids: UUIDv7 text (RFC 9562, method 2 of its section 6.2: the random part counts up within a
/// millisecond, and while the clock stands or goes back), so each id sorts behind the one before. For use by
/// any thread.
class IdMaker {
  public:
    IdMaker(Clock clock, RandomBytes random) : clock_(std::move(clock)), random_(std::move(random)) {}
    std::string next();

  private:
    const Clock clock_;
    const RandomBytes random_;
    std::mutex mutex_;
    std::int64_t millisecond_ = -1;
    std::uint64_t high_ = 0;  // 12 bits behind the version
    std::uint64_t low_ = 0;   // 62 bits behind the variant
};

/// Whether `text` has the form of an id: 36 characters, lower-case hex in groups.
bool is_id(std::string_view text);

}  // namespace dure
