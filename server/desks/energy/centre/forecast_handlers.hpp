// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/energy/centre/forecast.hpp"
#include "server/http/message.hpp"

namespace dure::desks::energy {

/// What a forecast says, and its use in an hourly plan.
class ForecastHandlers {
  public:
    explicit ForecastHandlers(const Desk& desk) : desk_(desk) {}

    http::Response get_forecast_result(const http::Request& request, const auth::Actor& actor);
    /// A copy of the plan whose load has the year's demand, with where it comes from written at the load.
    http::Response use_forecast_in_plan(const http::Request& request, const auth::Actor& actor);

  private:
    const Desk desk_;
    const ForecastResource resource_;
};

}  // namespace dure::desks::energy
