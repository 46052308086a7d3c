// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_query.hpp"

#include "server/codec/codec.hpp"

namespace dure::desks::network {

using Values = std::vector<std::string>;

/// Schema MemberQuery.
struct MemberQueryView {
    std::string q;
    Values country, kind, size_class, activity, technology, hs_code, cluster;
};
BOOST_DESCRIBE_STRUCT(MemberQueryView, (),
                      (q, country, kind, size_class, activity, technology, hs_code, cluster))
std::span<const codec::Rule> json_rules(const MemberQueryView*) {
    static const codec::Rule rules[] = {
        codec::optional("q").length(0, 200),
        codec::optional("country").items(0, 50).length(1, 100).omitted_when_empty(),
        codec::optional("kind").items(0, 50).length(1, 100).omitted_when_empty(),
        codec::optional("size_class").items(0, 50).length(1, 100).omitted_when_empty(),
        codec::optional("activity").items(0, 50).length(1, 100).omitted_when_empty(),
        codec::optional("technology").items(0, 50).length(1, 100).omitted_when_empty(),
        codec::optional("hs_code").items(0, 50).length(1, 100).omitted_when_empty(),
        codec::optional("cluster").items(0, 50).length(1, 100).omitted_when_empty()};
    return rules;
}

BOOST_DESCRIBE_STRUCT(MemberPlace, (), (score, order, id))
std::span<const codec::Rule> json_rules(const MemberPlace*) {
    static const codec::Rule rules[] = {codec::required("score"), codec::required("order"),
                                        codec::required("id")};
    return rules;
}

std::string cursor_of(const MemberPlace& place) {
    return http::write_cursor(place);
}

namespace {

Values split(const std::string& text) {
    Values values;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        if (end > at) values.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return values;
}

/// In the order of kMemberFacets.
template <class View>
auto lists(View& view) {
    return std::array{&view.country,    &view.kind,    &view.size_class, &view.activity,
                      &view.technology, &view.hs_code, &view.cluster};
}

}  // namespace

MemberQuery read_member_query(http::Query& query) {
    MemberQuery asked{.q = query.text("q").value_or(""), .filters = {}};
    for (std::size_t f = 0; f < kMemberFacetCount; ++f)
        asked.filters[f] = split(query.text(kMemberFacets[f], 2000).value_or(""));
    return asked;
}

std::optional<MemberPlace> read_member_place(http::Query& query) {
    return query.cursor<MemberPlace>();
}

std::string encode(const MemberQuery& query) {
    MemberQueryView view{.q = query.q};
    const auto to = lists(view);
    for (std::size_t f = 0; f < kMemberFacetCount; ++f) *to[f] = query.filters[f];
    return codec::encode(view);
}

Checked<MemberQuery> decode_member_query(std::string_view json) {
    auto view = codec::decode<MemberQueryView>(json);
    if (!view) return std::unexpected(std::move(view.error()));
    MemberQuery query{.q = std::move(view->q), .filters = {}};
    const auto from = lists(*view);
    for (std::size_t f = 0; f < kMemberFacetCount; ++f) query.filters[f] = std::move(*from[f]);
    return query;
}

}  // namespace dure::desks::network
