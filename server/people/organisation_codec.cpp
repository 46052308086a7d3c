// SPDX-License-Identifier: Apache-2.0
#include "server/people/organisation_codec.hpp"

#include <stdexcept>

#include "server/people/organisation_rules.hpp"

namespace dure::people {

BOOST_DESCRIBE_STRUCT(OrganisationView, (OrganisationContent),
                      (id, name, owner, owner_name, fictitious, version, created, updated, deleted,
                       merged_into, actions))
BOOST_DESCRIBE_STRUCT(OrganisationPage, (), (items, next_cursor))

Checked<OrganisationContent> decode_organisation(std::string_view json) {
    auto content = codec::decode<OrganisationContent>(json);
    if (content) tidy(*content);
    return content;
}

Checked<std::vector<OrganisationContent>> decode_organisations(std::string_view json) {
    auto list = codec::decode<std::vector<OrganisationContent>>(json);
    if (list)
        for (auto& content : *list) tidy(content);
    return list;
}

std::string encode(const OrganisationContent& content) {
    return codec::encode(content);
}
std::string encode(const OrganisationView& view) {
    return codec::encode(view);
}
std::string encode(const OrganisationPage& page) {
    return codec::encode(page);
}

std::string_view name_of(OrganisationKind kind) {
    return boost::describe::enum_to_string(kind, "");
}
OrganisationKind organisation_kind(std::string_view name) {
    OrganisationKind kind{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), kind))
        throw std::invalid_argument("unknown kind of organisation " + std::string(name));
    return kind;
}

}  // namespace dure::people
