// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "server/people/office.hpp"
#include "server/people/organisation.hpp"
#include "server/people/organisation_bulk.hpp"

/// Changes of organisations, each with its audit entry in the caller's transaction. Each answers 412
/// http.stale when the record's version is no longer the one given.
namespace dure::people {

constexpr std::string_view kOrganisation = "organisation";  ///< record_kind of the audit

Organisation create_organisation(db::Connection& c, const Office& office, const OrganisationContent& content,
                                 const Who& who, bool fictitious = false);
/// New ones of this moment, thousands at once, each with its audit entry.
void create_organisations(db::Connection& c, std::span<const NewOrganisation> list, Instant now,
                          const Who& who);
/// Puts thousands away whose versions were looked at in this transaction.
void remove_organisations(db::Connection& c, const Office& office, std::vector<Organisation> list,
                          const Who& who);
Organisation replace_organisation(db::Connection& c, const Office& office, Organisation one,
                                  const OrganisationContent& content, const Who& who);
Organisation remove_organisation(db::Connection& c, const Office& office, Organisation one, const Who& who);
Organisation restore_organisation(db::Connection& c, const Office& office, Organisation one, const Who& who);

}  // namespace dure::people
