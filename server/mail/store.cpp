// SPDX-License-Identifier: Apache-2.0
#include "server/mail/store.hpp"

#include <boost/describe.hpp>
#include <stdexcept>

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/mail/outbox.hpp"

namespace dure::mail {

BOOST_DESCRIBE_ENUM(State, held, waiting, sending, sent, bounced, dead, cancelled, expired, digested, kept)

namespace {

const std::string kSelect =
    "SELECT m.number, m.account, m.address, m.name, m.language, m.kind, m.topic, m.mailing, m.subject, "
    "m.body, m.action, m.path, m.secret, m.state, m.rhythm, m.digest, m.message_id, m.attempts, m.due, "
    "m.expires, m.sent, m.failure, m.version, m.created, m.updated FROM mail m";
const std::string kFind = kSelect + " WHERE m.number = $1";
// The first of its reader that is not done.
const std::string kSendable =
    kSelect +
    " WHERE m.state = 'waiting' AND m.due <= $1 AND m.expires > $1 AND NOT EXISTS (SELECT 1 FROM mail e "
    "WHERE "
    "e.recipient = m.recipient AND e.state IN ('waiting', 'sending') AND e.number < m.number) AND m.mailing "
    "IS ";
const std::string kInTurn = " ORDER BY m.due, m.number LIMIT ";
constexpr std::string_view kTake =
    "UPDATE mail SET state = 'sending', message_id = COALESCE(message_id, $2), worker = $3, lease_until = "
    "$4, "
    "attempts = attempts + 1, version = version + 1, updated = $5 WHERE number = $1 AND state = 'waiting'";
constexpr std::string_view kSent =
    "UPDATE mail SET state = 'sent', sent = $3, failure = NULL, path = CASE WHEN secret = 1 THEN '' ELSE "
    "path "
    "END, worker = NULL, lease_until = NULL, version = version + 1, updated = $3 WHERE number = $1 AND "
    "worker "
    "= $2 AND state = 'sending'";
constexpr std::string_view kFailed =
    "UPDATE mail SET state = $3, failure = $4, worker = NULL, lease_until = NULL, version = version + 1, "
    "updated = $5 WHERE number = $1 AND worker = $2 AND state = 'sending'";
constexpr std::string_view kLater =
    "UPDATE mail SET state = 'waiting', failure = $3, due = $4, worker = NULL, lease_until = NULL, version = "
    "version + 1, updated = $5 WHERE number = $1 AND worker = $2 AND state = 'sending'";
constexpr std::string_view kGiveBack =
    "UPDATE mail SET state = 'waiting', attempts = attempts - 1, worker = NULL, lease_until = NULL, version "
    "= "
    "version + 1, updated = $3 WHERE number = $1 AND worker = $2 AND state = 'sending'";
constexpr std::string_view kRecover =
    "UPDATE mail SET state = 'waiting', worker = NULL, lease_until = NULL, version = version + 1, updated = "
    "$1 WHERE state = 'sending' AND lease_until < $1";
constexpr std::string_view kExpire =
    "UPDATE mail SET state = 'expired', version = version + 1, updated = $1 WHERE state IN ('waiting', "
    "'held') AND expires <= $1";
constexpr std::string_view kForget =
    "UPDATE mail SET path = '', version = version + 1, updated = $1 WHERE secret = 1 AND path <> '' AND "
    "expires <= $1 AND state <> 'sending'";
constexpr std::string_view kPurge =
    "DELETE FROM mail WHERE created < $1 AND state NOT IN ('held', 'waiting', 'sending')";
constexpr std::string_view kRetry =
    "UPDATE mail SET state = 'waiting', attempts = 0, due = $2, expires = CASE WHEN secret = 1 THEN expires "
    "ELSE $3 END, version = version + 1, updated = $2 WHERE number = $1 AND version = $4 AND state IN "
    "('dead', 'bounced', 'cancelled', 'expired') AND (secret = 0 OR expires > $2)";
constexpr std::string_view kCancel =
    "UPDATE mail SET state = 'cancelled', version = version + 1, updated = $2 WHERE number = $1 AND version "
    "= "
    "$3 AND state IN ('waiting', 'held')";
constexpr std::string_view kCount = "SELECT state, count(*) FROM mail GROUP BY state ORDER BY state";
constexpr std::string_view kHeldGroups =
    "SELECT account, rhythm, min(created) FROM mail WHERE state = 'held' AND account IS NOT NULL GROUP BY "
    "account, rhythm";
const std::string kHeld =
    kSelect + " WHERE m.account = $1 AND m.state = 'held' AND m.rhythm = $2 ORDER BY m.number LIMIT 200";
constexpr std::string_view kDigested =
    "UPDATE mail SET state = $4, digest = $5, version = version + 1, updated = $6 WHERE account = $1 AND "
    "state = 'held' AND rhythm = $2 AND number <= $3";

Stored from_row(const db::Row& row) {
    return {.number = row.integer(0),
            .account = row.optional_text(1),
            .address = row.text(2),
            .name = row.text(3),
            .language = row.text(4),
            .kind = row.text(5),
            .topic = row.text(6),
            .mailing = row.optional_text(7),
            .subject = row.text(8),
            .body = row.text(9),
            .action = row.text(10),
            .path = row.text(11),
            .secret = row.boolean(12),
            .state = state_from(row.text(13)),
            .rhythm = row.optional_text(14),
            .digest = row.optional_integer(15),
            .message_id = row.optional_text(16),
            .attempts = row.integer(17),
            .due = row.integer(18),
            .expires = row.integer(19),
            .sent = row.optional_integer(20),
            .failure = row.optional_text(21),
            .version = row.integer(22),
            .created = row.integer(23),
            .updated = row.integer(24)};
}

template <class... A>
std::vector<Stored> select(db::Connection& c, const std::string& sql, A&&... arguments) {
    std::vector<Stored> list;
    for (const auto& row : c.query(sql, std::forward<A>(arguments)...)) list.push_back(from_row(row));
    return list;
}

}  // namespace

std::string_view name_of(State state) {
    return boost::describe::enum_to_string(state, "");
}

State state_from(std::string_view name) {
    State state{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), state))
        throw std::invalid_argument("unknown state of a mail: " + std::string(name));
    return state;
}

