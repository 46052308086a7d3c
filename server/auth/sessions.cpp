// SPDX-License-Identifier: Apache-2.0
#include "server/auth/sessions.hpp"

#include <limits>

#include "server/auth/role_store.hpp"
#include "server/auth/second_factor.hpp"
#include "server/auth/secrets.hpp"

namespace dure::auth {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO session (id_hash, account, created, last_seen, expires, id, address, agent) VALUES ($1, $2, "
    "$3, $3, $4, $5, $6, $7)";
constexpr std::string_view kFindSession =
    "SELECT a.id, a.name, a.example, s.last_seen, s.expires FROM session s JOIN account a ON a.id = "
    "s.account"
    " WHERE s.id_hash = $1 AND a.active = 1";
constexpr std::string_view kFindToken =
    "SELECT a.id, a.name, a.example, t.last_used, t.expires, t.scope FROM api_token t JOIN account a ON a.id "
    "= t.account"
    " WHERE t.token_hash = $1 AND t.revoked IS NULL AND a.active = 1";
constexpr std::string_view kList =
    "SELECT id, address, agent, id_hash, created, last_seen, expires FROM session WHERE account = $1 AND "
    "expires > $2 AND last_seen > $3 ORDER BY last_seen DESC, id";
constexpr std::string_view kEndOne = "DELETE FROM session WHERE account = $1 AND id = $2";
constexpr std::string_view kListTokens =
    "SELECT id, name, scope, expires, last_used, created FROM api_token WHERE account = $1 AND revoked IS "
    "NULL "
    "ORDER BY id DESC";
constexpr std::string_view kRevoke =
    "UPDATE api_token SET revoked = $3 WHERE account = $1 AND id = $2 AND revoked IS NULL";
constexpr std::string_view kSessionSeen = "UPDATE session SET last_seen = $2 WHERE id_hash = $1";
constexpr std::string_view kTokenSeen = "UPDATE api_token SET last_used = $2 WHERE token_hash = $1";
constexpr std::string_view kEnd = "DELETE FROM session WHERE id_hash = $1";
constexpr std::string_view kEndOthers = "DELETE FROM session WHERE account = $1 AND id_hash <> $2";
constexpr std::string_view kEndExpired = "DELETE FROM session WHERE expires < $1 OR last_seen < $2";

constexpr Instant kForever = std::numeric_limits<Instant>::max();
constexpr std::size_t kMostRemembered = 10'000;

}  // namespace

std::string Sessions::begin(db::Connection& c, const std::string& account, const Origin& origin) {
    std::string id = random_token();
    const Instant now = clock_();
    c.execute(kInsert, digest(id), account, now, now + life().absolute, random_token(), origin.address,
              origin.agent);
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
    SessionLife life;
    {
        const std::lock_guard lock(mutex_);
        generation = generation_;
        life = life_;
        const auto found = remembered_.find(credential);
        if (found != remembered_.end() && found->second.is_token == is_token &&
            now - found->second.asked < life_.remember)
            session = found->second;
    }
    const bool fresh = !session;
    if (fresh) session = load(credential, is_token);
    if (!session) return std::nullopt;

    const Instant idle_end = is_token ? kForever : session->last_seen + life.idle;
    if (now >= session->absolute || now >= idle_end) return std::nullopt;
    const bool note = now - session->last_seen >= life.note_every;
    if (note) session->last_seen = now;
    session->session.expires =
        is_token ? session->absolute : std::min(session->absolute, session->last_seen + life.idle);
    if (fresh || note) {
        if (fresh) session->asked = now;
        const std::lock_guard lock(mutex_);
        if (remembered_.size() >= kMostRemembered) remembered_.clear();
        if (generation == generation_) remembered_[credential] = *session;
    }
    if (note) note_seen(credential, *session, now);
    session->session.actor.roles = in_force(session->held, now);
    // A token was made in a session that had the second factor; the example's accounts have none to lose.
    withhold(session->session.actor, is_token || session->second_factor || session->session.example);
    return std::move(session->session);
}

std::optional<Sessions::Remembered> Sessions::load(const std::string& credential, bool is_token) {
    const Instant now = clock_();
    return database_.read([&](db::Connection& c) -> std::optional<Remembered> {
        const auto row = c.query_one(is_token ? kFindToken : kFindSession, credential);
        if (!row) return std::nullopt;
        return Remembered{
            .session = {.actor = {.account = row->text(0),
                                  .name = row->text(1),
                                  .credential = credential,
                                  .by_token = is_token,
                                  .reads_only = is_token && row->text(5) == "read"},
                        .example = row->boolean(2)},
            .held = held_roles(c, row->text(0), now),
            .second_factor = second_factor_standing(c, row->text(0)) == FactorStanding::confirmed,
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
    c.execute(kEndExpired, now, now - life().idle);
}

void Sessions::withhold(Actor& actor, bool has_second_factor) {
    const RoleSet usable = has_second_factor ? actor.roles : actor.roles.without(kGuarded);
    actor.withheld = actor.roles.without(usable);
    actor.roles = usable;
}

std::vector<ListedSession> Sessions::list(db::Connection& c, const std::string& account) {
    const Instant now = clock_(), idle = life().idle;
    std::vector<ListedSession> found;
    for (const db::Row& row : c.query(kList, account, now, now - idle))
        found.push_back({.id = row.text(0),
                         .address = row.optional_text(1).value_or(""),
                         .agent = row.optional_text(2).value_or(""),
                         .credential = row.text(3),
                         .created = row.integer(4),
                         .last_seen = row.integer(5),
                         .expires = std::min(row.integer(6), row.integer(5) + idle)});
    return found;
}

bool Sessions::end_one(db::Connection& c, const std::string& account, const std::string& id) {
    return c.execute(kEndOne, account, id) == 1;
}

std::vector<ListedToken> Sessions::list_tokens(db::Connection& c, const std::string& account) {
    std::vector<ListedToken> found;
    for (const db::Row& row : c.query(kListTokens, account))
        found.push_back({.id = row.text(0),
                         .name = row.text(1),
                         .scope = row.text(2),
                         .expires = row.optional_integer(3),
                         .last_used = row.optional_integer(4),
                         .created = row.integer(5)});
    return found;
}

bool Sessions::revoke(db::Connection& c, const std::string& account, const std::string& token_id) {
    return c.execute(kRevoke, account, token_id, clock_()) == 1;
}

SessionLife Sessions::life() const {
    const std::lock_guard lock(mutex_);
    return life_;
}

void Sessions::set_life(const SessionLife& life) {
    const std::lock_guard lock(mutex_);
    life_ = life;
}

void Sessions::forget() {
    const std::lock_guard lock(mutex_);
    remembered_.clear();
    ++generation_;
}

}  // namespace dure::auth
