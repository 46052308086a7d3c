// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/role_grant.hpp"
#include "server/auth/views.hpp"

namespace dure::auth {

/// What `reader` sees of an account, with the operations that they may do on it.
AccountView present(const Account& account, RoleSet roles, const Actor& reader);
RoleGrantView present(const RoleGrant& grant, const Account& account, const Actor& reader, Instant now);
DeputyView present(const Deputy& deputy, const Account& account, const Actor& reader, Instant now);

}  // namespace dure::auth
