// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/people/office.hpp"
#include "server/people/person.hpp"

/// Changes of persons, each with its audit entry in the caller's transaction. Each answers 412 http.stale
/// when the record's version is no longer the one given, and 422 people.no_such_organisation for employments
/// at organisations that there are not.
namespace dure::people {

constexpr std::string_view kPerson = "person";  ///< record_kind of the audit

Person create_person(db::Connection& c, const Office& office, const PersonContent& content, const Who& who,
                     bool fictitious = false);
Person replace_person(db::Connection& c, const Office& office, Person one, const PersonContent& content,
                      const Who& who);
Person remove_person(db::Connection& c, const Office& office, Person one, const Who& who);
Person restore_person(db::Connection& c, const Office& office, Person one, const Who& who);

}  // namespace dure::people
