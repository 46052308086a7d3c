// SPDX-License-Identifier: Apache-2.0
#include "server/upkeep/views.hpp"

#include <algorithm>
#include <map>

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"

namespace dure::upkeep {

BOOST_DESCRIBE_ENUM(SettingKind, text, whole, email, words)
BOOST_DESCRIBE_ENUM(HealthState, good, warning, trouble)

BOOST_DESCRIBE_STRUCT(NewValue, (), (value))
std::span<const codec::Rule> json_rules(const NewValue*) {
    static const codec::Rule rules[] = {codec::optional("value").length(0, 1000)};
    return rules;
}

namespace {

struct SettingView {
    std::string name;
    SettingKind kind = SettingKind::text;
    std::string value, fallback;
    bool chosen = false;
    std::int64_t minimum = 0, maximum = 0, version = 0;
    std::string choices;
    std::optional<std::string> updated;
};
BOOST_DESCRIBE_STRUCT(SettingView, (),
                      (name, kind, value, fallback, chosen, minimum, maximum, version, choices, updated))
std::span<const codec::Rule> json_rules(const SettingView*) {
    static const codec::Rule rules[] = {codec::optional("choices").omitted_when_empty()};
    return rules;
}

struct OptionView {
    std::string name, value;
};
BOOST_DESCRIBE_STRUCT(OptionView, (), (name, value))

struct SettingList {
    std::vector<SettingView> items;
    std::vector<OptionView> options;
};
BOOST_DESCRIBE_STRUCT(SettingList, (), (items, options))

struct CheckView {
    std::string name;
    HealthState state = HealthState::good;
    std::map<std::string, std::string> params;
};
BOOST_DESCRIBE_STRUCT(CheckView, (), (name, state, params))

struct HealthView {
    HealthState state = HealthState::good;
    std::string at, version;
    std::vector<CheckView> checks;
};
BOOST_DESCRIBE_STRUCT(HealthView, (), (state, at, version, checks))

SettingView view_of(const Setting& setting) {
    const SettingRule& rule = *setting.rule;
    return {.name = std::string(rule.name),
            .kind = rule.kind,
            .value = setting.value,
            .fallback = std::string(rule.fallback),
            .chosen = setting.chosen,
            .minimum = rule.least,
            .maximum = rule.most,
            .version = setting.version,
            .choices = std::string(rule.choices),
            .updated = utc_text(setting.updated)};
}

}  // namespace

Checked<NewValue> decode_new_value(std::string_view json) {
    return codec::decode<NewValue>(json);
}

std::string encode(const Setting& setting) {
    return codec::encode(view_of(setting));
}

std::string encode(const std::vector<Setting>& settings,
                   const std::vector<std::pair<std::string, std::string>>& options) {
    SettingList list;
    for (const Setting& setting : settings) list.items.push_back(view_of(setting));
    for (const auto& [name, value] : options) list.options.push_back({name, value});
    return codec::encode(list);
}

std::string encode(const std::vector<HealthCheck>& checks, const std::string& version, Instant now) {
    HealthView view{.at = utc_text(now), .version = version};
    for (const HealthCheck& check : checks) {
        view.state = std::max(view.state, check.state);
        view.checks.push_back({check.name, check.state, {check.params.begin(), check.params.end()}});
    }
    return codec::encode(view);
}

}  // namespace dure::upkeep
