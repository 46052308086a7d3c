// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/comment_policy.hpp"
#include "server/together/task.hpp"

/// Who may do what with tasks: one function an action.
namespace dure::together {

inline constexpr auth::RoleSet kWorkers = auth::kInstitute;

/// Gave it, has it, or stands in for who has it.
inline bool has_part(const Reader& reader, const Task& one) {
    return reader.is(one.creator) || reader.acts_for(one.owner);
}
/// A task on a record is for whoever of the institute may read the record, and for nobody else: not for its
/// owner either. One on none is for those who have a part in it.
inline bool may_read(Reader& reader, const Task& one) {
    if (!reader.actor().has_any(kWorkers)) return false;
    if (one.deleted && !reader.is(one.creator) && !reader.actor().has_any(kModerators)) return false;
    if (one.subject_kind) return reader.subject(*one.subject_kind, *one.subject_id).has_value();
    return has_part(reader, one);
}
inline bool may_change(const Reader& reader, const Task& one) {
    return !one.deleted && (has_part(reader, one) || reader.actor().has_any(kModerators));
}
inline bool may_finish(const Reader& reader, const Task& one) {
    return may_change(reader, one) && !one.done;
}
inline bool may_reopen(const Reader& reader, const Task& one) {
    return may_change(reader, one) && one.done;
}
inline bool may_remove(const Reader& reader, const Task& one) {
    return !one.deleted && (reader.is(one.creator) || reader.actor().has_any(kModerators));
}
inline bool may_restore(const Reader& reader, const Task& one) {
    return one.deleted && (reader.is(one.creator) || reader.actor().has_any(kModerators));
}

}  // namespace dure::together
