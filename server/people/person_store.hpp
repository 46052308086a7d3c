// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "server/db/database.hpp"
#include "server/people/person.hpp"
#include "server/people/place.hpp"
#include "server/people/references.hpp"

/// Persons in the database. They are changed through person_service.hpp, which leaves the audit's trace.
namespace dure::people {

void insert_person(db::Connection& c, const Person& one, IdMaker& ids);
/// Also one that was put away or erased.
std::optional<Person> find_person(db::Connection& c, const std::string& id);
std::vector<Person> find_persons(db::Connection& c, const std::vector<std::string>& ids);
/// Writes content and updated, and counts the version up. Employments that did not change keep their rows.
/// False: the version is no longer one.version.
bool update_person(db::Connection& c, const Person& one, IdMaker& ids);
bool set_person_deleted(db::Connection& c, const Person& one, std::optional<Instant> deleted);
/// Empties everything that tells who it is. False as above.
bool erase_person_row(db::Connection& c, const Person& one, Instant now);

struct PersonQuery {
    std::string part;  ///< of a name, the e-mail address, or the name of an organisation they work at
    std::optional<std::string> organisation, language;
    std::string today;  ///< with `organisation`: those who work there on this day; empty: who ever did
    bool deleted = false;
    Order order = Order::name;
    std::optional<Place> after;
    int limit = 50;
};
/// One more than the limit where there is a next page.
std::vector<Person> list_persons(db::Connection& c, const PersonQuery& query);
Place place_of(const Person& one);

/// Moves employments and entries of the log when organisations are merged.
std::vector<Reference> own_references();

}  // namespace dure::people
