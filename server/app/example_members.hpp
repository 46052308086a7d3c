// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/search/taxonomy.hpp"
#include "server/auth/accounts.hpp"
#include "server/desks/network/desk.hpp"
#include "server/desks/network/member.hpp"

namespace dure::app {

/// Invented members, the same ones for the same number and seed but for the days, which follow `today`.
struct InventedMember {
    people::OrganisationContent organisation;
    desks::network::MemberProfile profile;
};
std::vector<InventedMember> invent_members(const std::vector<search::TaxonomyTerm>& terms, std::size_t count,
                                           std::uint64_t seed, const std::string& today);

/// Puts fictitious members into the database once, with people who work for the first Korean one and for a
/// French cluster, where there is one. After the accounts and clusters of the example.
void seed_example_members(const desks::network::Desk& desk, auth::Accounts& accounts);
/// Those people.
std::vector<auth::ExampleAccount> example_member_accounts();

}  // namespace dure::app
