// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.hpp"

namespace dure::http {

/// api/openapi.yaml as JSON, built into the program.
std::string_view contract_json();

struct Operation {
    std::string id, method, path;       ///< path with the server's prefix: "/api/v1/energy/plans/{plan_id}"
    bool is_public = false;             ///< security: []
    std::map<std::string, int> actors;  ///< x-actors: who gets which status
    std::vector<int> statuses;          ///< of `responses`
};

/// The contract's operations in its order.
std::vector<Operation> contract_operations();

/// How routes and contract differ, a line each; empty when they are the same set with the same operation ids.
std::vector<std::string> contract_differences(const std::vector<Route>& routes);

}  // namespace dure::http
