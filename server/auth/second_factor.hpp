// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/time.hpp"
#include "server/auth/role.hpp"
#include "server/db/database.hpp"

/// The second factor of an account: an authenticator's codes, and recovery codes for when it is lost.
namespace dure::auth {

/// These roles hold in a session only when the account has a second factor; those of the example are exempt,
/// they work on a loopback address only.
inline constexpr RoleSet kGuarded = {Role::administrator, Role::finance_officer};

struct SecondFactor {
    std::string secret;  ///< base32
    bool confirmed = false;
};

std::optional<SecondFactor> find_second_factor(db::Connection& c, const std::string& account);
/// A secret that counts once its first code has been given; replaces one that was never confirmed.
void begin_second_factor(db::Connection& c, const std::string& account, const std::string& secret,
                         Instant now);
/// With the authenticator's first code: returns ten recovery codes, kept as digests only; none when the code
/// is wrong.
std::vector<std::string> confirm_second_factor(db::Connection& c, const std::string& account,
                                               std::string_view code, Instant now);
/// Whether the code is one of the authenticator's or an unused recovery code; either is used up.
bool use_code(db::Connection& c, const std::string& account, std::string_view code, Instant now);
std::int64_t recovery_codes_left(db::Connection& c, const std::string& account);
void drop_second_factor(db::Connection& c, const std::string& account);

}  // namespace dure::auth