std::optional<Stored> find_mail(db::Connection& c, std::int64_t number) {
    const auto row = c.query_one(kFind, number);
    return row ? std::optional(from_row(*row)) : std::nullopt;
}

std::vector<Stored> sendable(db::Connection& c, Instant now, int limit) {
    auto list = select(c, kSendable + "NULL" + kInTurn + std::to_string(limit), now);
    const int left = limit - static_cast<int>(list.size());
    if (left > 0)
        for (auto& mail : select(c, kSendable + "NOT NULL" + kInTurn + std::to_string(left), now))
            list.push_back(std::move(mail));
    return list;
}

bool take(db::Connection& c, const Stored& mail, const std::string& message_id, const std::string& worker,
          Instant now, Instant lease_until) {
    return c.execute(kTake, mail.number, message_id, worker, lease_until, now) == 1;
}

bool set_sent(db::Connection& c, std::int64_t number, const std::string& worker, Instant now) {
    return c.execute(kSent, number, worker, now) == 1;
}

bool set_failed(db::Connection& c, std::int64_t number, const std::string& worker, State state,
                const std::string& failure, Instant now) {
    return c.execute(kFailed, number, worker, name_of(state), failure, now) == 1;
}

bool set_later(db::Connection& c, std::int64_t number, const std::string& worker, const std::string& failure,
               Instant due, Instant now) {
    return c.execute(kLater, number, worker, failure, due, now) == 1;
}

bool give_back(db::Connection& c, std::int64_t number, const std::string& worker, Instant now) {
    return c.execute(kGiveBack, number, worker, now) == 1;
}

void recover(db::Connection& c, Instant now) {
    c.execute(kRecover, now);
}

void tidy(db::Connection& c, Instant now, Instant keep_since) {
    c.execute(kExpire, now);
    c.execute(kForget, now);
    c.execute(kPurge, keep_since);
}

bool retry(db::Connection& c, const Stored& mail, Instant now) {
    return c.execute(kRetry, mail.number, now, now + kMailLife, mail.version) == 1;
}

bool cancel(db::Connection& c, const Stored& mail, Instant now) {
    return c.execute(kCancel, mail.number, now, mail.version) == 1;
}

std::vector<Stored> list_mails(db::Connection& c, const MailQuery& query) {
    std::string sql = kSelect + " WHERE 1 = 1";
    std::vector<db::Value> arguments;
    const auto add = [&](const std::string& condition, db::Value value) {
        arguments.push_back(std::move(value));
        sql += " AND " + condition + std::to_string(arguments.size());
    };
    if (!query.part.empty()) {
        arguments.emplace_back(db::containing(folded(query.part)));
        sql +=
            " AND (m.recipient LIKE $1 ESCAPE '!' OR LOWER(m.subject) LIKE $1 ESCAPE '!' OR LOWER(m.name) "
            "LIKE $1 ESCAPE '!')";
    }
    if (query.state) add("m.state = $", std::string(name_of(*query.state)));
    if (query.mailing) add("m.mailing = $", *query.mailing);
    if (query.below) add("m.number < $", *query.below);
    sql += " ORDER BY m.number DESC LIMIT " + std::to_string(query.limit + 1);
    std::vector<Stored> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

std::vector<std::pair<State, std::int64_t>> count_by_state(db::Connection& c) {
    std::vector<std::pair<State, std::int64_t>> counts;
    for (const auto& row : c.query(kCount)) counts.emplace_back(state_from(row.text(0)), row.integer(1));
    return counts;
}

std::vector<HeldGroup> held_groups(db::Connection& c) {
    std::vector<HeldGroup> groups;
    for (const auto& row : c.query(kHeldGroups))
        groups.push_back({.account = row.text(0), .rhythm = row.text(1), .oldest = row.integer(2)});
    return groups;
}

std::vector<Stored> held_mails(db::Connection& c, const HeldGroup& group) {
    return select(c, kHeld, group.account, group.rhythm);
}

void set_digested(db::Connection& c, const HeldGroup& group, std::int64_t last,
                  std::optional<std::int64_t> digest, Instant now) {
    c.execute(kDigested, group.account, group.rhythm, last, digest ? "digested" : "cancelled", digest, now);
}

}  // namespace dure::mail
