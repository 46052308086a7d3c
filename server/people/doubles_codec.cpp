// SPDX-License-Identifier: Apache-2.0
#include "server/people/doubles_codec.hpp"

#include "engine/search/linkage/link.hpp"
#include "server/people/organisation_rules.hpp"

namespace dure::people {

using codec::optional;
using codec::required;
using codec::Rule;

/// Cursors of the lists here.
struct Offset {
    std::int64_t shown = 0;
};
struct LastId {
    std::string id;
};

namespace {
constexpr double kHundredToOne = 6.6;  // bits
}

BOOST_DESCRIBE_STRUCT(Offset, (), (shown))
BOOST_DESCRIBE_STRUCT(LastId, (), (id))
BOOST_DESCRIBE_ENUM(SameKey, registration, web, name)
BOOST_DESCRIBE_ENUM(Likelihood, almost_certain, likely, possible)
BOOST_DESCRIBE_STRUCT(OrganisationDraft, (), (except, names, country, registration_number, web))
BOOST_DESCRIBE_STRUCT(LikeDraftView, (), (organisation, same))
BOOST_DESCRIBE_STRUCT(LikeDraftList, (), (items))
BOOST_DESCRIBE_STRUCT(PartView, (), (of, bits, one, other))
BOOST_DESCRIBE_STRUCT(DoubleView, (), (one, other, weight, likelihood, parts, apart))
BOOST_DESCRIBE_STRUCT(DoublePage, (), (items, total, next_cursor))
BOOST_DESCRIBE_STRUCT(OtherOrganisation, (), (other))
BOOST_DESCRIBE_STRUCT(MergeRequest, (), (other, other_version, content))
BOOST_DESCRIBE_STRUCT(ReferenceCount, (), (reference, count))
BOOST_DESCRIBE_STRUCT(ReferenceCountList, (), (items))
BOOST_DESCRIBE_STRUCT(MergeView, (),
                      (id, kept, kept_name, merged, merged_name, moved, merged_by, merged_by_name, undone,
                       version, created, updated, actions))
BOOST_DESCRIBE_STRUCT(MergePage, (), (items, next_cursor))

std::span<const Rule> json_rules(const Offset*) {
    static const Rule rules[] = {required("shown").at_least(0)};
    return rules;
}
std::span<const Rule> json_rules(const LastId*) {
    static const Rule rules[] = {required("id")};
    return rules;
}
std::span<const Rule> json_rules(const OrganisationDraft*) {
    static const Rule rules[] = {
        optional("except").length(1, 50), required("names").items(0, 30), optional("country").length(0, 2),
        optional("registration_number").length(0, 50), optional("web").length(0, 500)};
    return rules;
}
std::span<const Rule> json_rules(const OtherOrganisation*) {
    static const Rule rules[] = {required("other").length(1, 50)};
    return rules;
}
std::span<const Rule> json_rules(const MergeRequest*) {
    static const Rule rules[] = {required("other").length(1, 50), required("other_version"),
                                 required("content")};
    return rules;
}

DoubleView present(const search::DirectoryPair& pair) {
    DoubleView view{.weight = pair.weight};
    view.likelihood = pair.weight >= kHundredToOne        ? Likelihood::almost_certain
                      : pair.weight >= search::kSameAbove ? Likelihood::likely
                                                          : Likelihood::possible;
    constexpr std::string_view kNames[] = {"start", "name", "registration", "web", "country", "address"};
    for (const auto& part : pair.parts) {
        PartView shown{.of = std::string(kNames[static_cast<std::size_t>(part.of)]), .bits = part.bits};
        if (part.of != search::Evidence::start) {
            shown.one = part.left;
            shown.other = part.right;
        }
        view.parts.push_back(std::move(shown));
    }
    return view;
}

Checked<OrganisationDraft> decode_draft(std::string_view json) {
    return codec::decode<OrganisationDraft>(json);
}
Checked<OtherOrganisation> decode_other(std::string_view json) {
    return codec::decode<OtherOrganisation>(json);
}
Checked<MergeRequest> decode_merge(std::string_view json) {
    auto request = codec::decode<MergeRequest>(json);
    if (request) tidy(request->content);
    return request;
}

std::string encode(const LikeDraftList& list) {
    return codec::encode(list);
}
std::string encode(const DoublePage& page) {
    return codec::encode(page);
}
std::string encode(const ReferenceCountList& list) {
    return codec::encode(list);
}
std::string encode(const MergeView& view) {
    return codec::encode(view);
}
std::string encode(const MergePage& page) {
    return codec::encode(page);
}

std::size_t offset_in(http::Query& query) {
    const auto given = query.cursor<Offset>();
    return given ? static_cast<std::size_t>(given->shown) : 0;
}
std::string offset_cursor(std::size_t offset) {
    return http::write_cursor(Offset{.shown = static_cast<std::int64_t>(offset)});
}
std::optional<std::string> id_in(http::Query& query) {
    const auto given = query.cursor<LastId>();
    return given ? std::optional(given->id) : std::nullopt;
}
std::string id_cursor(const std::string& id) {
    return http::write_cursor(LastId{.id = id});
}

}  // namespace dure::people
