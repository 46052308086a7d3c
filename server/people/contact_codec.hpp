// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/contact_store.hpp"

/// What comes in about contacts and what leaves. Instants are texts here.
namespace dure::people {

struct Party {
    std::string id, name;  ///< name empty: erased
};
/// Schema Contact.
struct ContactView {
    std::string id;
    ContactKind kind = ContactKind::call;
    std::string at;
    std::optional<std::string> organisation, organisation_name;
    std::vector<Party> persons, accounts;
    std::string summary, next_step;
    std::optional<std::string> due;
    bool done = false;
    std::string owner, owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
struct ContactPage {
    std::vector<ContactView> items;
    std::optional<std::string> next_cursor;
};

/// Tidied, at in UTC. Codes beside the codec's: contact.nobody: with neither organisation nor person.
Checked<ContactContent> decode_contact(std::string_view json);
std::string encode(const ContactContent&);
std::string encode(const ContactView&);
std::string encode(const ContactPage&);

std::optional<ContactPlace> contact_place_in(http::Query& query);
std::string cursor_of(const ContactPlace& place);

std::string_view name_of(ContactKind kind);
/// Throws std::invalid_argument: the names come from our own tables.
ContactKind contact_kind(std::string_view name);

}  // namespace dure::people
