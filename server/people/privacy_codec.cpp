// SPDX-License-Identifier: Apache-2.0
#include "server/people/privacy_codec.hpp"

#include "engine/base/utc_text.hpp"

namespace dure::people {

/// The cursor of the log of reads.
struct LastNumber {
    std::int64_t number = 0;
};

BOOST_DESCRIBE_STRUCT(LastNumber, (), (number))
BOOST_DESCRIBE_STRUCT(ErasureItem, (), (what, count, erased))
BOOST_DESCRIBE_STRUCT(ErasureList, (), (items))
BOOST_DESCRIBE_STRUCT(ReadView, (),
                      (number, at, account, account_name, operation, person, person_name, count, request_id))
BOOST_DESCRIBE_STRUCT(ReadPage, (), (items, next_cursor))

std::span<const codec::Rule> json_rules(const LastNumber*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

ReadView present(const Read& read) {
    return {.number = read.number,
            .at = utc_text(read.at),
            .account = read.account,
            .account_name = read.account_name,
            .operation = read.operation,
            .person = read.person,
            .person_name = read.person_name,
            .count = read.count,
            .request_id = read.request_id};
}

std::string encode(const ErasureList& list) {
    return codec::encode(list);
}
std::string encode(const ReadPage& page) {
    return codec::encode(page);
}

std::optional<std::int64_t> number_in(http::Query& query) {
    const auto given = query.cursor<LastNumber>();
    return given ? std::optional(given->number) : std::nullopt;
}
std::string number_cursor(std::int64_t number) {
    return http::write_cursor(LastNumber{.number = number});
}

}  // namespace dure::people
