// SPDX-License-Identifier: Apache-2.0
#include "server/auth/credential_routes.hpp"

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/account_access.hpp"
#include "server/auth/identity.hpp"
#include "server/auth/links.hpp"
#include "server/auth/second_factor.hpp"
#include "server/auth/totp.hpp"
#include "server/mail/outbox.hpp"

namespace dure::auth {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view kIssuer = "Dure";

std::string_view text_of(LinkKind kind) {
    return kind == LinkKind::invitation ? "invitation" : "reset";
}

class Handlers {
  public:
    Handlers(Accounts& accounts, db::Database& database, Clock clock, bool sends_mails)
        : accounts_(accounts), database_(database), clock_(std::move(clock)), sends_mails_(sends_mails) {}

    /// No Idempotency-Key: a kept answer would keep the token.
    Response create_link(const Request& request, const Actor& actor) {
        return database_.write([&](db::Connection& c) {
            const Account account = changeable(c, request, actor);
            if (!account.active) http::refuse(409, "link.inactive");
            const Instant now = clock_();
            Link link{.account = account.id};
            link.kind = account.password_hash.empty() ? LinkKind::invitation : LinkKind::reset;
            link.expires = now + (link.kind == LinkKind::invitation ? kInvitationLife : kResetLife);
            const std::string token = make_link(c, link, now);
            send_link(c, link, token, now);
            record(c, account.id, "create_link", request, actor);
            // Behind the '#' it is not sent to any server, nor written into any log.
            return http::json_text(encode(LinkView{.link = "/link#" + token,
                                                   .kind = std::string(text_of(link.kind)),
                                                   .expires = utc_text(link.expires),
                                                   .mailed = sends_mails_ && !account.example}),
                                   201);
        });
    }

    Response read_link(const Request& request, const Actor&) {
        const auto given = http::read_json(request, decode_link_token);
        return database_.read([&](db::Connection& c) {
            const auto link = find_link(c, given.token, clock_());
            const auto account = link ? find_account(c, link->account) : std::nullopt;
            if (!account) http::refuse(404, "link.unusable");
            return http::json_text(encode(LinkOwner{
                .kind = std::string(text_of(link->kind)), .email = account->email, .name = account->name}));
        });
    }

    Response use_link(const Request& request, const Actor& actor) {
        require_private_line(request);
        accounts_.use_link(http::read_json(request, decode_link_use), origin_of(request, actor));
        return http::no_content();
    }

    Response get_second_factor(const Request&, const Actor& actor) {
        return database_.read([&](db::Connection& c) {
            const Account account = own(c, actor);
            return http::json_text(
                encode(SecondFactorView{.state = second_factor_state(account, actor),
                                        .recovery_codes = recovery_codes_left(c, account.id)}));
        });
    }

    Response begin_second_factor(const Request& request, const Actor& actor) {
        const auto given = http::read_json(request, decode_password_only);
        const Account account = confirmed_owner(request, actor, given.password, false);
        return database_.write([&](db::Connection& c) {
            const std::string secret = new_totp_secret();
            auth::begin_second_factor(c, accounts_.box(), account.id, secret, clock_());
            return http::json_text(
                encode(SecondFactorBegun{.secret = secret, .uri = totp_uri(secret, account.email, kIssuer)}),
                201);
        });
    }

    Response confirm_second_factor(const Request& request, const Actor& actor) {
        const auto given = http::read_json(request, decode_code_only);
        require_person(actor);
        accounts_.count_code(actor.account);
        Response response = database_.write([&](db::Connection& c) {
            if (second_factor_standing(c, actor.account) != FactorStanding::begun)
                http::refuse(409, "second_factor.not_begun");
            RecoveryCodes codes{
                auth::confirm_second_factor(c, accounts_.box(), actor.account, given.code, clock_())};
            if (codes.recovery_codes.empty())
                http::refuse_fields({{.code = "auth.wrong_code", .pointer = "/code"}});
            // Those that were begun without it are worth less than it says.
            accounts_.sessions().end_others(c, actor.account, actor.credential);
            record(c, actor.account, "confirm_second_factor", request, actor);
            return http::json_text(encode(codes));
        });
        accounts_.forgive_code(actor.account);
        accounts_.sessions().forget();
        return response;
    }

