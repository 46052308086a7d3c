// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/auth/origin.hpp"
#include "server/auth/role_grant.hpp"
#include "server/db/database.hpp"

namespace dure::auth {

struct SessionLife {
    Instant idle = 8 * 3600 * kSecond;           ///< without a request
    Instant absolute = 7 * 24 * 3600 * kSecond;  ///< at most
    Instant note_every = 60 * kSecond;           ///< how often last_seen is written
    Instant remember = 10 * kSecond;             ///< how long the database need not be asked again
};

struct FoundSession {
    Actor actor;           ///< with the roles that hold now
    Instant expires = 0;   ///< the earlier of idle and absolute expiry
    bool example = false;  ///< an account of the example: for loopback clients only
};

/// A session as it is listed; `id` names it and opens nothing.
struct ListedSession {
    std::string id, address, agent, credential;
    Instant created = 0, last_seen = 0, expires = 0;
};

/// An API token as it is listed.
struct ListedToken {
    std::string id, name, scope;
    std::optional<Instant> expires, last_used;
    Instant created = 0;
};

/// Sessions and API tokens in the database, the recent ones remembered in memory. Only digests are stored. A
/// change by another process on the same database counts after `remember`.
class Sessions {
  public:
    Sessions(db::Database& database, Clock clock, SessionLife life = {})
        : database_(database), clock_(std::move(clock)), life_(life) {}

    /// Makes a session and returns its secret: the cookie's value.
    std::string begin(db::Connection& c, const std::string& account, const Origin& origin = {});
    std::optional<FoundSession> find(std::string_view id);
    std::optional<FoundSession> find_token(std::string_view token);

    void end(db::Connection& c, const std::string& credential);
    /// All of the account but `kept`.
    void end_others(db::Connection& c, const std::string& account, const std::string& kept);
    void end_expired(db::Connection& c);
    /// Those that hold, the latest first; ending one says whether there was one.
    std::vector<ListedSession> list(db::Connection& c, const std::string& account);
    bool end_one(db::Connection& c, const std::string& account, const std::string& id);

    /// Those that are not revoked, expired ones included, the latest first.
    std::vector<ListedToken> list_tokens(db::Connection& c, const std::string& account);
    bool revoke(db::Connection& c, const std::string& account, const std::string& token_id);
    /// After the commit of a change of accounts or sessions: nothing remembered counts any more.
    void forget();

    /// Takes from the actor the roles that need a second factor, where there is none.
    static void withhold(Actor& actor, bool has_second_factor);

    SessionLife life() const;
    /// Holds for sessions that have begun, too; the absolute end of those stays as it was.
    void set_life(const SessionLife& life);

  private:
    struct Remembered {
        FoundSession session;
        std::vector<HeldRole> held;
        bool second_factor = false;
        Instant asked = 0, last_seen = 0;
        Instant absolute = 0;
        bool is_token = false;
    };
    std::optional<FoundSession> find_digest(const std::string& credential, bool is_token);
    std::optional<Remembered> load(const std::string& credential, bool is_token);
    void note_seen(const std::string& credential, const Remembered& session, Instant now);

    db::Database& database_;
    Clock clock_;
    SessionLife life_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Remembered> remembered_;
    std::uint64_t generation_ =
        0;  ///< counts forget(), so that what was read before it is not remembered after
};

}  // namespace dure::auth
