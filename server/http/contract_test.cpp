// SPDX-License-Identifier: Apache-2.0
#include "server/http/contract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace dure::http {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST(Contract, is_built_in_with_its_types_kept) {
    EXPECT_THAT(std::string(contract_json()), HasSubstr(R"({"openapi":"3.1.0")"));
    EXPECT_THAT(std::string(contract_json()), HasSubstr(R"("minimum":1,"maximum":200,"default":50)"));
}

TEST(Contract, says_for_every_operation_who_gets_which_status) {
    std::set<std::string> ids;
    for (const auto& operation : contract_operations()) {
        EXPECT_TRUE(ids.insert(operation.id).second) << operation.id << " twice";
        for (const char* actor : {"owner", "colleague", "stranger", "nobody"}) {
            ASSERT_TRUE(operation.actors.contains(actor)) << operation.id << " " << actor;
            EXPECT_THAT(operation.statuses, Contains(operation.actors.at(actor)))
                << operation.id << " " << actor;
        }
        EXPECT_EQ(operation.is_public, operation.actors.at("nobody") != 401) << operation.id;
    }
    EXPECT_GT(ids.size(), 30u);
}

TEST(Contract, names_routes_that_are_missing_or_new_or_called_otherwise) {
    const Handler handler = [](const Request&) { return Response{}; };
    std::vector<Route> routes;
    const auto operations = contract_operations();
    for (const auto& operation : operations)
        routes.push_back({operation.method, operation.path, operation.id, handler});
    EXPECT_TRUE(contract_differences(routes).empty());
    routes[0].operation_id = "other";
    routes[1].path = "/api/v1/new";
    const auto differences = contract_differences(routes);
    EXPECT_EQ(differences.size(), 3u);
    EXPECT_THAT(differences, Contains("GET /api/v1/openapi.json: other is get_contract in the contract"));
    EXPECT_THAT(differences, Contains("not in the contract: GET /api/v1/new"));
    EXPECT_THAT(differences, Contains("no route: GET /api/v1/setup"));
}

}  // namespace
}  // namespace dure::http
