// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/people/contact.hpp"

/// The log of contacts in the database.
namespace dure::people {

void insert_contact(db::Connection& c, const Contact& one);
std::optional<Contact> find_contact(db::Connection& c, const std::string& id);
/// False: the version is no longer one.version.
bool update_contact(db::Connection& c, const Contact& one);
bool set_contact_deleted(db::Connection& c, const Contact& one, std::optional<Instant> deleted);

struct ContactPlace {
    std::int64_t at = 0;
    std::string id;
};
struct ContactQuery {
    std::optional<std::string> organisation, person;
    bool open = false;  ///< only those whose next step has a day and was not taken
    std::optional<ContactPlace> after;
    int limit = 50;
};
/// Newest first. One more than the limit where there is a next page.
std::vector<Contact> list_contacts(db::Connection& c, const ContactQuery& query);
ContactPlace place_of(const Contact& one);

}  // namespace dure::people
