// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace dure::jobs {

/// Does something at once and then every so often while it lives, on a thread of its own. What it throws is a
/// warning in the log under `name`, and it is tried again.
class Every {
  public:
    Every(std::string name, std::chrono::milliseconds beat, std::function<void()> work);

  private:
    std::jthread thread_;
};

}  // namespace dure::jobs
