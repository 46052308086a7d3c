// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/stored.hpp"
#include "server/mailroom/mailing.hpp"

/// What comes in about mails and what leaves. Instants are texts here.
namespace dure::mailroom {

/// Schema MailSummary. The path of a mail that carries a key is never told.
struct MailSummary {
    std::string id, subject, name, address, language, kind, state;
    std::int64_t attempts = 0;
    std::optional<std::string> failure, sent, due;
    std::int64_t version = 1;
    std::string created;
    std::vector<std::string> actions;
};
/// Schema Mail.
struct MailView : MailSummary {
    std::string text, html;
};
struct MailPage {
    std::vector<MailSummary> items;
    std::optional<std::string> next_cursor;
};

/// Schema MailState.
struct MailStateView {
    bool configured = false;
    std::optional<std::string> last_sent, trouble, trouble_since;
    std::map<std::string, std::int64_t> counts;
};

struct MailBlock {
    std::string address, topic, reason, detail, created;
};
struct MailBlockList {
    std::vector<MailBlock> items;
};
struct MailBlockKey {
    std::string address, topic;
};

/// Schema MailSettings: of every topic that one may choose for.
struct MailChoice {
    std::string topic;
    mail::Rhythm rhythm = mail::Rhythm::at_once;
};
struct MailChoices {
    std::vector<MailChoice> choices;
};

struct UnsubscribeToken {
    std::string token;
};
/// Schema Subscription. The address is shown in part: a link may be forwarded.
struct Subscription {
    std::string address, topic;
    bool subscribed = true;
};

/// Schema Mailing.
struct MailingView : MailingContent {
    std::string id, state;
    std::int64_t readers = 0;
    MailingCount count;
    std::string owner, owner_name;
    std::optional<std::string> sent;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};
struct MailingPage {
    std::vector<MailingView> items;
    std::optional<std::string> next_cursor;
};
struct MailingSample {
    std::string subject, text, html;
};
/// Schema MailingPreview.
struct MailingPreview {
    std::int64_t readers = 0, blocked = 0;
    std::vector<std::string> names;                ///< the first ten
    std::map<std::string, MailingSample> samples;  ///< by language, of those that have readers
};

Checked<MailingContent> decode_mailing(std::string_view json);
Checked<MailChoices> decode_choices(std::string_view json);
Checked<UnsubscribeToken> decode_unsubscribe_token(std::string_view json);
Checked<MailBlockKey> decode_block_key(std::string_view json);
std::vector<std::string> decode_roles(std::string_view json);
/// Of a person: language tags.
std::vector<std::string> decode_languages(std::string_view json);

std::string encode(const MailView&);
std::string encode(const MailPage&);
std::string encode(const MailStateView&);
std::string encode(const MailBlockList&);
std::string encode(const MailChoices&);
std::string encode(const Subscription&);
std::string encode(const MailingContent&);
std::string encode(const MailingView&);
std::string encode(const MailingPage&);
std::string encode(const MailingPreview&);
std::string encode_roles(const std::vector<std::string>&);

}  // namespace dure::mailroom
