// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::mail {

/// Who wants no more mails of which topic: what a link to unsubscribe says. It needs no table, holds for ever
/// and cannot be made up (HMAC-SHA-256 with the installation's key).
struct Unsubscription {
    std::string address, topic;
};

std::string unsubscribe_token(const Unsubscription& what, std::string_view key);
/// None for a token that this installation did not make.
std::optional<Unsubscription> read_unsubscribe_token(std::string_view token, std::string_view key);

/// The installation's key; made when there is none yet.
std::string unsubscribe_key(db::Database& database, const RandomBytes& random, Instant now);

}  // namespace dure::mail
