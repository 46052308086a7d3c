// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace dure::auth {

enum class Role { administrator, planner };

/// Who is asking.
struct Actor {
    std::string account;  ///< id; empty: nobody is signed in
    std::string name;
    std::vector<Role> roles;
    std::string credential;  ///< digest of the session id or token; empty: the shell or a job

    bool signed_in() const { return !account.empty(); }
    bool has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }
    bool administrates() const { return has(Role::administrator); }
    /// Administrators may do what planners may.
    bool plans() const { return has(Role::planner) || administrates(); }
};

}  // namespace dure::auth
