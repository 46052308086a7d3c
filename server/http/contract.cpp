// SPDX-License-Identifier: Apache-2.0
#include "server/http/contract.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <stdexcept>

#include "server/codec/parse.hpp"

namespace dure::http {

namespace json = boost::json;

namespace {

constexpr std::array<std::string_view, 6> kMethods = {"get", "put", "post", "delete", "patch", "options"};

std::string text(const json::value& value) {
    return std::string(std::string_view(value.as_string()));
}

std::string upper(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    return out;
}

Operation read_operation(std::string_view method, std::string path, const json::object& own) {
    Operation operation{.id = text(own.at("operationId")), .method = upper(method), .path = std::move(path)};
    const auto* security = own.if_contains("security");
    operation.is_public = security && security->as_array().empty();
    if (const auto* actors = own.if_contains("x-actors"))
        for (const auto& actor : actors->as_object())
            operation.actors.emplace(actor.key(), static_cast<int>(actor.value().to_number<int>()));
    for (const auto& response : own.at("responses").as_object())
        operation.statuses.push_back(std::stoi(std::string(std::string_view(response.key()))));
    return operation;
}

}  // namespace

std::vector<Operation> contract_operations() {
    const auto contract = codec::parse(contract_json());
    if (!contract) throw std::logic_error("the contract is not JSON: " + contract.error().code);
    const std::string prefix = text(contract->at("servers").as_array().at(0).at("url"));
    std::vector<Operation> operations;
    for (const auto& path : contract->at("paths").as_object())
        for (const auto& member : path.value().as_object())
            if (std::ranges::find(kMethods, std::string_view(member.key())) != kMethods.end())
                operations.push_back(read_operation(member.key(),
                                                    prefix + std::string(std::string_view(path.key())),
                                                    member.value().as_object()));
    return operations;
}

std::vector<std::string> contract_differences(const std::vector<Route>& routes) {
    std::vector<std::string> differences;
    const auto operations = contract_operations();
    const auto label = [](const auto& own) { return std::string(own.method) + " " + std::string(own.path); };
    for (const Route& route : routes) {
        const auto same = std::ranges::find(operations, label(route), label);
        if (same == operations.end())
            differences.push_back("not in the contract: " + label(route));
        else if (same->id != route.operation_id)
            differences.push_back(label(route) + ": " + std::string(route.operation_id) + " is " + same->id +
                                  " in the contract");
    }
    for (const Operation& operation : operations)
        if (std::ranges::find(routes, label(operation), label) == routes.end())
            differences.push_back("no route: " + label(operation));
    return differences;
}

}  // namespace dure::http
