// SPDX-License-Identifier: Apache-2.0
#include "server/together/cursor.hpp"

namespace dure::together {
namespace {

struct IdPlace {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdPlace, (), (id))
std::span<const codec::Rule> json_rules(const IdPlace*) {
    static const codec::Rule rules[] = {codec::required("id")};
    return rules;
}

struct NumberPlace {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(NumberPlace, (), (number))
std::span<const codec::Rule> json_rules(const NumberPlace*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

}  // namespace

std::optional<std::string> id_in(http::Query& query) {
    const auto place = query.cursor<IdPlace>();
    return place ? std::optional(place->id) : std::nullopt;
}
std::string id_cursor(const std::string& id) {
    return http::write_cursor(IdPlace{id});
}

std::optional<std::int64_t> number_in(http::Query& query) {
    const auto place = query.cursor<NumberPlace>();
    return place ? std::optional(place->number) : std::nullopt;
}
std::string number_cursor(std::int64_t number) {
    return http::write_cursor(NumberPlace{number});
}

}  // namespace dure::together
