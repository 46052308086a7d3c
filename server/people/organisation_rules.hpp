// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/people/name_rules.hpp"
#include "server/people/organisation.hpp"

/// How an organisation is read: included by the codecs alone.
namespace dure::people {

BOOST_DESCRIBE_ENUM(OrganisationKind, company, university, institute, agency, association, cluster, ministry,
                    city)
BOOST_DESCRIBE_STRUCT(OrganisationContent, (),
                      (names, kind, country, registration_number, address, web, note))

inline std::span<const codec::Rule> json_rules(const OrganisationContent*) {
    static const codec::Rule rules[] = {
        codec::required("names").items(1, 30),
        codec::required("kind"),
        codec::required("country").format("KR", is_country),
        codec::optional("registration_number").length(1, 50),
        codec::optional("address").length(0, 500),
        codec::optional("web").length(1, 500).format("https://www.example.org", is_web_address),
        codec::optional("note").length(0, 5000)};
    return rules;
}

inline void json_check(const OrganisationContent& content, codec::Reader& reader) {
    check_names(content.names, reader);
    if (!content.registration_number) return;
    const auto number = registration_number(content.country, *content.registration_number);
    if (!number) reader.refuse(number.error().code, number.error().params, "/registration_number");
}

inline void tidy(OrganisationContent& content) {
    tidy(content.names);
    content.address = trimmed(content.address);
    content.note = trimmed(content.note);
    if (content.registration_number)
        content.registration_number =
            registration_number(content.country, *content.registration_number).value();
}

}  // namespace dure::people
