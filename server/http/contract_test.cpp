// SPDX-License-Identifier: Apache-2.0
#include "server/http/contract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "server/codec/messages.hpp"

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

namespace json = boost::json;

/// The members of a schema and of what it is made of, at any depth.
void collect(const json::object& schemas, const json::value& schema, std::set<std::string>& on_the_way,
             std::set<std::string>& members) {
    if (const auto* list = schema.if_array())
        for (const json::value& one : *list) collect(schemas, one, on_the_way, members);
    const auto* object = schema.if_object();
    if (!object) return;
    if (const auto* name = object->if_contains("$ref")) {
        const std::string whole(name->as_string());
        const auto known = whole.substr(whole.rfind('/') + 1);
        if (on_the_way.insert(known).second) collect(schemas, schemas.at(known), on_the_way, members);
        return;
    }
    if (const auto* properties = object->if_contains("properties"))
        for (const auto& [member, value] : properties->as_object()) {
            members.emplace(member);
            collect(schemas, value, on_the_way, members);
        }
    for (const char* part : {"allOf", "oneOf", "anyOf", "items"})
        if (const auto* inner = object->if_contains(part)) collect(schemas, *inner, on_the_way, members);
}

/// A record's history shows what its content is made of; a plan's model, which is compared part by part,
/// apart.
TEST(Contract, has_words_for_every_member_that_a_history_shows) {
    const auto text = contract_json();
    const json::value whole = json::parse(json::string_view(text.data(), text.size()));
    const auto& schemas = whole.at("components").at("schemas").as_object();
    const auto& en = codec::Messages::embedded().sentences("en");
    std::set<std::string> members;
    for (const auto& [name, schema] : schemas) {
        if (!std::string_view(name).ends_with("Content") || name == "PlanContent") continue;
        std::set<std::string> on_the_way;
        collect(schemas, schema, on_the_way, members);
    }
    EXPECT_GT(members.size(), 150u);
    for (const std::string& member : members)
        EXPECT_TRUE(en.contains("audit.fields." + member) || en.contains("people.field." + member)) << member;
}

}  // namespace
}  // namespace dure::http
