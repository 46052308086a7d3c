// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/comment.hpp"
#include "server/together/subjects.hpp"

/// Who may do what with comments: one function an action. All hold only where the record may be read.
namespace dure::together {

/// May put away what others said.
inline constexpr auth::RoleSet kModerators = {auth::Role::administrator, auth::Role::director};

inline bool in_sight(Sight sight, const Comment& one) {
    return sight == Sight::all || (sight == Sight::shared && one.shared);
}
inline bool may_restore(const auth::Actor& actor, const Comment& one) {
    if (!one.deleted) return false;
    return one.deleted_by == actor.account || actor.has_any(kModerators);
}
/// Put away it is there only for whoever may bring it back.
inline bool may_read(Reader& reader, const Comment& one) {
    return in_sight(reader.sight(one.subject_kind, one.subject_id), one) &&
           (!one.deleted || may_restore(reader.actor(), one));
}
/// Nobody changes another's words.
inline bool may_change(const auth::Actor& actor, const Comment& one) {
    return !one.deleted && actor.account == one.author;
}
inline bool may_remove(const auth::Actor& actor, const Comment& one) {
    return !one.deleted && (actor.account == one.author || actor.has_any(kModerators));
}

}  // namespace dure::together