    Response remove_second_factor(const Request& request, const Actor& actor) {
        const auto given = http::read_json(request, decode_password_and_code);
        const Account account = confirmed_owner(request, actor, given.password, true);
        accounts_.count_code(account.id);
        database_.write([&](db::Connection& c) {
            if (!use_code(c, accounts_.box(), account.id, given.code, clock_()))
                http::refuse_fields({{.code = "auth.wrong_code", .pointer = "/code"}});
            drop_second_factor(c, account.id);
            record(c, account.id, "remove_second_factor", request, actor);
        });
        accounts_.forgive_code(account.id);
        accounts_.sessions().forget();
        return http::no_content();
    }

    Response reset_second_factor(const Request& request, const Actor& actor) {
        database_.write([&](db::Connection& c) {
            const Account account = changeable(c, request, actor);
            if (account.id == actor.account) http::refuse(403, "auth.forbidden");
            drop_second_factor(c, account.id);
            accounts_.sessions().end_others(c, account.id, "");
            record(c, account.id, "reset_second_factor", request, actor);
        });
        accounts_.sessions().forget();
        return http::no_content();
    }

    Response list_sessions(const Request& request, const Actor& actor) {
        return database_.read([&](db::Connection& c) {
            const Account account = readable_account(c, request, actor);
            ListedSessions list;
            for (const ListedSession& one : accounts_.sessions().list(c, account.id))
                list.items.push_back({.id = one.id,
                                      .address = one.address,
                                      .agent = one.agent,
                                      .created = utc_text(one.created),
                                      .last_seen = utc_text(one.last_seen),
                                      .expires = utc_text(one.expires),
                                      .current = one.credential == actor.credential});
            return http::json_text(encode(list));
        });
    }

    Response end_session(const Request& request, const Actor& actor) {
        return end(request, actor, "end_session", [&](db::Connection& c, const Account& account) {
            return accounts_.sessions().end_one(c, account.id, request.parameters.at("session_id"));
        });
    }

    Response list_tokens(const Request& request, const Actor& actor) {
        return database_.read([&](db::Connection& c) {
            const Account account = readable_account(c, request, actor);
            TokenList list;
            for (const ListedToken& one : accounts_.sessions().list_tokens(c, account.id))
                list.items.push_back({.id = one.id,
                                      .name = one.name,
                                      .scope = one.scope,
                                      .created = utc_text(one.created),
                                      .expires = utc_text(one.expires),
                                      .last_used = utc_text(one.last_used)});
            return http::json_text(encode(list));
        });
    }

    /// No Idempotency-Key: a kept answer would keep the token.
    Response create_token(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_new_token);
        return database_.write([&](db::Connection& c) {
            const Account account = readable_account(c, request, actor);
            if (account.id != actor.account) http::refuse(403, "auth.forbidden");
            require_person(actor);
            if (!actor.withheld.empty()) http::refuse(403, "second_factor.needed");
            auto made = accounts_.create_token(c, account.id, wanted, actor, origin_of(request, actor));
            const Instant now = clock_();
            return http::json_text(
                encode(TokenView{.id = std::move(made.id),
                                 .name = wanted.name,
                                 .scope = wanted.scope == TokenScope::read ? "read" : "write",
                                 .created = utc_text(now),
                                 .expires = utc_text(now + wanted.days * kDay),
                                 .token = std::move(made.token)}),
                201);
        });
    }

    Response revoke_token(const Request& request, const Actor& actor) {
        return end(request, actor, "revoke_token", [&](db::Connection& c, const Account& account) {
            return accounts_.sessions().revoke(c, account.id, request.parameters.at("token_id"));
        });
    }

  private:
    static constexpr Instant kDay = 24 * 3600 * kSecond;

    static Account changeable(db::Connection& c, const Request& request, const Actor& actor) {
        Account account = readable_account(c, request, actor);
        if (!can(actor, AccountAction::change, account)) http::refuse(403, "auth.forbidden");
        return account;
    }

    static Account own(db::Connection& c, const Actor& actor) {
        auto account = find_account(c, actor.account);
        if (!account) http::refuse(401, "auth.sign_in_needed");
        return std::move(*account);
    }

