// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/time.hpp"
#include "server/auth/role.hpp"
#include "server/auth/secret_box.hpp"
#include "server/db/database.hpp"

/// The second factor of an account: an authenticator's codes, and recovery codes for when it is lost.
namespace dure::auth {

/// These roles hold in a session only when the account has a second factor; those of the example are exempt,
/// they work on a loopback address only.
inline constexpr RoleSet kGuarded = {Role::administrator, Role::finance_officer};

/// Whether one was begun, and whether it counts.
enum class FactorStanding { none, begun, confirmed };
FactorStanding second_factor_standing(db::Connection& c, const std::string& account);

/// A base32 secret that counts once its first code has been given; replaces one that was never confirmed. It
/// is kept sealed.
void begin_second_factor(db::Connection& c, const SecretBox& box, const std::string& account,
                         const std::string& secret, Instant now);
/// With the authenticator's first code: returns ten recovery codes, kept as digests only; none when the code
/// is wrong.
std::vector<std::string> confirm_second_factor(db::Connection& c, const SecretBox& box,
                                               const std::string& account, std::string_view code,
                                               Instant now);
/// Whether the code is one of the authenticator's or an unused recovery code; either is used up. A secret
/// that another key has sealed matches no code; recovery codes hold all the same.
bool use_code(db::Connection& c, const SecretBox& box, const std::string& account, std::string_view code,
              Instant now);
/// Seals the secrets that stand readable from before there was a key; returns how many.
int seal_secrets(db::Connection& c, const SecretBox& box);
/// Secrets that this key does not open.
int count_unreadable_secrets(db::Connection& c, const SecretBox& box);
std::int64_t recovery_codes_left(db::Connection& c, const std::string& account);
void drop_second_factor(db::Connection& c, const std::string& account);

}  // namespace dure::auth
