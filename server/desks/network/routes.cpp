// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/routes.hpp"

#include "server/desks/network/cluster_routes.hpp"
#include "server/desks/network/meeting_routes.hpp"
#include "server/desks/network/taxonomy_routes.hpp"

namespace dure::desks::network {

std::vector<auth::Operation> operations(const Desk& desk) {
    std::vector<auth::Operation> all;
    for (auto& more : {cluster_operations(desk), taxonomy_operations(desk), meeting_operations(desk)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace dure::desks::network
