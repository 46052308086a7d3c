// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "server/jobs/every.hpp"
#include "server/together/office.hpp"

namespace dure::together {

/// Tells owners of tasks whose day has come, every so often while the object lives.
class Reminder {
  public:
    explicit Reminder(const Office& office, std::chrono::milliseconds beat = std::chrono::minutes(10));

  private:
    jobs::Every every_;
};

}  // namespace dure::together
