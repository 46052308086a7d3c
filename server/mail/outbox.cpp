// SPDX-License-Identifier: Apache-2.0
#include "server/mail/outbox.hpp"

#include <stdexcept>

#include "engine/base/text.hpp"
#include "server/codec/messages.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/topics.hpp"

namespace dure::mail {
namespace {

constexpr std::string_view kAccount =
    "SELECT email, name, language, example FROM account WHERE id = $1 AND active = 1";
constexpr std::string_view kInsert =
    "INSERT INTO mail (account, address, recipient, name, language, kind, topic, mailing, subject, body, "
    "action, path, secret, state, rhythm, due, expires, created, updated) VALUES ($1, $2, $3, $4, $5, $6, "
    "$7, "
    "$8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $16, $16) RETURNING number";
constexpr std::string_view kWithdraw =
    "UPDATE mail SET state = 'cancelled', path = '', version = version + 1, updated = $3 WHERE account = $1 "
    "AND kind = $2 AND state IN ('held', 'waiting', 'kept')";

struct Envelope {
    std::optional<std::string> account;
    Reader reader;
    bool example = false;
};

std::optional<Envelope> envelope_of(db::Connection& c, const std::string& account) {
    const auto row = c.query_one(kAccount, account);
    if (!row) return std::nullopt;
    return Envelope{.account = account,
                    .reader = {.address = row->text(0), .name = row->text(1), .language = row->text(2)},
                    .example = row->boolean(3)};
}

Written written_of(const Letter& letter, const Reader& reader) {
    const auto& messages = codec::Messages::embedded();
    Params params = letter.params;
    params.emplace_back("name", reader.name);
    const auto say = [&](std::string_view part) {
        return messages.sentence(reader.language, "mail." + letter.kind + "." + std::string(part), params);
    };
    return {.subject = say("subject"),
            .body = say("body"),
            .action = letter.path.empty() ? "" : say("action"),
            .path = letter.path};
}

struct Posting {
    std::string_view kind;
    std::optional<std::string> mailing;
    std::optional<Instant> until;
    bool secret = false;
};

std::optional<std::int64_t> insert(db::Connection& c, const Envelope& to, const Posting& posting,
                                   const Written& written, Instant now) {
    const Topic* topic = find_topic(topic_of(posting.kind));
    if (!topic) throw std::invalid_argument("no topic of mails for the kind " + std::string(posting.kind));
    const std::string recipient = folded(to.reader.address);
    if (is_blocked(c, recipient, topic->name)) return std::nullopt;
    Rhythm rhythm = Rhythm::at_once;
    if (topic->chosen && to.account) rhythm = settings_of(c, *to.account).of(topic->name);
    if (rhythm == Rhythm::never) return std::nullopt;
    const bool held = rhythm != Rhythm::at_once;
    // The example's people have no letter box: their mails can be read, and go nowhere.
    const std::string_view state = to.example ? "kept" : held ? "held" : "waiting";
    const auto row =
        c.query_one(kInsert, to.account, to.reader.address, recipient, to.reader.name, to.reader.language,
                    posting.kind, topic->name, posting.mailing, written.subject, written.body, written.action,
                    written.path, posting.secret, state, held ? std::optional(name_of(rhythm)) : std::nullopt,
                    now, posting.until.value_or(now + kMailLife + (held ? 7 * 24 * 3600 * kSecond : 0)));
    return row->integer(0);
}

std::optional<std::int64_t> queue(db::Connection& c, const Envelope& to, const Letter& letter, Instant now) {
    return insert(c, to, {.kind = letter.kind, .until = letter.until, .secret = letter.secret},
                  written_of(letter, to.reader), now);
}

}  // namespace

std::optional<std::int64_t> queue(db::Connection& c, const std::string& account, const Letter& letter,
                                  Instant now) {
    const auto to = envelope_of(c, account);
    return to ? queue(c, *to, letter, now) : std::nullopt;
}

std::optional<std::int64_t> queue(db::Connection& c, const Reader& reader, const Letter& letter,
                                  Instant now) {
    return queue(c, Envelope{.reader = reader}, letter, now);
}

void withdraw(db::Connection& c, const std::string& account, std::string_view kind, Instant now) {
    c.execute(kWithdraw, account, kind, now);
}

std::optional<std::int64_t> queue_written(db::Connection& c, const Reader& reader,
                                          const std::optional<std::string>& account, const std::string& kind,
                                          const std::optional<std::string>& mailing, const Written& written,
                                          Instant now) {
    const auto known = account ? envelope_of(c, *account) : std::nullopt;
    if (account && !known) return std::nullopt;
    return insert(c, known ? *known : Envelope{.reader = reader}, {.kind = kind, .mailing = mailing}, written,
                  now);
}

}  // namespace dure::mail
