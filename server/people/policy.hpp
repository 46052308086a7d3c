// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"
#include "server/people/organisation.hpp"

/// Who may do what: one function an action, so that each can be given to other roles alone.
namespace dure::people {

using auth::Actor;

inline bool may_read(const Actor& actor, const Organisation& one) {
    return actor.plans() && !one.deleted;
}
inline bool may_change(const Actor& actor, const Organisation& one) {
    return actor.plans() && !one.deleted;
}
/// Putting away is for whoever entered it and for administrators.
inline bool may_remove(const Actor& actor, const Organisation& one) {
    return (actor.administrates() || (actor.plans() && actor.account == one.owner)) && !one.deleted;
}
inline bool may_restore(const Actor& actor, const Organisation& one) {
    return actor.administrates() || (actor.plans() && actor.account == one.owner);
}
inline bool may_read_history(const Actor& actor, const Organisation& one) {
    return may_read(actor, one);
}

}  // namespace dure::people
