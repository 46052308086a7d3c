// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/people/organisation.hpp"

/// Thousands of organisations at once.
namespace dure::people {

/// As insert_organisation does one by one. The ids are new ones.
void insert_organisations(db::Connection& c, std::span<const Organisation> list);

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
