// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/time.hpp"
#include "server/people/organisation.hpp"

namespace dure::desks::network {

/// The days of a membership. Schema MembershipDays.
struct MembershipDays {
    std::optional<std::string> from;   ///< none: since before it was written down
    std::optional<std::string> until;  ///< the first day without it; none: it goes on
    bool operator==(const MembershipDays&) const = default;
};

/// That an organisation belongs to a cluster for a time.
struct Membership {
    std::string id, cluster, organisation;
    MembershipDays days;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

/// With what the organisation is called: for lists.
struct ListedMembership : Membership {
    std::string name, name_key, country;
    people::OrganisationKind kind = people::OrganisationKind::company;
    bool fictitious = false;
};

}  // namespace dure::desks::network
