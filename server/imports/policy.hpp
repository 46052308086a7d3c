// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/auth/actor.hpp"
#include "server/imports/records.hpp"

/// Who may do what: a file that someone uploaded is theirs, until it has become records.
namespace dure::imports {

inline bool may_steer(const auth::Actor& actor, const Import& one) {
    return actor.account == one.owner || actor.administrates();
}

/// Who may import anything at all.
inline auth::RoleSet importers(const Registry& registry) {
    auth::RoleSet roles;
    for (const Resource& resource : registry) roles = roles | resource.may;
    return roles;
}

/// The operations that its state allows.
inline std::vector<std::string> steps(const Import& one) {
    switch (one.state) {
        case State::draft:
            return {"change_import", "check_import", "delete_import"};
        case State::checked:
            if (one.counts.bad_rows > 0 && one.bad == Bad::refuse)
                return {"change_import", "check_import", "change_import_row", "delete_import"};
            return {"change_import", "check_import", "change_import_row", "confirm_import", "delete_import"};
        case State::stopped:
            return {"confirm_import", "undo_import"};
        case State::done:
            return {"undo_import"};
        case State::undone:
            return {"delete_import"};
        case State::checking:
        case State::writing:
        case State::undoing:
            return {};
    }
    return {};
}

}  // namespace dure::imports
