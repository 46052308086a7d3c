// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/people/organisation.hpp"
#include "server/people/organisation_keys.hpp"

/// Thousands of organisations at once.
namespace dure::people {

/// A content with all that its rows say of it, worked out beforehand.
struct PreparedOrganisation {
    explicit PreparedOrganisation(OrganisationContent of);

    OrganisationContent content;
    Keys keys;
    std::vector<std::string> normal_names;  ///< of content.names, in their order
    std::string json;                       ///< as encode() writes it
};

struct NewOrganisation {
    std::string id;  ///< a new one
    std::shared_ptr<const PreparedOrganisation> prepared;
};

/// As insert_organisation does one by one.
void insert_organisations(db::Connection& c, std::span<const NewOrganisation> list, const std::string& owner,
                          Instant now);

/// As set_organisation_deleted does one by one, whatever their versions.
void put_organisations_away(db::Connection& c, std::span<const Organisation> list, Instant now);

/// A record that shares a key with what was asked about.
struct Lookalike {
    std::string id, name, key;
};
/// Of records that are not put away: those with one of the registration keys, and those with one of the
/// normal names; their keys are what was asked.
std::vector<Lookalike> with_registrations(db::Connection& c, const std::vector<std::string>& keys);
std::vector<Lookalike> with_normal_names(db::Connection& c, const std::vector<std::string>& names);

}  // namespace dure::people
