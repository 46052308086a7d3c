// SPDX-License-Identifier: Apache-2.0
#include "server/auth/sessions.hpp"

#include <limits>

#include "server/auth/role_store.hpp"
#include "server/auth/secrets.hpp"

namespace dure::auth {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO session (id_hash, account, created, last_seen, expires) VALUES ($1, $2, $3, $3, $4)";
constexpr std::string_view kFindSession =
    "SELECT a.id, a.name, a.example, s.last_seen, s.expires FROM session s JOIN account a ON a.id = "
    "s.account"
    " WHERE s.id_hash = $1 AND a.active = 1";
constexpr std::string_view kFindToken =
    "SELECT a.id, a.name, a.example, t.last_used, t.expires FROM api_token t JOIN account a ON a.id "
    "= t.account"
    " WHERE t.token_hash = $1 AND t.revoked IS NULL AND a.active = 1";
constexpr std::string_view kSessionSeen = "UPDATE session SET last_seen = $2 WHERE id_hash = $1";
constexpr std::string_view kTokenSeen = "UPDATE api_token SET last_used = $2 WHERE token_hash = $1";
constexpr std::string_view kEnd = "DELETE FROM session WHERE id_hash = $1";
constexpr std::string_view kEndOthers = "DELETE FROM session WHERE account = $1 AND id_hash <> $2";
constexpr std::string_view kEndExpired = "DELETE FROM session WHERE expires < $1 OR last_seen < $2";

constexpr Instant kForever = std::numeric_limits<Instant>::max();
constexpr std::size_t kMostRemembered = 10'000;

}  // namespace

std::string Sessions::begin(db::Connection& c, const std::string& account) {
    std::string id = random_token();
    const Instant now = clock_();
    c.execute(kInsert, digest(id), account, now, now + life_.absolute);
    return id;
}

std::optional<FoundSession> Sessions::find(std::string_view id) {
    return find_digest(digest(id), false);
}
std::optional<FoundSession> Sessions::find_token(std::string_view token) {
    return find_digest(digest(token), true);
}

std::optional<FoundSession> Sessions::find_digest(const std::string& credential, bool is_token) {
    const Instant now = clock_();
    std::optional<Remembered> session;
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        generation = generation_;
        const auto found = remembered_.find(credential);
        if (found != remembered_.end() && found->second.is_token == is_token &&
            now - found->second.asked < life_.remember)
            session = found->second;
    }
    const bool fresh = !session;
    if (fresh) session = load(credential, is_token);
    if (!session) return std::nullopt;

    const Instant idle_end = is_token ? kForever : session->last_seen + life_.idle;
    if (now >= session->absolute || now >= idle_end) return std::nullopt;
    const bool note = now - session->last_seen >= life_.note_every;
    if (note) session->last_seen = now;
    session->session.expires =
        is_token ? session->absolute : std::min(session->absolute, session->last_seen + life_.idle);
    if (fresh || note) {
        if (fresh) session->asked = now;
        const std::lock_guard lock(mutex_);
        if (remembered_.size() >= kMostRemembered) remembered_.clear();
        if (generation == generation_) remembered_[credential] = *session;
    }
    if (note) note_seen(credential, *session, now);
    session->session.actor.roles = in_force(session->held, now);
    return std::move(session->session);
}

std::optional<Sessions::Remembered> Sessions::load(const std::string& credential, bool is_token) {
    const Instant now = clock_();
    return database_.read([&](db::Connection& c) -> std::optional<Remembered> {
        const auto row = c.query_one(is_token ? kFindToken : kFindSession, credential);
        if (!row) return std::nullopt;
        return Remembered{
            .session = {.actor = {.account = row->text(0), .name = row->text(1), .credential = credential},
                        .example = row->boolean(2)},
            .held = held_roles(c, row->text(0), now),
            .last_seen = row->optional_integer(3).value_or(0),
            .absolute = row->optional_integer(4).value_or(kForever),
            .is_token = is_token};
    });
}

void Sessions::note_seen(const std::string& credential, const Remembered& session, Instant now) {
    database_.write(
        [&](db::Connection& c) { c.execute(session.is_token ? kTokenSeen : kSessionSeen, credential, now); });
}

void Sessions::end(db::Connection& c, const std::string& credential) {
    c.execute(kEnd, credential);
}

void Sessions::end_others(db::Connection& c, const std::string& account, const std::string& kept) {
    c.execute(kEndOthers, account, kept);
}

void Sessions::end_expired(db::Connection& c) {
    const Instant now = clock_();
    c.execute(kEndExpired, now, now - life_.idle);
}

void Sessions::forget() {
    const std::lock_guard lock(mutex_);
    remembered_.clear();
    ++generation_;
}

}  // namespace dure::auth
