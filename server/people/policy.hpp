// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"
#include "server/people/organisation.hpp"

/// Who may do what: one function an action, so that each can be given to other roles alone.
namespace dure::people {

using auth::Actor;

/// The institute reads; those who work with organisations enter and change them, and administrators may do
/// what they may.
inline constexpr auth::RoleSet kReaders = auth::kInstitute;
inline constexpr auth::RoleSet kEditors = {auth::Role::planner, auth::Role::programme_officer,
                                           auth::Role::cluster_manager, auth::Role::administrator};

/// Records here have an `owner`, who entered them, and `deleted`, since when they are put away.
template <class Record>
bool entered(const Actor& actor, const Record& one) {
    return actor.administrates() || (actor.has_any(kEditors) && actor.account == one.owner);
}

template <class Record>
bool may_read(const Actor& actor, const Record& one) {
    return actor.has_any(kReaders) && !one.deleted;
}
template <class Record>
bool may_change(const Actor& actor, const Record& one) {
    return actor.has_any(kEditors) && !one.deleted;
}
/// Putting away is for whoever entered it and for administrators.
template <class Record>
bool may_remove(const Actor& actor, const Record& one) {
    return entered(actor, one) && !one.deleted;
}
template <class Record>
bool may_restore(const Actor& actor, const Record& one) {
    return entered(actor, one);
}
/// Merging puts a record away that another may have entered; it can be undone, and a directory is kept free
/// of doubles by whoever works with it.
inline bool may_merge(const Actor& actor, const Organisation& one) {
    return may_change(actor, one);
}
inline bool may_read_history(const Actor& actor, const Organisation& one) {
    return may_read(actor, one);
}

}  // namespace dure::people
