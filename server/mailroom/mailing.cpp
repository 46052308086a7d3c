// SPDX-License-Identifier: Apache-2.0
#include "server/mailroom/mailing.hpp"

#include <stdexcept>

#include "server/codec/codec.hpp"
#include "server/mailroom/views.hpp"

namespace dure::mailroom {
namespace {

const std::string kSelect =
    "SELECT m.id, m.subject_ko, m.body_ko, m.subject_en, m.body_en, m.roles, m.language, m.state, m.readers, "
    "m.owner, a.name, m.sent, m.version, m.created, m.updated, m.audience FROM mailing m JOIN account a ON "
    "a.id = "
    "m.owner";
const std::string kFind = kSelect + " WHERE m.id = $1";
constexpr std::string_view kInsert =
    "INSERT INTO mailing (id, subject_ko, body_ko, subject_en, body_en, roles, language, state, readers, "
    "owner, version, created, updated, audience) VALUES ($1, $2, $3, $4, $5, $6, $7, 'draft', 0, $8, 1, $9, "
    "$9, $10)";
constexpr std::string_view kUpdate =
    "UPDATE mailing SET subject_ko = $2, body_ko = $3, subject_en = $4, body_en = $5, roles = $6, language = "
    "$7, state = $8, readers = $9, sent = $10, version = version + 1, updated = $11, audience = $13 "
    "WHERE id = $1 AND version = $12";
constexpr std::string_view kDelete = "DELETE FROM mailing WHERE id = $1 AND version = $2 AND state = 'draft'";
constexpr std::string_view kCount = "SELECT state, count(*) FROM mail WHERE mailing = $1 GROUP BY state";
constexpr std::string_view kCancel =
    "UPDATE mail SET state = 'cancelled', version = version + 1, updated = $2 WHERE mailing = $1 AND state "
    "IN ('waiting', 'held')";

std::string_view name_of(MailingState state) {
    return state == MailingState::draft ? "draft" : state == MailingState::sent ? "sent" : "stopped";
}
std::string_view name_of(MailingAudience audience) {
    return audience == MailingAudience::accounts ? "accounts" : "persons";
}
MailingState state_from(std::string_view name) {
    return name == "draft"  ? MailingState::draft
           : name == "sent" ? MailingState::sent
                            : MailingState::stopped;
}

Mailing from_row(const db::Row& row) {
    return {.id = row.text(0),
            .content = {.subject_ko = row.text(1),
                        .body_ko = row.text(2),
                        .subject_en = row.text(3),
                        .body_en = row.text(4),
                        .audience =
                            row.text(15) == "accounts" ? MailingAudience::accounts : MailingAudience::persons,
                        .roles = decode_roles(row.text(5)),
                        .language = row.optional_text(6)},
            .state = state_from(row.text(7)),
            .readers = row.integer(8),
            .owner = row.text(9),
            .owner_name = row.text(10),
            .sent = row.optional_integer(11),
            .version = row.integer(12),
            .created = row.integer(13),
            .updated = row.integer(14)};
}

}  // namespace

void insert_mailing(db::Connection& c, const Mailing& one) {
    const MailingContent& content = one.content;
    c.execute(kInsert, one.id, content.subject_ko, content.body_ko, content.subject_en, content.body_en,
              encode_roles(content.roles), content.language, one.owner, one.created,
              name_of(content.audience));
}

bool update_mailing(db::Connection& c, const Mailing& one) {
    const MailingContent& content = one.content;
    return c.execute(kUpdate, one.id, content.subject_ko, content.body_ko, content.subject_en,
                     content.body_en, encode_roles(content.roles), content.language, name_of(one.state),
                     one.readers, one.sent, one.updated, one.version, name_of(content.audience)) == 1;
}

bool delete_mailing(db::Connection& c, const Mailing& one) {
    return c.execute(kDelete, one.id, one.version) == 1;
}

std::optional<Mailing> find_mailing(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    return row ? std::optional(from_row(*row)) : std::nullopt;
}

std::vector<Mailing> list_mailings(db::Connection& c, const std::optional<MailingPlace>& after, int limit) {
    std::string sql = kSelect;
    std::vector<db::Value> arguments;
    if (after) {
        sql += " WHERE m.created < $1 OR (m.created = $1 AND m.id < $2)";
        arguments = {after->created, after->id};
    }
    sql += " ORDER BY m.created DESC, m.id DESC LIMIT " + std::to_string(limit + 1);
    std::vector<Mailing> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

mail::Written text_for(const MailingContent& content, std::string_view language) {
    const bool korean = content.subject_en.empty() || (language == "ko" && !content.subject_ko.empty());
    return korean ? mail::Written{.subject = content.subject_ko, .body = content.body_ko}
                  : mail::Written{.subject = content.subject_en, .body = content.body_en};
}

MailingCount count_mails(db::Connection& c, const std::string& mailing) {
    MailingCount count;
    for (const auto& row : c.query(kCount, mailing)) {
        const std::string& state = row.text(0);
        std::int64_t& part = state == "waiting" || state == "held" || state == "sending" ? count.waiting
                             : state == "sent" || state == "digested" || state == "kept" ? count.sent
                             : state == "cancelled"                                      ? count.cancelled
                                                                                         : count.failed;
        part += row.integer(1);
    }
    return count;
}

void cancel_mails(db::Connection& c, const std::string& mailing, Instant now) {
    c.execute(kCancel, mailing, now);
}

}  // namespace dure::mailroom
