// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/routes.hpp"

#include "server/desks/network/cluster_routes.hpp"
#include "server/desks/network/meeting_routes.hpp"
#include "server/desks/network/member_routes.hpp"
#include "server/desks/network/saved_search.hpp"
#include "server/desks/network/taxonomy_routes.hpp"

namespace dure::desks::network {

std::vector<auth::Operation> operations(const Desk& desk, const std::shared_ptr<MemberIndex>& members) {
    auto all = member_operations(desk, members);
    for (auto& more : {saved_search_operations(desk, members), cluster_operations(desk),
                       taxonomy_operations(desk), meeting_operations(desk)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace dure::desks::network
