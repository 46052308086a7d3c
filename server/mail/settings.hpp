// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::mail {

enum class Rhythm { at_once, daily, weekly, never };
std::string_view name_of(Rhythm rhythm);

/// What a person chose for the topics; what is not named comes at once. Version 1 until they choose.
struct Settings {
    std::map<std::string, Rhythm> choices;
    std::int64_t version = 1;

    Rhythm of(std::string_view topic) const;
};

Settings settings_of(db::Connection& c, const std::string& account);
/// Writes them as the version after `settings.version`; false when that is no longer the stored one.
bool save_settings(db::Connection& c, const std::string& account, const Settings& settings, Instant now);

/// Why an address gets no mails of a topic.
enum class BlockReason { bounced, unsubscribed };
inline constexpr std::string_view kEveryTopic = "*";

bool is_blocked(db::Connection& c, std::string_view recipient, std::string_view topic);
void block(db::Connection& c, std::string_view recipient, std::string_view topic, BlockReason reason,
           std::string_view detail, Instant now);
/// False: it was not blocked.
bool unblock(db::Connection& c, std::string_view recipient, std::string_view topic);

}  // namespace dure::mail
