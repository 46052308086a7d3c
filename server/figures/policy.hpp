// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"

/// Who may do what: one function an action, so that each can be given to other roles alone.
namespace dure::figures {

using auth::Actor;

/// The institute reads; planners enter and change, administrators may do what they may.
inline constexpr auth::RoleSet kReaders = auth::kInstitute;
inline constexpr auth::RoleSet kEditors = {auth::Role::planner, auth::Role::administrator};

/// Of sources and figures alike: they have `deleted`.
template <class Record>
bool may_read(const Actor& actor, const Record&) {
    return actor.has_any(kReaders);
}
template <class Record>
bool may_change(const Actor& actor, const Record& one) {
    return actor.has_any(kEditors) && !one.deleted;
}
template <class Record>
bool may_remove(const Actor& actor, const Record& one) {
    return may_change(actor, one);
}
template <class Record>
bool may_restore(const Actor& actor, const Record&) {
    return actor.has_any(kEditors);
}

}  // namespace dure::figures
