// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/people/merge_store.hpp"
#include "server/people/office.hpp"
#include "server/people/organisation.hpp"

/// Two records that are one organisation become one, and two again. Each in the caller's transaction, with
/// audit entries of both records.
namespace dure::people {

/// `kept` stays, with `content`; `other` is put away, and everything that referred to it refers to `kept`.
/// Refuses with 409 when a reference cannot be moved.
Merge merge_organisations(db::Connection& c, const Office& office, Organisation kept, Organisation other,
                          const OrganisationContent& content, const Who& who);

/// Both records as they were, and every moved reference where it was. Refuses with 409 people.merge_undone,
/// or people.merge_changed with every reason why it can no longer be taken back exactly.
Merge undo_merge(db::Connection& c, const Office& office, Merge merge, const Who& who);

}  // namespace dure::people
