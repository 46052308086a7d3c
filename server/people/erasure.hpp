// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/people/office.hpp"
#include "server/people/person.hpp"

/// A person's data removed on request (PIPA article 36, GDPR article 17), and what the law or others' records
/// make stay.
namespace dure::people {

/// `what`: names_and_addresses, employments, contacts, audit_contents, answers are erased; shared_contacts,
/// consents, reads, audit_shells stay, for reasons that messages/ give under person.erasure.why.
struct ErasureItem {
    std::string what;
    std::int64_t count = 0;
    bool erased = false;
};

/// What erasing would do now; lines with nothing in them are left out.
std::vector<ErasureItem> erasure_of(db::Connection& c, const std::string& person);

/// Does it, in the caller's transaction. Answers 412 http.stale when the version is no longer one.version.
void erase_person(db::Connection& c, const Office& office, const Person& one, const Who& who);

}  // namespace dure::people
