// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <thread>

#include "server/approvals/kinds.hpp"

namespace dure::approvals {

/// Tells whoever holds an overdue step, and their deputies, once a day for each. Returns how many steps.
std::size_t remind(db::Connection& c, const Office& office);

/// Reminds every so often while the object lives. A database that is away is met with a warning in the log
/// and another try.
class Reminder {
  public:
    explicit Reminder(const Office& office, std::chrono::milliseconds beat = std::chrono::minutes(10));

  private:
    std::jthread thread_;
};

}  // namespace dure::approvals
