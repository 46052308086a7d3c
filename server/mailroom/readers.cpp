// SPDX-License-Identifier: Apache-2.0
#include "server/mailroom/readers.hpp"

#include <algorithm>
#include <set>

#include "engine/base/text.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/topics.hpp"
#include "server/mailroom/views.hpp"
#include "server/people/consent.hpp"

namespace dure::mailroom {
namespace {

constexpr std::string_view kTopic = "mailing";
const std::string kAccounts = "SELECT a.id, a.name, a.email, a.language FROM account a WHERE a.active = 1";
constexpr std::string_view kPersons =
    "SELECT p.id, p.name, p.email, p.languages FROM person p WHERE p.deleted IS NULL AND p.erased IS NULL "
    "AND "
    "p.email IS NOT NULL AND p.fictitious = 0 ORDER BY p.name_key, p.id";

std::vector<MailingReader> accounts(db::Connection& c, const MailingContent& content, Instant now) {
    std::string sql = kAccounts;
    std::vector<db::Value> arguments;
    if (!content.roles.empty()) {
        arguments.emplace_back(now);
        sql +=
            " AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account = a.id AND g.valid_from <= $1 AND "
            "(g.valid_until IS NULL OR g.valid_until > $1) AND g.role IN (";
        for (const std::string& role : content.roles) {
            arguments.emplace_back(role);
            sql += (sql.ends_with('(') ? "$" : ", $") + std::to_string(arguments.size());
        }
        sql += "))";
    }
    sql += " ORDER BY a.name_key, a.id";
    std::vector<MailingReader> readers;
    c.run(sql, arguments, [&](const db::Row& row) {
        readers.push_back(
            {.account = row.text(0), .name = row.text(1), .address = row.text(2), .language = row.text(3)});
    });
    return readers;
}

/// Korean for who reads it, else English.
std::string language_of(const std::string& languages) {
    const auto list = decode_languages(languages);
    const bool korean = list.empty() || std::ranges::any_of(list, [](const std::string& tag) {
                            return tag == "ko" || tag.starts_with("ko-");
                        });
    return korean ? "ko" : "en";
}

std::vector<MailingReader> persons(db::Connection& c, Instant now) {
    const auto rows = c.query(kPersons);
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.text(0));
    const auto agreed = people::consenting(c, ids, people::Purpose::mailing, now);
    std::vector<MailingReader> readers;
    for (const auto& row : rows)
        if (agreed.contains(row.text(0)))
            readers.push_back(
                {.name = row.text(1), .address = row.text(2), .language = language_of(row.text(3))});
    return readers;
}

bool is_muted(db::Connection& c, const MailingReader& reader) {
    return mail::is_blocked(c, folded(reader.address), kTopic) ||
           (reader.account && mail::settings_of(c, *reader.account).of(kTopic) == mail::Rhythm::never);
}

}  // namespace

std::vector<MailingReader> readers_of(db::Connection& c, const MailingContent& content, Instant now) {
    auto readers =
        content.audience == MailingAudience::accounts ? accounts(c, content, now) : persons(c, now);
    std::set<std::string> addresses;
    std::erase_if(readers, [&](const MailingReader& reader) {
        return (content.language && reader.language != *content.language) ||
               !addresses.insert(folded(reader.address)).second;
    });
    for (MailingReader& reader : readers) reader.blocked = is_muted(c, reader);
    return readers;
}

}  // namespace dure::mailroom
