// SPDX-License-Identifier: Apache-2.0
#include "server/auth/routes.hpp"

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/auth/identity.hpp"
#include "server/auth/once.hpp"
#include "server/auth/policy.hpp"
#include "server/auth/presenter.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {
namespace {

using http::Request;
using http::Response;

/// Where a list of accounts goes on.
struct AccountCursor {
    std::string name_key, id;
};
BOOST_DESCRIBE_STRUCT(AccountCursor, (), (name_key, id))
std::span<const codec::Rule> json_rules(const AccountCursor*) {
    static const codec::Rule rules[] = {codec::required("name_key"), codec::required("id")};
    return rules;
}

/// The handlers of one server; each reads as the pipeline of docs/dev/architecture.md.
class Handlers {
  public:
    Handlers(Accounts& accounts, db::Database& database, Clock clock, const Installation& installation)
        : accounts_(accounts), database_(database), clock_(std::move(clock)), installation_(installation) {}

    Response get_setup(const Request& request, const Actor&) {
        SetupView view{.needed = accounts_.setup_needed(), .version = installation_.version};
        if (request.loopback) view.example = installation_.example;
        return http::json_text(encode(view));
    }

    Response create_first_administrator(const Request& request, const Actor& actor) {
        require_private_line(request);
        const auto wanted = http::read_json(request, decode_first_administrator);
        // Whoever reaches an empty installation first would own it: from elsewhere it takes `dure user add`.
        if (!request.loopback && accounts_.setup_needed()) http::refuse(403, "setup.loopback_only");
        return signed_in(request, accounts_.create_first(wanted, origin_of(request, actor)), 201);
    }

    Response get_session(const Request& request, const Actor& actor) {
        const auto account =
            database_.read([&](db::Connection& c) { return find_account(c, actor.account); });
        const auto session = find_session(accounts_.sessions(), request);
        if (!account || !session) http::refuse(401, "auth.sign_in_needed");
        return http::json_text(encode(session_view(*account, actor, session->expires)));
    }

    Response sign_in(const Request& request, const Actor& actor) {
        require_private_line(request);
        const auto given = http::read_json(request, decode_sign_in);
        return signed_in(request, accounts_.sign_in(given, origin_of(request, actor)), 200);
    }

    Response sign_out(const Request& request, const Actor& actor) {
        accounts_.sign_out(actor, origin_of(request, actor));
        return std::move(http::no_content().with("Set-Cookie", ended_cookie(request)));
    }

    Response change_own_password(const Request& request, const Actor& actor) {
        const auto change = http::read_json(request, decode_password_change);
        accounts_.change_password(actor, change, origin_of(request, actor));
        return http::no_content();
    }

    Response list_accounts(const Request& request, const Actor& actor) {
        http::Query query(request);
        const std::string part = query.text("q").value_or("");
        const int limit = query.limit();
        const auto after = query.cursor<AccountCursor>();
        query.done();
        AccountQuery wanted{.part = part, .limit = limit};
        if (after) wanted.after = {after->name_key, after->id};
        auto found = database_.read([&](db::Connection& c) { return auth::list_accounts(c, wanted); });
        AccountPage page;
        if (found.size() > static_cast<std::size_t>(limit)) {
            found.pop_back();
            page.next_cursor =
                http::write_cursor(AccountCursor{sort_key(found.back().name), found.back().id});
        }
        for (const Account& account : found) page.items.push_back(present(account, actor));
        return http::json_text(encode(page));
    }

    Response create_account(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_new_account);
        Once once(database_, request, actor, "create_account", clock_());
        if (auto first = once.answered()) return std::move(*first);
        const std::string hash = accounts_.hash_new_password(wanted.password, wanted.email, wanted.name);
        return once.write([&](db::Connection& c) {
            return answer(accounts_.create(c, wanted, hash, actor, origin_of(request, actor)), actor, 201);
        });
    }

    Response get_account(const Request& request, const Actor& actor) {
        const Account account =
            database_.read([&](db::Connection& c) { return readable(c, request, actor); });
        const std::string tag = http::etag_of(account.version);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return answer(account, actor, 200);
    }

    Response change_account(const Request& request, const Actor& actor) {
        const auto change = http::read_json(request, decode_account_change);
        const Account changed = database_.write([&](db::Connection& c) {
            Account account = readable(c, request, actor);
            if (!can(actor, AccountAction::change, account)) http::refuse(403, "auth.forbidden");
            http::require_match(request, account.version);
            return accounts_.change(c, std::move(account), change, actor, origin_of(request, actor));
        });
        accounts_.sessions().forget();
        return answer(changed, actor, 200);
    }

  private:
    /// A password never travels over a network in the clear.
    static void require_private_line(const Request& request) {
        if (!request.secure && !request.loopback) http::refuse(403, "auth.https_needed");
    }

    static Account readable(db::Connection& c, const Request& request, const Actor& actor) {
        auto account = find_account(c, request.parameters.at("account_id"));
        if (!account || !can(actor, AccountAction::read, *account)) http::refuse(404, "http.not_found");
        return std::move(*account);
    }

    static Response answer(const Account& account, const Actor& actor, int status) {
        return std::move(http::json_text(encode(present(account, actor)), status)
                             .with("ETag", http::etag_of(account.version)));
    }

    SessionView session_view(const Account& account, const Actor& actor, Instant expires) const {
        return {.account = present(account, actor),
                .actions = installation_.permitted(actor),
                .expires = utc_text(expires)};
    }

    Response signed_in(const Request& request, const Accounts::SignedIn& signed_in, int status) const {
        const SessionLife& life = accounts_.sessions().life();
        const Account& account = signed_in.account;
        const Actor actor{.account = account.id, .name = account.name, .roles = account.roles};
        const SessionView view = session_view(account, actor, clock_() + std::min(life.idle, life.absolute));
        return std::move(http::json_text(encode(view), status)
                             .with("Set-Cookie", session_cookie(request, signed_in.session, life.absolute)));
    }

    Accounts& accounts_;
    db::Database& database_;
    Clock clock_;
    const Installation& installation_;
};

}  // namespace

std::vector<Operation> account_operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                          const Installation& installation) {
    const auto handlers = std::make_shared<Handlers>(accounts, database, clock, installation);
    const auto to = [&](auto handler) { return bind(handlers, handler); };
    using enum Audience;
    using enum Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/setup",                 "get_setup",                  everyone,       forbidden, to(&H::get_setup)},
        {"POST",   "/api/v1/setup",                 "create_first_administrator", everyone,       forbidden, to(&H::create_first_administrator)},
        {"GET",    "/api/v1/session",               "get_session",                signed_in, forbidden, to(&H::get_session)},
        {"POST",   "/api/v1/session",               "sign_in",                    everyone,       forbidden, to(&H::sign_in)},
        {"DELETE", "/api/v1/session",               "sign_out",                   signed_in, forbidden, to(&H::sign_out)},
        {"PUT",    "/api/v1/session/password",      "change_own_password",        signed_in, forbidden, to(&H::change_own_password)},
        {"GET",    "/api/v1/accounts",              "list_accounts",              administrators, forbidden, to(&H::list_accounts)},
        {"POST",   "/api/v1/accounts",              "create_account",             administrators, forbidden, to(&H::create_account)},
        {"GET",    "/api/v1/accounts/{account_id}", "get_account",                signed_in, not_found, to(&H::get_account)},
        {"PATCH",  "/api/v1/accounts/{account_id}", "change_account",             signed_in, not_found, to(&H::change_account)},
    };
    // clang-format on
}

}  // namespace dure::auth
