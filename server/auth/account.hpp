// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"

namespace dure::auth {

enum class Language { ko, en };

/// A person who may sign in; their roles stand apart (role_grant.hpp). `example` accounts come with the
/// example and work on a loopback address only.
struct Account {
    std::string id, email, name;
    std::string password_hash;  ///< empty: invited, and not yet there
    bool active = true;
    bool example = false;
    bool second_factor = false;  ///< read only: second_factor.hpp changes it
    bool linked = false;  ///< read only: with a sign-in at the provider; openid/identities.hpp changes it
    Language language = Language::ko;
    std::optional<Instant> last_sign_in;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

}  // namespace dure::auth
