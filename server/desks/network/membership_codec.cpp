// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/membership_codec.hpp"

#include "server/codec/codec.hpp"
#include "server/desks/network/days.hpp"

namespace dure::people {
BOOST_DESCRIBE_ENUM(OrganisationKind, company, university, institute, agency, association, cluster, ministry,
                    city)
}

namespace dure::desks::network {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_STRUCT(MembershipDays, (), (from, until))
BOOST_DESCRIBE_STRUCT(NewMembership, (MembershipDays), (organisation))
BOOST_DESCRIBE_STRUCT(MembershipView, (MembershipDays),
                      (id, cluster, organisation, name, country, kind, fictitious, version, actions))
BOOST_DESCRIBE_STRUCT(MembershipPage, (), (items, next_cursor))

namespace {

/// What the audit keeps of a membership.
struct Trace : MembershipDays {
    std::string cluster, organisation;
};
BOOST_DESCRIBE_STRUCT(Trace, (MembershipDays), (cluster, organisation))

constexpr Rule kFrom = optional("from").format("2026-11-26", is_day);
constexpr Rule kUntil = optional("until").format("2026-11-26", is_day);

}  // namespace

std::span<const Rule> json_rules(const MembershipDays*) {
    static const Rule rules[] = {kFrom, kUntil};
    return rules;
}
std::span<const Rule> json_rules(const NewMembership*) {
    static const Rule rules[] = {kFrom, kUntil, required("organisation").length(1, 50)};
    return rules;
}

Checked<NewMembership> decode_new_membership(std::string_view json) {
    return codec::decode<NewMembership>(json);
}
Checked<MembershipDays> decode_membership_days(std::string_view json) {
    return codec::decode<MembershipDays>(json);
}
std::string encode(const Membership& one) {
    return codec::encode(Trace{{one.days}, one.cluster, one.organisation});
}
std::string encode(const MembershipView& view) {
    return codec::encode(view);
}
std::string encode(const MembershipPage& page) {
    return codec::encode(page);
}

}  // namespace dure::desks::network
