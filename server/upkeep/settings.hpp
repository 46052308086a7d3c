// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// What keeps an installation going: its settings, and how it fares.
namespace dure::upkeep {

enum class SettingKind { text, whole, email };

/// One setting: what it takes, and what holds where nobody has said anything. Sentences stand under
/// upkeep.setting.<name> in messages/.
struct SettingRule {
    std::string_view name;
    SettingKind kind = SettingKind::text;
    std::string_view fallback;
    std::int64_t least = 0, most = 0;  ///< of a whole number; of a text, its length
};

/// All there are, in the order in which they are shown.
std::span<const SettingRule> setting_rules();
const SettingRule* find_rule(std::string_view name);

/// Refuses what the setting does not take. Errors as of the codec: json.too_long, json.not_an_integer, …
std::optional<Error> refuse_value(const SettingRule& rule, std::string_view value);

struct Setting {
    const SettingRule* rule = nullptr;
    std::string value;
    bool chosen = false;  ///< false: the fallback
    std::int64_t version = 0;
    std::optional<Instant> updated;
};

std::vector<Setting> list_settings(db::Connection& c);
Setting find_setting(db::Connection& c, const SettingRule& rule);
/// Without a value the fallback holds again. Counts the version up, if it is still `version`; else false.
bool put_setting(db::Connection& c, const SettingRule& rule, const std::optional<std::string>& value,
                 std::int64_t version, Instant now);

/// What the rest of the server needs of them, read at once.
struct Settings {
    std::string institute_ko, institute_en, contact;
    std::int64_t session_idle_minutes = 0, session_days = 0;
    std::size_t password_length = 0;
};
Settings read_settings(db::Connection& c);

}  // namespace dure::upkeep
