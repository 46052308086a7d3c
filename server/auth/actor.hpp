// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "server/auth/role.hpp"

namespace dure::auth {

/// Who is asking.
struct Actor {
    std::string account;  ///< id; empty: nobody is signed in
    std::string name;
    RoleSet roles;           ///< in force at the instant of the request, a deputy's included
    std::string credential;  ///< digest of the session id or token; empty: the shell or a job
    RoleSet withheld;        ///< held, but for want of a second factor not to be used
    bool by_token = false;   ///< an API token's request, not a person's
    bool reads_only = false;

    bool signed_in() const { return !account.empty(); }
    bool has(Role role) const { return roles.has(role); }
    bool has_any(RoleSet wanted) const { return roles.meets(wanted); }
    bool administrates() const { return has(Role::administrator); }
    /// Administrators may do what planners may.
    bool plans() const { return has(Role::planner) || administrates(); }
};

}  // namespace dure::auth
