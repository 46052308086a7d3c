// SPDX-License-Identifier: Apache-2.0
#include "server/auth/attempts.hpp"

#include <cstddef>

namespace dure::auth {
namespace {

constexpr std::int64_t kMicroseconds = 1'000'000;
constexpr std::size_t kMostKeys = 50'000;

}  // namespace

std::optional<std::int64_t> Attempts::begin(std::string_view key, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    if (windows_.size() >= kMostKeys) drop_old(now);
    Window& window = windows_[std::string(key)];
    const std::int64_t length = limit_.window_seconds * kMicroseconds;
    if (now - window.start >= length) window = {.start = now};
    if (window.count >= limit_.most) return (window.start + length - now + kMicroseconds - 1) / kMicroseconds;
    ++window.count;
    return std::nullopt;
}

void Attempts::forgive(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto found = windows_.find(std::string(key));
    if (found != windows_.end() && --found->second.count <= 0) windows_.erase(found);
}

void Attempts::drop_old(std::int64_t now) {
    std::erase_if(windows_, [&](const auto& entry) {
        return now - entry.second.start >= limit_.window_seconds * kMicroseconds;
    });
    // Someone is filling the table with made-up keys: forgetting them all costs less than the memory.
    if (windows_.size() >= kMostKeys) windows_.clear();
}

}  // namespace dure::auth
