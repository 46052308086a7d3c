// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_codec.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/desks/network/days.hpp"
#include "server/finder/segment_codec.hpp"
#include "server/people/name_rules.hpp"

namespace dure::people {

BOOST_DESCRIBE_ENUM(OrganisationKind, company, university, institute, agency, association, cluster, ministry,
                    city)

}  // namespace dure::people

namespace dure::desks::network {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(ShownTo, nobody, network, everyone)
BOOST_DESCRIBE_ENUM(SizeClass, micro, small, medium, large)
BOOST_DESCRIBE_ENUM(Activity, manufacturing, development, integration, distribution, service, research,
                    education, testing, consulting, funding)
BOOST_DESCRIBE_STRUCT(MemberText, (), (language, text))
BOOST_DESCRIBE_STRUCT(Product, (), (language, name, text))
BOOST_DESCRIBE_STRUCT(Certificate, (), (name, issuer, valid_until))
BOOST_DESCRIBE_STRUCT(Link, (), (label, url))
BOOST_DESCRIBE_STRUCT(Contact, (), (person, email, phone))
BOOST_DESCRIBE_STRUCT(Consent, (),
                      (listing, business, certificates, contact, given_by, given_on, valid_until))
BOOST_DESCRIBE_STRUCT(MemberProfile, (),
                      (size_class, activities, hs_codes, technologies, products, certificates, summaries,
                       links, contact, consent))
BOOST_DESCRIBE_STRUCT(MemberContent, (MemberProfile),
                      (names, kind, country, registration_number, address, web))
BOOST_DESCRIBE_STRUCT(NewMember, (MemberContent), (organisation))
BOOST_DESCRIBE_STRUCT(ClusterLink, (), (id, name))
BOOST_DESCRIBE_STRUCT(MemberView, (),
                      (id, name, names, kind, country, fictitious, web, address, registration_number,
                       clusters, size_class, activities, hs_codes, technologies, labels, products,
                       certificates, summaries, links, contact, consent, completeness, missing, version,
                       created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(MemberHit, (),
                      (id, name, kind, country, fictitious, title, snippet, clusters, size_class, activities,
                       technologies, completeness))
BOOST_DESCRIBE_STRUCT(FacetValue, (), (value, count))
BOOST_DESCRIBE_STRUCT(Facet, (), (name, values))
BOOST_DESCRIBE_STRUCT(MemberPage, (), (items, matches, facets, labels, clusters, next_cursor))
BOOST_DESCRIBE_STRUCT(SuggestionView, (), (text, kind, target, members))
BOOST_DESCRIBE_STRUCT(SuggestionPage, (), (items))
BOOST_DESCRIBE_STRUCT(OwnMember, (), (id, name, country, fictitious, completeness))
BOOST_DESCRIBE_STRUCT(OwnMemberPage, (), (items))
BOOST_DESCRIBE_STRUCT(DueView, (), (id, name, country, fictitious, completeness, missing, due))
BOOST_DESCRIBE_STRUCT(DueCounts, (), (incomplete, no_consent, consent_ending, certificate_ending))
BOOST_DESCRIBE_STRUCT(DuePage, (), (items, counts, next_cursor))

std::span<const Rule> json_rules(const MemberText*) {
    static const Rule rules[] = {
        required("language").length(2, 35).format("ko, en, zh-Hant", people::is_language_tag),
        required("text").length(1, 5000)};
    return rules;
}

std::span<const Rule> json_rules(const Product*) {
    static const Rule rules[] = {
        required("language").length(2, 35).format("ko, en, zh-Hant", people::is_language_tag),
        required("name").length(1, 200), optional("text").length(0, 2000)};
    return rules;
}

std::span<const Rule> json_rules(const Certificate*) {
    static const Rule rules[] = {required("name").length(1, 200), optional("issuer").length(0, 200),
                                 optional("valid_until").format("2026-11-30", is_day)};
    return rules;
}

std::span<const Rule> json_rules(const Link*) {
    static const Rule rules[] = {
        optional("label").length(0, 100),
        required("url").length(1, 500).format("https://www.example.org", people::is_web_address)};
    return rules;
}

namespace {

bool is_email_or_nothing(std::string_view text) {
    if (text.empty()) return true;
    const auto at = text.find('@');
    return at != 0 && at != std::string_view::npos && text.find('.', at) != std::string_view::npos &&
           text.find('@', at + 1) == std::string_view::npos && text.back() != '.' &&
           std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

}  // namespace

std::span<const Rule> json_rules(const Contact*) {
    static const Rule rules[] = {optional("person").length(0, 100),
                                 optional("email").length(0, 254).format("name@domain", is_email_or_nothing),
                                 optional("phone").length(0, 50)};
    return rules;
}

std::span<const Rule> json_rules(const Consent*) {
    static const Rule rules[] = {optional("given_by").length(0, 200),
                                 optional("given_on").format("2026-11-30", is_day),
                                 optional("valid_until").format("2026-11-30", is_day)};
    return rules;
}

void json_check(const Consent& consent, codec::Reader& reader) {
    if (consent.listing != ShownTo::nobody && (consent.given_by.empty() || !consent.given_on))
        reader.refuse("member.consent_without_giver", {},
                      consent.given_by.empty() ? "/given_by" : "/given_on");
    if (consent.given_on && consent.valid_until && *consent.valid_until < *consent.given_on)
        reader.refuse("member.consent_reversed", {}, "/valid_until");
}

#define DURE_PROFILE_RULES                                                                               \
    optional("activities").items(0, 10), optional("hs_codes").items(0, 50).format("847950", is_hs_code), \
        optional("technologies").items(0, 50).length(1, 100), optional("products").items(0, 50),         \
        optional("certificates").items(0, 50), optional("summaries").items(0, 20),                       \
        optional("links").items(0, 20)
#define DURE_ORGANISATION_RULES                                                                             \
    required("names").items(1, 30), required("kind"), required("country").format("KR", people::is_country), \
        optional("registration_number").length(1, 50), optional("address").length(0, 500),                  \
        optional("web").length(1, 500).format("https://www.example.org", people::is_web_address)

std::span<const Rule> json_rules(const MemberProfile*) {
    static const Rule rules[] = {DURE_PROFILE_RULES};
    return rules;
}
std::span<const Rule> json_rules(const MemberContent*) {
    static const Rule rules[] = {DURE_PROFILE_RULES, DURE_ORGANISATION_RULES};
    return rules;
}
std::span<const Rule> json_rules(const NewMember*) {
    static const Rule rules[] = {DURE_PROFILE_RULES, DURE_ORGANISATION_RULES,
                                 optional("organisation").length(1, 100)};
    return rules;
}
#undef DURE_PROFILE_RULES
#undef DURE_ORGANISATION_RULES

std::span<const Rule> json_rules(const MemberView*) {
    static const Rule rules[] = {
        optional("activities").omitted_when_empty(),   optional("hs_codes").omitted_when_empty(),
        optional("technologies").omitted_when_empty(), optional("labels").omitted_when_empty(),
        optional("products").omitted_when_empty(),     optional("certificates").omitted_when_empty(),
        optional("summaries").omitted_when_empty(),    optional("links").omitted_when_empty(),
        optional("missing").omitted_when_empty()};
    return rules;
}
std::span<const Rule> json_rules(const MemberHit*) {
    static const Rule rules[] = {optional("activities").omitted_when_empty(),
                                 optional("technologies").omitted_when_empty()};
    return rules;
}

namespace {

template <class T>
void refuse_twice(const std::vector<T>& list, const char* member, codec::Reader& reader) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), list[i]) !=
            list.begin() + static_cast<std::ptrdiff_t>(i))
            reader.refuse("member.twice", {}, "/" + std::string(member) + "/" + std::to_string(i));
}

void check_profile(const MemberProfile& profile, codec::Reader& reader) {
    refuse_twice(profile.activities, "activities", reader);
    refuse_twice(profile.hs_codes, "hs_codes", reader);
    refuse_twice(profile.technologies, "technologies", reader);
}

void check_content(const MemberContent& content, codec::Reader& reader) {
    check_profile(content, reader);
    people::check_names(content.names, reader);
    if (!content.registration_number) return;
    const auto number = people::registration_number(content.country, *content.registration_number);
    if (!number) reader.refuse(number.error().code, number.error().params, "/registration_number");
}

void tidy(MemberContent& content) {
    people::tidy(content.names);
    content.address = people::trimmed(content.address);
    if (content.registration_number)
        content.registration_number =
            people::registration_number(content.country, *content.registration_number).value();
}

template <class T>
Checked<T> decode_tidy(std::string_view json) {
    auto content = codec::decode<T>(json);
    if (content) tidy(*content);
    return content;
}

}  // namespace

