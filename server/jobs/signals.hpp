// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>

namespace dure::jobs {

/// What passes between the threads of one process without waiting for the database to be looked at again.
class Signals {
  public:
    /// A job was queued.
    void ring();
    /// Waits for a ring after the one `seen`, for `stop`, or for the time to pass; returns the last ring.
    std::uint64_t wait(std::uint64_t seen, const std::stop_token& stop, std::chrono::milliseconds time);

    /// From now on cancel(id) stops `source`.
    void watch(const std::string& id, std::stop_source source);
    void forget(const std::string& id);
    void cancel(const std::string& id);

  private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::uint64_t rings_ = 0;
    std::map<std::string, std::stop_source> running_;
};

}  // namespace dure::jobs
