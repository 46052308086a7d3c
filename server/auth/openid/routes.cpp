// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/routes.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <semaphore>

#include "server/audit/audit.hpp"
#include "server/auth/account_access.hpp"
#include "server/auth/identity.hpp"
#include "server/auth/openid/carried.hpp"
#include "server/auth/openid/identities.hpp"
#include "server/auth/secrets.hpp"
#include "server/codec/messages.hpp"
#include "server/http/text.hpp"

namespace dure::auth::openid {
namespace {

using http::Request;
using http::Response;

/// Requests that wait for the provider at a time: each holds one of the server's threads.
constexpr int kMostWaiting = 2;

std::string_view cookie_name(const Request& request) {
    return request.secure ? "__Host-dure_openid" : "dure_openid";
}

std::string cookie(const Request& request, const std::string& value, Instant life) {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie_name(request), value,
                       life / kSecond, request.secure ? "; Secure" : "");
}

/// What is the provider's trouble or a forgery, not the person's: told apart in the log, in one sentence to
/// them.
[[noreturn]] void refuse_provider(const Error& error, const std::string& request_id) {
    spdlog::warn("openid_failed id={} code={} what=\"{}\"", request_id, error.code,
                 codec::Messages::embedded().sentence("en", "error." + error.code, error.params));
    const bool down = error.code == "openid.unreachable" || error.code == "openid.refused";
    http::refuse(down ? 502 : 401, down ? "openid.provider_down" : "openid.not_proven",
                 {{"request_id", request_id}});
}

using Waiting = std::counting_semaphore<kMostWaiting>;

/// One of those that wait for the provider, as long as it lives.
class Turn {
  public:
    explicit Turn(Waiting& waiting) : waiting_(waiting) {
        if (!waiting_.try_acquire())
            throw http::ProblemException{{.status = 429,
                                          .code = "auth.busy",
                                          .params = {{"seconds", "1"}},
                                          .headers = {{"Retry-After", "1"}}}};
    }
    ~Turn() { waiting_.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    Waiting& waiting_;
};

class Handlers {
  public:
    Handlers(Accounts& accounts, db::Database& database, Clock clock, Provider& provider,
             const Installation& installation)
        : accounts_(accounts),
          database_(database),
          clock_(clock),
          provider_(provider),
          installation_(installation),
          answers_(accounts, database, std::move(clock), installation) {}

    Response begin(const Request& request, const Actor& actor) {
        require_provider();
        require_private_line(request);
        accounts_.count_address(origin_of(request, actor));
        const Carried carried{
            .attempt = {.state = random_token(), .nonce = random_token(), .verifier = random_token()},
            .expires = clock_() + kAttemptLife};
        const auto url = [&] {
            const Turn turn(waiting_);
            return provider_.authorization_url(carried.attempt, redirect_uri(request));
        }();
        if (!url) refuse_provider(url.error(), request.request_id);
        return std::move(
            http::json_text(encode(OpenIdBegun{*url}))
                .with("Set-Cookie", cookie(request, seal(accounts_.box(), carried), kAttemptLife)));
    }

    Response finish(const Request& request, const Actor& actor) {
        require_provider();
        require_private_line(request);
        const auto given = http::read_json(request, decode_openid_finish);
        const Origin origin = origin_of(request, actor);
        accounts_.count_address(origin);
        const Carried carried = proven(request, given);
        const auto owner =
            database_.read([&](db::Connection& c) { return find_owner(c, *carried.identity); });
        if (!owner) refuse_person(owner.error());
        if (owner->account.example && !request.loopback)
            refuse_person({.code = "openid.no_account", .params = {{"email", owner->account.email}}});
        if (owner->account.second_factor && !given.second_factor) ask_for_code(request, carried);
        const auto signed_in = accounts_.enter(owner->account, given.second_factor, origin,
                                               [&](db::Connection& c) { note(c, carried, *owner, origin); });
        for (int half = 0; half < 2; ++half) accounts_.forgive_address(origin);
        return std::move(
            answers_.signed_in(request, signed_in, 200).with("Set-Cookie", cookie(request, "", 0)));
    }

