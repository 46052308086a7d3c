// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/people/organisation.hpp"
#include "server/people/place.hpp"

/// Organisations in the database. Desks that stand on them read here and refer to `id`; they change them
/// through organisation_service.hpp, which leaves the audit's trace.
namespace dure::people {

void insert_organisation(db::Connection& c, const Organisation& one);
/// Also one that was put away.
std::optional<Organisation> find_organisation(db::Connection& c, const std::string& id);
/// Those of the ids that there are, in no particular order; also those put away.
std::vector<Organisation> find_organisations(db::Connection& c, const std::vector<std::string>& ids);
/// Writes content and updated, and counts the version up. False: the version is no longer one.version.
bool update_organisation(db::Connection& c, const Organisation& one);
/// Puts away, or with none back. False as above.
bool set_organisation_deleted(db::Connection& c, const Organisation& one, std::optional<Instant> deleted);

/// Puts away as a double of `into`, or with none back. False as above.
bool set_organisation_merged(db::Connection& c, const Organisation& one,
                             const std::optional<std::string>& into);
/// All that are not put away, by id.
std::vector<Organisation> all_organisations(db::Connection& c);

struct OrganisationQuery {
    std::string part;  ///< of any of its names, of the registration number, of the web host
    std::optional<OrganisationKind> kind;
    std::optional<std::string> country;
    bool deleted = false;
    Order order = Order::name;
    std::optional<Place> after;
    int limit = 50;
};

/// One more than the limit where there is a next page.
std::vector<Organisation> list_organisations(db::Connection& c, const OrganisationQuery& query);
Place place_of(const Organisation& one);

}  // namespace dure::people
