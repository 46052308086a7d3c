// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace dure::http {

/// Which names this server answers to, and which pages may send it changes.
class Guard {
  public:
    /// `loopback_only`: bound to a loopback address. Throws std::runtime_error when public_url is not
    /// http(s)://host[:port].
    Guard(const std::string& public_url, bool loopback_only);

    /// Host of the public URL, or a loopback name; every host when nothing is known.
    bool knows_host(std::string_view host) const;
    /// Whether a browser says that another site's page sends this change (Sec-Fetch-Site, else Origin).
    /// Clients that are not browsers say nothing and pass.
    bool is_cross_site(const Request& request) const;

  private:
    std::string public_origin_, public_host_;
    bool loopback_only_;
};

/// "localhost", 127.x.y.z or [::1], with or without a port.
bool is_loopback_host(std::string_view host);

}  // namespace dure::http
