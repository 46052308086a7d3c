// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/auth/openid/provider.hpp"
#include "server/auth/secret_box.hpp"

namespace dure::auth::openid {

/// What the browser carries sealed in a cookie between the two halves of a sign-in, so that nothing is
/// written for whoever only begins one. With `identity` the provider has answered, and the second factor is
/// asked for.
struct Carried {
    Attempt attempt;
    std::optional<Identity> identity;
    Instant expires = 0;
};

constexpr Instant kAttemptLife = 600 * kSecond;

std::string seal(const SecretBox& box, const Carried& carried);
/// None where it was sealed by another key, changed, or has expired.
std::optional<Carried> open(const SecretBox& box, std::string_view cookie, Instant now);

}  // namespace dure::auth::openid
