// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/error.hpp"

namespace dure::auth {

/// Why a password is refused, or nothing. `email` and `name` are those of the account. Codes:
/// password.too_short {minimum}, password.too_long {maximum}, password.repeated, password.sequence,
/// password.personal, password.common.
std::optional<Error> refuse_password(std::string_view password, std::string_view email,
                                     std::string_view name);

}  // namespace dure::auth
