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

enum class SettingKind { text, whole, email, words };

/// One setting: what it takes, and what holds where nobody has said anything. Sentences stand under
/// upkeep.setting.<name> in messages/.
struct SettingRule {
    std::string_view name;
    SettingKind kind = SettingKind::text;
    std::string_view fallback;
    std::int64_t least = 0, most = 0;  ///< of a whole number; of a text, its length
    std::string_view choices = {};     ///< of words, with blanks between them: at least one is to be chosen
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

/// All values as they hold now, by name: for folders that need a few of their own.
class SettingValues {
  public:
    explicit SettingValues(db::Connection& c);
    const std::string& text(std::string_view name) const;  ///< throws std::logic_error when there is none
    std::int64_t whole(std::string_view name) const;
    std::vector<std::string> words(std::string_view name) const;

  private:
    std::vector<Setting> all_;
};

/// What the rest of the server needs of them, read at once.
struct Settings {
    std::string institute_ko, institute_en, contact;
    std::int64_t session_idle_minutes = 0, session_days = 0;
    std::size_t password_length = 0;
};
Settings read_settings(db::Connection& c);

}  // namespace dure::upkeep
