// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/growth_handlers.hpp"

#include "server/desks/network/cluster_store.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/growth.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::network {

http::Response GrowthHandlers::get_growth(const http::Request& request, const auth::Actor&) {
    http::Query(request).done();
    const std::string today = day_of(desk_.clock());
    return desk_.database.read([&](db::Connection& c) {
        return http::json_text(encode(growth_of(list_clusters(c, {.day = today, .limit = 0}), today)));
    });
}

}  // namespace dure::desks::network
