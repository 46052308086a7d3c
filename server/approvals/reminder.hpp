// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "server/approvals/kinds.hpp"
#include "server/jobs/every.hpp"

namespace dure::approvals {

/// Tells whoever holds an overdue step, and their deputies, once a day for each. Returns how many steps.
std::size_t remind(db::Connection& c, const Office& office);

/// Reminds every so often while the object lives.
class Reminder {
  public:
    explicit Reminder(const Office& office, std::chrono::milliseconds beat = std::chrono::minutes(10));

  private:
    jobs::Every every_;
};

}  // namespace dure::approvals
