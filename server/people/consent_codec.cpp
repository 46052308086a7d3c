// SPDX-License-Identifier: Apache-2.0
#include "server/people/consent_codec.hpp"

#include <stdexcept>

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"

namespace dure::people {

using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(Purpose, directory, partners, abroad, mailing, events)
BOOST_DESCRIBE_ENUM(GivenBy, paper, web, mail, spoken)
BOOST_DESCRIBE_STRUCT(NewConsent, (), (purpose, text_version, given, expires, given_by))
BOOST_DESCRIBE_STRUCT(Withdrawal, (), (withdrawn_by))
BOOST_DESCRIBE_STRUCT(ConsentView, (),
                      (id, person, person_name, purpose, text_version, given, given_by, expires, withdrawn,
                       withdrawn_by, in_force, owner, owner_name, version, created, updated, actions))
BOOST_DESCRIBE_STRUCT(ConsentList, (), (items))

namespace {
bool is_instant(std::string_view text) {
    return instant_from(text).has_value();
}

template <class E>
E named(std::string_view name) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), value))
        throw std::invalid_argument("unknown name " + std::string(name));
    return value;
}
}  // namespace

std::span<const Rule> json_rules(const NewConsent*) {
    static const Rule rules[] = {required("purpose"), required("text_version").length(1, 100),
                                 required("given").format("2026-01-31T09:00:00Z", is_instant),
                                 required("expires").format("2028-01-31T09:00:00Z", is_instant),
                                 required("given_by")};
    return rules;
}
void json_check(const NewConsent& consent, codec::Reader& reader) {
    if (*instant_from(consent.expires) <= *instant_from(consent.given))
        reader.refuse("consent.ends_before", {}, "/expires");
}
std::span<const Rule> json_rules(const Withdrawal*) {
    static const Rule rules[] = {required("withdrawn_by")};
    return rules;
}

ConsentView present(const Consent& one, Instant now, bool may_withdraw) {
    ConsentView view{.id = one.id,
                     .person = one.person,
                     .person_name = one.person_name,
                     .purpose = one.purpose,
                     .text_version = one.text_version,
                     .given = utc_text(one.given),
                     .given_by = one.given_by,
                     .expires = utc_text(one.expires),
                     .withdrawn = utc_text(one.withdrawn),
                     .withdrawn_by = one.withdrawn_by,
                     .in_force = !one.withdrawn && one.given <= now && one.expires > now,
                     .owner = one.owner,
                     .owner_name = one.owner_name,
                     .version = one.version,
                     .created = utc_text(one.created),
                     .updated = utc_text(one.updated)};
    if (may_withdraw && !one.withdrawn) view.actions.emplace_back("withdraw_consent");
    return view;
}

Checked<NewConsent> decode_consent(std::string_view json) {
    return codec::decode<NewConsent>(json);
}
Checked<Withdrawal> decode_withdrawal(std::string_view json) {
    return codec::decode<Withdrawal>(json);
}
std::string encode(const ConsentView& view) {
    return codec::encode(view);
}
std::string encode(const ConsentList& list) {
    return codec::encode(list);
}

std::string_view name_of(Purpose purpose) {
    return boost::describe::enum_to_string(purpose, "");
}
std::string_view name_of(GivenBy way) {
    return boost::describe::enum_to_string(way, "");
}
Purpose purpose_of(std::string_view name) {
    return named<Purpose>(name);
}
GivenBy given_by(std::string_view name) {
    return named<GivenBy>(name);
}

}  // namespace dure::people
