// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/desks/network/member.hpp"

namespace dure::desks::network {

/// How much of a profile is filled, and what a partner abroad would still look for.
struct Completeness {
    int percent = 0;
    std::vector<std::string> missing;  ///< names under network.missing of messages/, the weightiest first
};

Completeness completeness_of(const people::OrganisationContent& organisation, const MemberProfile& profile);

}  // namespace dure::desks::network
