// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/desk.hpp"
#include "server/http/message.hpp"

namespace dure::desks::network {

class GrowthHandlers {
  public:
    explicit GrowthHandlers(const Desk& desk) : desk_(desk) {}

    http::Response get_growth(const http::Request& request, const auth::Actor& actor);

  private:
    const Desk desk_;
};

}  // namespace dure::desks::network
