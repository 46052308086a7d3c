// SPDX-License-Identifier: Apache-2.0
#include "server/mail/settings.hpp"

#include <stdexcept>

#include "server/codec/codec.hpp"

namespace dure::mail {

BOOST_DESCRIBE_ENUM(Rhythm, at_once, daily, weekly, never)

namespace {

constexpr std::string_view kFind = "SELECT choices, version FROM mail_settings WHERE account = $1";
constexpr std::string_view kInsert =
    "INSERT INTO mail_settings (account, choices, version, created, updated) VALUES ($1, $2, 2, $3, $3) ON "
    "CONFLICT (account) DO NOTHING";
constexpr std::string_view kUpdate =
    "UPDATE mail_settings SET choices = $2, version = version + 1, updated = $3 WHERE account = $1 AND "
    "version = $4";
constexpr std::string_view kBlocked =
    "SELECT 1 FROM mail_block WHERE recipient = $1 AND topic IN ($2, '*') LIMIT 1";
constexpr std::string_view kBlock =
    "INSERT INTO mail_block (recipient, topic, reason, detail, created) VALUES ($1, $2, $3, $4, $5) ON "
    "CONFLICT (recipient, topic) DO UPDATE SET reason = excluded.reason, detail = excluded.detail, created = "
    "excluded.created";
constexpr std::string_view kUnblock = "DELETE FROM mail_block WHERE recipient = $1 AND topic = $2";

}  // namespace

std::string_view name_of(Rhythm rhythm) {
    return boost::describe::enum_to_string(rhythm, "");
}

Rhythm Settings::of(std::string_view topic) const {
    const auto found = choices.find(std::string(topic));
    return found == choices.end() ? Rhythm::at_once : found->second;
}

Settings settings_of(db::Connection& c, const std::string& account) {
    const auto row = c.query_one(kFind, account);
    if (!row) return {};
    auto choices = codec::decode<std::map<std::string, Rhythm>>(row->text(0));
    if (!choices) throw std::runtime_error("mail_settings of " + account + " cannot be read");
    return {.choices = std::move(*choices), .version = row->integer(1)};
}

bool save_settings(db::Connection& c, const std::string& account, const Settings& settings, Instant now) {
    const std::string choices = codec::encode(settings.choices);
    if (settings.version == 1) return c.execute(kInsert, account, choices, now) == 1;
    return c.execute(kUpdate, account, choices, now, settings.version) == 1;
}

bool is_blocked(db::Connection& c, std::string_view recipient, std::string_view topic) {
    return c.query_one(kBlocked, recipient, topic).has_value();
}

void block(db::Connection& c, std::string_view recipient, std::string_view topic, BlockReason reason,
           std::string_view detail, Instant now) {
    c.execute(kBlock, recipient, topic, reason == BlockReason::bounced ? "bounced" : "unsubscribed",
              detail.substr(0, 500), now);
}

bool unblock(db::Connection& c, std::string_view recipient, std::string_view topic) {
    return c.execute(kUnblock, recipient, topic) == 1;
}

}  // namespace dure::mail
