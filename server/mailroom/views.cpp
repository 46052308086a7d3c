// SPDX-License-Identifier: Apache-2.0
#include "server/mailroom/views.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/auth/views.hpp"
#include "server/codec/codec.hpp"
#include "server/mail/topics.hpp"

namespace dure::mail {
BOOST_DESCRIBE_ENUM(Rhythm, at_once, daily, weekly, never)
}

namespace dure::mailroom {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_STRUCT(MailSummary, (),
                      (id, subject, name, address, language, kind, state, attempts, failure, sent, due,
                       version, created, actions))
BOOST_DESCRIBE_STRUCT(MailView, (MailSummary), (text, html))
BOOST_DESCRIBE_STRUCT(MailPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(MailStateView, (), (configured, last_sent, trouble, trouble_since, counts))
BOOST_DESCRIBE_STRUCT(MailBlock, (), (address, topic, reason, detail, created))
BOOST_DESCRIBE_STRUCT(MailBlockList, (), (items))
BOOST_DESCRIBE_STRUCT(MailBlockKey, (), (address, topic))
BOOST_DESCRIBE_STRUCT(MailChoice, (), (topic, rhythm))
BOOST_DESCRIBE_STRUCT(MailChoices, (), (choices))
BOOST_DESCRIBE_STRUCT(UnsubscribeToken, (), (token))
BOOST_DESCRIBE_STRUCT(Subscription, (), (address, topic, subscribed))
BOOST_DESCRIBE_ENUM(MailingAudience, accounts, persons)
BOOST_DESCRIBE_STRUCT(MailingContent, (),
                      (subject_ko, body_ko, subject_en, body_en, audience, roles, language))
BOOST_DESCRIBE_STRUCT(MailingCount, (), (waiting, sent, failed, cancelled))
BOOST_DESCRIBE_STRUCT(MailingView, (MailingContent),
                      (id, state, readers, count, owner, owner_name, sent, version, created, updated,
                       actions))
BOOST_DESCRIBE_STRUCT(MailingPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(MailingSample, (), (subject, text, html))
BOOST_DESCRIBE_STRUCT(MailingPreview, (), (readers, blocked, names, samples))

namespace {

bool is_role(std::string_view name) {
    return std::ranges::any_of(auth::kRoles, [&](auth::Role role) { return auth::role_text(role) == name; });
}
bool is_language(std::string_view name) {
    return name == "ko" || name == "en";
}
bool is_chosen_topic(std::string_view name) {
    const mail::Topic* topic = mail::find_topic(name);
    return topic && topic->chosen;
}
bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace

std::span<const Rule> json_rules(const MailingContent*) {
    static const Rule rules[] = {optional("subject_ko").length(0, 200),
                                 optional("body_ko").length(0, 20'000),
                                 optional("subject_en").length(0, 200),
                                 optional("body_en").length(0, 20'000),
                                 optional("roles").items(0, 10).format("planner", is_role),
                                 optional("language").format("ko", is_language)};
    return rules;
}
/// A language has both a subject and a text or neither, and one language has them.
void json_check(const MailingContent& content, codec::Reader& reader) {
    const auto half = [&](const std::string& subject, const std::string& body, const std::string& language) {
        if (is_blank(subject) && !is_blank(body))
            reader.refuse("mailing.subject_missing", {}, "/subject_" + language);
        if (!is_blank(subject) && is_blank(body))
            reader.refuse("mailing.body_missing", {}, "/body_" + language);
    };
    half(content.subject_ko, content.body_ko, "ko");
    half(content.subject_en, content.body_en, "en");
    if (is_blank(content.subject_ko + content.body_ko + content.subject_en + content.body_en))
        reader.refuse("mailing.empty", {}, "/subject_ko");
}

std::span<const Rule> json_rules(const MailChoice*) {
    static const Rule rules[] = {required("topic").format("task", is_chosen_topic), required("rhythm")};
    return rules;
}
std::span<const Rule> json_rules(const MailChoices*) {
    static const Rule rules[] = {required("choices").items(0, 50)};
    return rules;
}
std::span<const Rule> json_rules(const UnsubscribeToken*) {
    static const Rule rules[] = {required("token").length(1, 1000)};
    return rules;
}
std::span<const Rule> json_rules(const MailBlockKey*) {
    static const Rule rules[] = {required("address").length(1, 254), required("topic").length(1, 50)};
    return rules;
}

Checked<MailingContent> decode_mailing(std::string_view json) {
    return codec::decode<MailingContent>(json);
}
Checked<MailChoices> decode_choices(std::string_view json) {
    return codec::decode<MailChoices>(json);
}
Checked<UnsubscribeToken> decode_unsubscribe_token(std::string_view json) {
    return codec::decode<UnsubscribeToken>(json);
}
Checked<MailBlockKey> decode_block_key(std::string_view json) {
    return codec::decode<MailBlockKey>(json);
}
std::vector<std::string> decode_roles(std::string_view json) {
    auto list = codec::decode<std::vector<std::string>>(json);
    if (!list) throw std::runtime_error("a stored list of texts cannot be read");
    return std::move(*list);
}
std::vector<std::string> decode_languages(std::string_view json) {
    return decode_roles(json);
}

std::string encode(const MailView& view) {
    return codec::encode(view);
}
std::string encode(const MailPage& view) {
    return codec::encode(view);
}
std::string encode(const MailStateView& view) {
    return codec::encode(view);
}
std::string encode(const MailBlockList& view) {
    return codec::encode(view);
}
std::string encode(const MailChoices& view) {
    return codec::encode(view);
}
std::string encode(const Subscription& view) {
    return codec::encode(view);
}
std::string encode(const MailingContent& view) {
    return codec::encode(view);
}
std::string encode(const MailingView& view) {
    return codec::encode(view);
}
std::string encode(const MailingPage& view) {
    return codec::encode(view);
}
std::string encode(const MailingPreview& view) {
    return codec::encode(view);
}
std::string encode_roles(const std::vector<std::string>& roles) {
    return codec::encode(roles);
}

}  // namespace dure::mailroom
