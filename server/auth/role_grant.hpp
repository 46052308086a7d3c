// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/auth/role.hpp"

namespace dure::auth {

/// A time from an instant until before another; without an end it goes on.
struct Period {
    Instant from = 0;
    std::optional<Instant> until;

    bool holds(Instant now) const { return from <= now && (!until || now < *until); }
};

/// A role that a person holds for a period, perhaps within one organisation only.
struct RoleGrant {
    std::string id, account;
    Role role = Role::planner;
    std::optional<std::string> organisation;
    Period period;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

/// Who stands in for a person's roles during an absence. It reaches one step: what the person holds as a
/// deputy is not handed on.
struct Deputy {
    std::string id, account, deputy;
    std::string account_name, deputy_name;
    Period period;  ///< always with an end
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

/// A role that a person may use during a period: their own, or that of the person they stand in for.
struct HeldRole {
    Role role = Role::planner;
    Period period, deputised;  ///< both must hold; `deputised` of own roles holds always
};

/// Those of the roles that hold now. One that is held within an organisation is a role all the same; what
/// it reaches is the desk's policy.
RoleSet in_force(const std::vector<HeldRole>& held, Instant now);

}  // namespace dure::auth
