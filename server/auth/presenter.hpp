// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/views.hpp"

namespace dure::auth {

/// What `reader` sees of an account, with the operations that they may do on it.
AccountView present(const Account& account, const Actor& reader);

}  // namespace dure::auth
