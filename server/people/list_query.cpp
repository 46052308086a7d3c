// SPDX-License-Identifier: Apache-2.0
#include "server/people/list_query.hpp"

namespace dure::people {

BOOST_DESCRIBE_STRUCT(Place, (), (name_key, updated, id))
std::span<const codec::Rule> json_rules(const Place*) {
    static const codec::Rule rules[] = {codec::required("name_key"), codec::required("updated"),
                                        codec::required("id")};
    return rules;
}

Order order_in(http::Query& query, Order otherwise) {
    constexpr std::string_view orders[] = {"name", "-name", "updated", "-updated"};
    const auto chosen = query.choice("sort", orders);
    return chosen ? static_cast<Order>(*chosen) : otherwise;
}

std::optional<Place> place_in(http::Query& query) {
    return query.cursor<Place>();
}

std::string cursor_of(const Place& place) {
    return http::write_cursor(place);
}

}  // namespace dure::people
