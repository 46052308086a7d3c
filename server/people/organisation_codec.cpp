// SPDX-License-Identifier: Apache-2.0
#include "server/people/organisation_codec.hpp"

#include <stdexcept>

#include "server/people/name_rules.hpp"

namespace dure::people {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(OrganisationKind, company, university, institute, agency, association, cluster, ministry,
                    city)
BOOST_DESCRIBE_STRUCT(OrganisationContent, (),
                      (names, kind, country, registration_number, address, web, note))
BOOST_DESCRIBE_STRUCT(OrganisationView, (OrganisationContent),
                      (id, name, owner, owner_name, fictitious, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(OrganisationPage, (), (items, next_cursor))

std::span<const Rule> json_rules(const OrganisationContent*) {
    static const Rule rules[] = {
        required("names").items(1, 30),
        required("kind"),
        required("country").format("KR", is_country),
        optional("registration_number").length(1, 50),
        optional("address").length(0, 500),
        optional("web").length(1, 500).format("https://www.example.org", is_web_address),
        optional("note").length(0, 5000)};
    return rules;
}

void json_check(const OrganisationContent& content, codec::Reader& reader) {
    check_names(content.names, reader);
    if (!content.registration_number) return;
    const auto number = registration_number(content.country, *content.registration_number);
    if (!number) reader.refuse(number.error().code, number.error().params, "/registration_number");
}

namespace {

void tidy(OrganisationContent& content) {
    people::tidy(content.names);
    content.address = trimmed(content.address);
    content.note = trimmed(content.note);
    if (content.registration_number)
        content.registration_number =
            registration_number(content.country, *content.registration_number).value();
}

}  // namespace

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
