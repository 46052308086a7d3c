// SPDX-License-Identifier: Apache-2.0
#include "server/finder/place.hpp"

namespace dure::finder {

BOOST_DESCRIBE_STRUCT(Place, (), (score, order, id))
std::span<const codec::Rule> json_rules(const Place*) {
    static const codec::Rule rules[] = {codec::required("score").at_least(0), codec::required("order"),
                                        codec::required("id")};
    return rules;
}

std::optional<Place> place_in(http::Query& query) {
    return query.cursor<Place>();
}

std::string cursor_of(const Place& place) {
    return http::write_cursor(place);
}

}  // namespace dure::finder
