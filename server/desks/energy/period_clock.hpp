// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/time.hpp"
#include "engine/energy/network.hpp"

namespace dure::desks::energy {

/// When the periods of a model are. The model's start and zone have passed energy::check.
class PeriodClock {
  public:
    explicit PeriodClock(const dure::energy::Time& time);

    Instant start_of(std::int64_t period) const;
    /// The wall time of a period's start, "2030-01-01 00:00".
    std::string local_text(std::int64_t period) const;

  private:
    Instant start_ = 0, period_ = 0;
    std::string zone_;
};

}  // namespace dure::desks::energy
