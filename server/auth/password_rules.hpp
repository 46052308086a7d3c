// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/base/error.hpp"

namespace dure::auth {

/// The shortest password that an institute may allow; it may ask for more.
constexpr std::size_t kShortestPassword = 12;

/// Why a password is refused, or nothing. `email` and `name` are those of the account. Codes:
/// password.too_short {minimum}, password.too_long {maximum}, password.repeated, password.sequence,
/// password.personal, password.common.
std::optional<Error> refuse_password(std::string_view password, std::string_view email, std::string_view name,
                                     std::size_t shortest = kShortestPassword);

}  // namespace dure::auth
