// SPDX-License-Identifier: Apache-2.0
#include "server/upkeep/settings.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "server/auth/views.hpp"

namespace dure::upkeep {
namespace {

constexpr SettingRule kRules[] = {
    {.name = "institute_name_ko", .most = 100},
    {.name = "institute_name_en", .most = 100},
    {.name = "contact_email", .kind = SettingKind::email, .most = 254},
    {.name = "session_idle_minutes", .kind = SettingKind::whole, .fallback = "480", .least = 5, .most = 1440},
    {.name = "session_days", .kind = SettingKind::whole, .fallback = "7", .least = 1, .most = 30},
    {.name = "password_length", .kind = SettingKind::whole, .fallback = "12", .least = 12, .most = 64},
    {.name = "file_mb", .kind = SettingKind::whole, .fallback = "200", .least = 1, .most = 1000},
    {.name = "file_types",
     .kind = SettingKind::words,
     .fallback = "pdf png jpg jpeg gif webp docx xlsx pptx odt ods odp hwpx hwp doc xls ppt zip csv txt md",
     .most = 500,
     .choices =
         "pdf png jpg jpeg gif webp docx xlsx pptx odt ods odp hwpx hwp doc xls ppt zip mp4 csv txt md"},
    {.name = "files_record_mb", .kind = SettingKind::whole, .fallback = "2000", .least = 1, .most = 100'000},
    {.name = "files_person_mb",
     .kind = SettingKind::whole,
     .fallback = "10000",
     .least = 1,
     .most = 1'000'000},
    {.name = "files_total_gb", .kind = SettingKind::whole, .fallback = "100", .least = 1, .most = 100'000},
    {.name = "backup_hour", .kind = SettingKind::whole, .fallback = "3", .least = -1, .most = 23},
    {.name = "backup_daily", .kind = SettingKind::whole, .fallback = "7", .least = 1, .most = 60},
    {.name = "backup_weekly", .kind = SettingKind::whole, .fallback = "5", .least = 0, .most = 60},
    {.name = "backup_monthly", .kind = SettingKind::whole, .fallback = "12", .least = 0, .most = 120},
    {.name = "backup_folder", .most = 500},
    {.name = "files_grace_days", .kind = SettingKind::whole, .fallback = "30", .least = 1, .most = 365},
};

constexpr std::string_view kList = "SELECT name, value, chosen, version, updated FROM setting";
constexpr std::string_view kFind =
    "SELECT name, value, chosen, version, updated FROM setting WHERE name = $1";
constexpr std::string_view kInsert =
    "INSERT INTO setting (name, value, chosen, version, updated) VALUES ($1, $2, $3, 1, $4) ON CONFLICT "
    "(name) DO "
    "NOTHING";
constexpr std::string_view kUpdate =
    "UPDATE setting SET value = $2, chosen = $3, version = version + 1, updated = $4 WHERE name = $1 AND "
    "version = "
    "$5";

Setting unset(const SettingRule& rule) {
    return {.rule = &rule, .value = std::string(rule.fallback)};
}

Setting from_row(const SettingRule& rule, const db::Row& row) {
    const bool chosen = row.boolean(2);
    return {.rule = &rule,
            .value = chosen ? row.text(1) : std::string(rule.fallback),
            .chosen = chosen,
            .version = row.integer(3),
            .updated = row.integer(4)};
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

Error at_value(std::string code, Params params) {
    return {.code = std::move(code), .params = std::move(params), .pointer = "/value"};
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" ,"), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::optional<Error> refuse_words(const SettingRule& rule, std::string_view value) {
    const auto known = words_in(rule.choices), given = words_in(value);
    if (given.empty()) return at_value("json.too_short", {{"minimum", "1"}, {"found", "0"}});
    for (const std::string& word : given)
        if (std::ranges::find(known, word) == known.end())
            return at_value("json.bad_choice", {{"choices", std::string(rule.choices)}, {"found", word}});
    return std::nullopt;
}

std::int64_t code_points(std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
}

}  // namespace

std::span<const SettingRule> setting_rules() {
    return kRules;
}

const SettingRule* find_rule(std::string_view name) {
    const auto found = std::ranges::find(kRules, name, &SettingRule::name);
    return found == std::end(kRules) ? nullptr : found;
}

std::optional<Error> refuse_value(const SettingRule& rule, std::string_view value) {
    if (rule.kind == SettingKind::whole) {
        const auto number = whole_number(value);
        if (!number) return at_value("json.not_an_integer", {});
        if (*number < rule.least)
            return at_value("json.too_small", {{"minimum", std::to_string(rule.least)}});
        if (*number > rule.most) return at_value("json.too_large", {{"maximum", std::to_string(rule.most)}});
        return std::nullopt;
    }
    if (rule.kind == SettingKind::words)
        if (auto refusal = refuse_words(rule, value)) return refusal;
    if (const auto length = code_points(value); length > rule.most)
        return at_value("json.too_long",
                        {{"maximum", std::to_string(rule.most)}, {"found", std::to_string(length)}});
    if (rule.kind == SettingKind::email && !value.empty() && !auth::is_email(value))
        return at_value("json.bad_format", {{"format", "name@domain"}});
    return std::nullopt;
}

std::vector<Setting> list_settings(db::Connection& c) {
    const auto rows = c.query(kList);
    std::vector<Setting> settings;
    for (const SettingRule& rule : kRules) {
        const auto row =
            std::ranges::find_if(rows, [&](const db::Row& one) { return one.text(0) == rule.name; });
        settings.push_back(row == rows.end() ? unset(rule) : from_row(rule, *row));
    }
    return settings;
}

Setting find_setting(db::Connection& c, const SettingRule& rule) {
    const auto row = c.query_one(kFind, rule.name);
    return row ? from_row(rule, *row) : unset(rule);
}

bool put_setting(db::Connection& c, const SettingRule& rule, const std::optional<std::string>& value,
                 std::int64_t version, Instant now) {
    if (version == 0) return c.execute(kInsert, rule.name, value.value_or(""), value.has_value(), now) == 1;
    return c.execute(kUpdate, rule.name, value.value_or(""), value.has_value(), now, version) == 1;
}

SettingValues::SettingValues(db::Connection& c) : all_(list_settings(c)) {}

const std::string& SettingValues::text(std::string_view name) const {
    const auto found = std::ranges::find(all_, name, [](const Setting& one) { return one.rule->name; });
    if (found == all_.end()) throw std::logic_error("no setting " + std::string(name));
    return found->value;
}

std::int64_t SettingValues::whole(std::string_view name) const {
    return whole_number(text(name)).value_or(0);
}

std::vector<std::string> SettingValues::words(std::string_view name) const {
    return words_in(text(name));
}

Settings read_settings(db::Connection& c) {
    const auto all = list_settings(c);
    const auto text = [&](std::string_view name) {
        return std::ranges::find(all, name, [](const Setting& one) { return one.rule->name; })->value;
    };
    const auto whole = [&](std::string_view name) { return whole_number(text(name)).value_or(0); };
    return {.institute_ko = text("institute_name_ko"),
            .institute_en = text("institute_name_en"),
            .contact = text("contact_email"),
            .session_idle_minutes = whole("session_idle_minutes"),
            .session_days = whole("session_days"),
            .password_length = static_cast<std::size_t>(whole("password_length"))};
}

}  // namespace dure::upkeep