    Response unlink(const Request& request, const Actor& actor) {
        database_.write([&](db::Connection& c) {
            const Account account = readable_account(c, request, actor);
            if (!openid::unlink(c, account.id)) http::refuse(404, "http.not_found");
            record(c, account.id, "unlink_identity", actor.account, request.request_id);
        });
        return http::no_content();
    }

  private:
    void require_provider() const {
        if (!provider_.options().configured()) http::refuse(404, "openid.off");
    }

    std::string redirect_uri(const Request& request) const {
        const std::string base = installation_.public_url.empty()
                                     ? "http://" + std::string(request.header("host"))
                                     : installation_.public_url;
        return base + (base.ends_with('/') ? "sign-in/openid" : "/sign-in/openid");
    }

    /// Who the provider says it is: asked now, or before the second factor was asked for.
    Carried proven(const Request& request, const OpenIdFinish& given) {
        const auto sealed = http::cookie(request.header("cookie"), cookie_name(request));
        auto carried = sealed ? open(accounts_.box(), *sealed, clock_()) : std::nullopt;
        // Another browser, another sign-in, or too late: whoever sent the person here cannot make them sign
        // in as someone.
        if (!carried || !same_secret(carried->attempt.state, given.state)) http::refuse(400, "openid.stale");
        if (carried->identity) return std::move(*carried);
        if (!given.code) http::refuse(400, "openid.stale");
        auto identity = [&] {
            const Turn turn(waiting_);
            return provider_.exchange(carried->attempt, *given.code, redirect_uri(request));
        }();
        if (!identity) refuse_provider(identity.error(), request.request_id);
        carried->identity = std::move(*identity);
        return std::move(*carried);
    }

    [[noreturn]] void ask_for_code(const Request& request, Carried carried) {
        carried.expires = clock_() + kAttemptLife;
        throw http::ProblemException{
            {.status = 401,
             .code = "auth.second_factor_needed",
             .headers = {{"Set-Cookie", cookie(request, seal(accounts_.box(), carried), kAttemptLife)}}}};
    }

    [[noreturn]] static void refuse_person(const Error& error) {
        http::refuse(403, error.code, error.params);
    }

    void note(db::Connection& c, const Carried& carried, const Owner& owner, const Origin& origin) {
        if (owner.linked) return note_used(c, *carried.identity, clock_());
        link(c, *carried.identity, owner.account.id, clock_());
        record(c, owner.account.id, "link_identity", owner.account.id, origin.request_id);
    }

    void record(db::Connection& c, const std::string& account, std::string_view action,
                const std::string& actor, const std::string& request_id) const {
        audit::record(c, {.at = clock_(),
                          .actor = actor,
                          .action = std::string(action),
                          .record_kind = "account",
                          .record_id = account,
                          .request_id = request_id});
    }

    Accounts& accounts_;
    db::Database& database_;
    Clock clock_;
    Provider& provider_;
    const Installation& installation_;
    SessionAnswers answers_;
    Waiting waiting_{kMostWaiting};
};

}  // namespace

std::vector<Operation> operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                  Provider& provider, const Installation& installation) {
    const auto handlers = std::make_shared<Handlers>(accounts, database, clock, provider, installation);
    using enum Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"POST",   "/api/v1/session/openid",                  "begin_openid_sign_in",  kEveryone, forbidden, bind(handlers, &H::begin)},
        {"POST",   "/api/v1/session/openid/finish",           "finish_openid_sign_in", kEveryone, forbidden, bind(handlers, &H::finish)},
        {"DELETE", "/api/v1/accounts/{account_id}/identity",  "unlink_identity",       kSignedIn, not_found, bind(handlers, &H::unlink)},
    };
    // clang-format on
}

}  // namespace dure::auth::openid
