// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server/desks/energy/centre/measure_resource.hpp"
#include "server/http/message.hpp"

namespace dure::desks::energy {

/// What all measures say together; each answer is computed when it is asked for.
class OverviewHandlers {
  public:
    OverviewHandlers(const Desk& desk, std::shared_ptr<const MeasureResource> measures)
        : desk_(desk), measures_(std::move(measures)) {}

    http::Response get_abatement_curve(const http::Request& request, const auth::Actor& actor);
    http::Response get_gap(const http::Request& request, const auth::Actor& actor);
    http::Response get_monitoring_report(const http::Request& request, const auth::Actor& actor);

  private:
    const Desk desk_;
    const std::shared_ptr<const MeasureResource> measures_;
};

/// A measure that counts: not put away, not cancelled.
struct Counted {
    Kept kept;
    MeasureContent content;
};
std::vector<Counted> counted_measures(db::Connection& c);

}  // namespace dure::desks::energy
