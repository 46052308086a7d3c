// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/every.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <exception>
#include <mutex>

namespace dure::jobs {

Every::Every(std::string name, std::chrono::milliseconds beat, std::function<void()> work)
    : thread_([name = std::move(name), beat, work = std::move(work)](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any never;
          while (!stop.stop_requested()) {
              try {
                  work();
              } catch (const std::exception& error) {
                  spdlog::warn("{} failed, trying again: {}", name, error.what());
              }
              std::unique_lock lock(mutex);
              never.wait_for(lock, stop, beat, [] { return false; });
          }
      }) {}

}  // namespace dure::jobs
