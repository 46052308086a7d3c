// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/account.hpp"

namespace dure::auth {

/// give_role: roles and deputies, of oneself too.
enum class AccountAction { read, change, give_role };

inline bool can(const Actor& actor, AccountAction action, const Account& account) {
    switch (action) {
        case AccountAction::read:
            return actor.administrates() || actor.account == account.id;
        case AccountAction::change:
        case AccountAction::give_role:
            return actor.administrates();
    }
    return false;
}

}  // namespace dure::auth
