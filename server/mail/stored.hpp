// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"

namespace dure::mail {

/// held: waits for its reader's digest. digested: went out within another. kept: never sent, only to be read
/// (the example's people). dead: given up, and can be tried again by hand.
enum class State { held, waiting, sending, sent, bounced, dead, cancelled, expired, digested, kept };
std::string_view name_of(State state);
State state_from(std::string_view name);

/// A mail as the outbox holds it.
struct Stored {
    std::int64_t number = 0;
    std::optional<std::string> account;
    std::string address, name, language;
    std::string kind, topic;
    std::optional<std::string> mailing;
    std::string subject, body, action, path;
    bool secret = false;
    State state = State::waiting;
    std::optional<std::string> rhythm;
    std::optional<std::int64_t> digest;
    std::optional<std::string> message_id;
    std::int64_t attempts = 0;
    Instant due = 0, expires = 0;
    std::optional<Instant> sent;
    std::optional<std::string> failure;  ///< what the other server said last
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

}  // namespace dure::mail
