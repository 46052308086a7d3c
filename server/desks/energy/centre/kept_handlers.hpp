// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/desks/energy/centre/resource.hpp"

namespace dure::desks::energy {

/// The operations of a kind of record that is kept whole.
class KeptHandlers {
  public:
    KeptHandlers(const Desk& desk, std::shared_ptr<const Resource> resource)
        : desk_(desk), resource_(std::move(resource)) {}

    http::Response list(const http::Request& request, const auth::Actor& actor);
    http::Response download(const http::Request& request, const auth::Actor& actor);
    http::Response create(const http::Request& request, const auth::Actor& actor);
    http::Response get(const http::Request& request, const auth::Actor& actor);
    http::Response replace(const http::Request& request, const auth::Actor& actor);
    http::Response remove(const http::Request& request, const auth::Actor& actor);
    http::Response restore(const http::Request& request, const auth::Actor& actor);
    http::Response history(const http::Request& request, const auth::Actor& actor);

  private:
    const Desk desk_;
    const std::shared_ptr<const Resource> resource_;
};

/// The record that the path names, if it has not been put away; else 404.
Kept readable_kept(db::Connection& c, const Resource& resource, const http::Request& request);

}  // namespace dure::desks::energy
