// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/network/membership.hpp"

namespace dure::desks::network {

/// Schema NewMembership.
struct NewMembership : MembershipDays {
    std::string organisation;
};

/// Schema Membership.
struct MembershipView : MembershipDays {
    std::string id, cluster, organisation, name, country;
    people::OrganisationKind kind = people::OrganisationKind::company;
    bool fictitious = false;
    std::int64_t version = 1;
    std::vector<std::string> actions;
};

struct MembershipPage {
    std::vector<MembershipView> items;
    std::optional<std::string> next_cursor;
};

Checked<NewMembership> decode_new_membership(std::string_view json);
Checked<MembershipDays> decode_membership_days(std::string_view json);
std::string encode(const Membership&);  ///< for the audit
std::string encode(const MembershipView&);
std::string encode(const MembershipPage&);

}  // namespace dure::desks::network