    /// A token can be stolen from a file: it makes no further keys.
    static void require_person(const Actor& actor) {
        if (actor.by_token) http::refuse(403, "auth.person_needed");
    }

    /// Whoever sits at the machine shows that they know the password.
    Account confirmed_owner(const Request& request, const Actor& actor, const std::string& password,
                            bool with_factor) {
        require_person(actor);
        Account account = database_.read([&](db::Connection& c) { return own(c, actor); });
        if (account.second_factor != with_factor)
            http::refuse(409, with_factor ? "second_factor.off" : "second_factor.on");
        accounts_.require_password(account, password, "/password", origin_of(request, actor));
        return account;
    }

    Response end(const Request& request, const Actor& actor, std::string_view action, const auto& change) {
        database_.write([&](db::Connection& c) {
            const Account account = readable_account(c, request, actor);
            if (!change(c, account)) http::refuse(404, "http.not_found");
            record(c, account.id, action, request, actor);
        });
        accounts_.sessions().forget();
        return http::no_content();
    }

    /// The mail of an earlier link, where it still waits, would lead nowhere.
    static void send_link(db::Connection& c, const Link& link, const std::string& token, Instant now) {
        const std::string kind = "account." + std::string(text_of(link.kind));
        mail::withdraw(c, link.account, kind, now);
        mail::queue(c, link.account,
                    {.kind = kind, .path = "/link#" + token, .until = link.expires, .secret = true}, now);
    }

    void record(db::Connection& c, const std::string& account, std::string_view action,
                const Request& request, const Actor& actor) const {
        audit::record(c, {.at = clock_(),
                          .actor = actor.account,
                          .action = std::string(action),
                          .record_kind = "account",
                          .record_id = account,
                          .request_id = request.request_id});
    }

    Accounts& accounts_;
    db::Database& database_;
    Clock clock_;
    const bool sends_mails_;
};

}  // namespace

std::vector<Operation> credential_operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                             bool sends_mails) {
    const auto handlers = std::make_shared<Handlers>(accounts, database, clock, sends_mails);
    const auto to = [&](auto handler) { return bind(handlers, handler); };
    using enum Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"POST",   "/api/v1/accounts/{account_id}/link",                  "create_link",           kSignedIn, not_found, to(&H::create_link)},
        {"POST",   "/api/v1/links/read",                                  "read_link",             kEveryone, forbidden, to(&H::read_link)},
        {"POST",   "/api/v1/links/use",                                   "use_link",              kEveryone, forbidden, to(&H::use_link)},
        {"GET",    "/api/v1/session/second_factor",                       "get_second_factor",     kSignedIn, forbidden, to(&H::get_second_factor)},
        {"POST",   "/api/v1/session/second_factor",                       "begin_second_factor",   kSignedIn, forbidden, to(&H::begin_second_factor)},
        {"PUT",    "/api/v1/session/second_factor",                       "confirm_second_factor", kSignedIn, forbidden, to(&H::confirm_second_factor)},
        {"POST",   "/api/v1/session/second_factor/remove",                "remove_second_factor",  kSignedIn, forbidden, to(&H::remove_second_factor)},
        {"DELETE", "/api/v1/accounts/{account_id}/second_factor",         "reset_second_factor",   kSignedIn, not_found, to(&H::reset_second_factor)},
        {"GET",    "/api/v1/accounts/{account_id}/sessions",              "list_sessions",         kSignedIn, not_found, to(&H::list_sessions)},
        {"DELETE", "/api/v1/accounts/{account_id}/sessions/{session_id}", "end_session",           kSignedIn, not_found, to(&H::end_session)},
        {"GET",    "/api/v1/accounts/{account_id}/tokens",                "list_tokens",           kSignedIn, not_found, to(&H::list_tokens)},
        {"POST",   "/api/v1/accounts/{account_id}/tokens",                "create_token",          kSignedIn, not_found, to(&H::create_token)},
        {"DELETE", "/api/v1/accounts/{account_id}/tokens/{token_id}",     "revoke_token",          kSignedIn, not_found, to(&H::revoke_token)},
    };
    // clang-format on
}

}  // namespace dure::auth