void json_check(const MemberContent& content, codec::Reader& reader) {
    check_content(content, reader);
}
void json_check(const NewMember& content, codec::Reader& reader) {
    check_content(content, reader);
}

Checked<MemberContent> decode_member(std::string_view json) {
    return decode_tidy<MemberContent>(json);
}
Checked<NewMember> decode_new_member(std::string_view json) {
    return decode_tidy<NewMember>(json);
}
MemberProfile stored_profile(std::string_view json) {
    auto profile = codec::decode<MemberProfile>(json);
    if (!profile) throw std::runtime_error("a stored profile is broken: " + profile.error().front().code);
    return std::move(*profile);
}

std::string encode(const MemberProfile& profile) {
    return codec::encode(profile);
}
std::string encode(const MemberContent& content) {
    return codec::encode(content);
}
std::string encode(const MemberView& view) {
    return codec::encode(view);
}
std::string encode(const MemberPage& page) {
    return codec::encode(page);
}
std::string encode(const SuggestionPage& page) {
    return codec::encode(page);
}
std::string encode(const OwnMemberPage& page) {
    return codec::encode(page);
}
std::string encode(const DuePage& page) {
    return codec::encode(page);
}

namespace {

template <class E>
std::optional<E> from_name(std::string_view name) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), value)) return std::nullopt;
    return value;
}

}  // namespace

std::string_view name_of(SizeClass value) {
    return boost::describe::enum_to_string(value, "");
}
std::string_view name_of(Activity value) {
    return boost::describe::enum_to_string(value, "");
}
std::string_view name_of(ShownTo value) {
    return boost::describe::enum_to_string(value, "");
}
std::optional<SizeClass> size_class(std::string_view name) {
    return from_name<SizeClass>(name);
}
std::optional<Activity> activity(std::string_view name) {
    return from_name<Activity>(name);
}
std::optional<ShownTo> shown_to(std::string_view name) {
    return from_name<ShownTo>(name);
}

bool is_hs_code(std::string_view text) {
    return (text.size() == 2 || text.size() == 4 || text.size() == 6) &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace dure::desks::network
