// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dure::auth {

/// How often something may fail within `window_seconds`, then not before it has passed.
struct AttemptLimit {
    int most = 10;
    std::int64_t window_seconds = 900;
};

/// Counts failed sign-ins by key, in memory: a restart forgives. Safe from any thread.
class Attempts {
  public:
    explicit Attempts(AttemptLimit limit) : limit_(limit) {}

    /// Counts one attempt. Refused: the seconds to wait. `now` is microseconds since 1970.
    std::optional<std::int64_t> begin(std::string_view key, std::int64_t now);
    /// The attempt succeeded: it does not count.
    void forgive(std::string_view key);

  private:
    struct Window {
        std::int64_t start = 0;
        int count = 0;
    };
    void drop_old(std::int64_t now);

    AttemptLimit limit_;
    std::mutex mutex_;
    std::unordered_map<std::string, Window> windows_;
};

}  // namespace dure::auth
