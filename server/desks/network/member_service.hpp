// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/desk.hpp"
#include "server/desks/network/member.hpp"

/// Changes of members, each with its audit entry and its note to the search in the caller's transaction. Each
/// answers 412 http.stale when the profile's version is no longer the one given.
namespace dure::desks::network {

constexpr std::string_view kMember = "network_member";  ///< record_kind of the audit
constexpr std::string_view kMemberChange = "member";    ///< kind of search changes

/// The part of it that is the organisation's own, with the note that it had.
people::OrganisationContent organisation_of(const MemberContent& content, std::string note = {});
MemberContent content_of(const Member& one);

/// A profile for an organisation that has none: 409 member.exists when it has.
Member create_member(db::Connection& c, const Desk& desk, people::Organisation organisation,
                     const MemberProfile& profile, const Who& who);
Member replace_member(db::Connection& c, const Desk& desk, Member one, const MemberContent& content,
                      const Who& who);
/// The organisation stays.
Member remove_member(db::Connection& c, const Desk& desk, Member one, const Who& who);
Member restore_member(db::Connection& c, const Desk& desk, Member one, const Who& who);

}  // namespace dure::desks::network
