// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.hpp"

namespace dure::http {

/// Which route answers a path. A route's own words win over {names} at the first place where two patterns
/// differ.
class Router {
  public:
    /// Throws std::logic_error when two routes have the same method and pattern, or one has no handler.
    explicit Router(std::vector<Route> routes);

    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string, std::less<>> parameters;
        std::string allowed;  ///< "GET, HEAD, …" of the path; empty: no route has the path
    };
    Match find(std::string_view method, const std::vector<std::string>& segments) const;
    const std::vector<Route>& routes() const { return routes_; }

  private:
    struct Pattern {
        std::vector<std::string_view> segments;  ///< "{name}" stands for any one that is not empty
        std::vector<const Route*> routes;
    };
    std::vector<Route> routes_;
    std::vector<Pattern> patterns_;
};

}  // namespace dure::http
