// SPDX-License-Identifier: Apache-2.0
#include "server/auth/routes.hpp"

#include <fmt/format.h>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/auth/account_access.hpp"
#include "server/auth/identity.hpp"
#include "server/auth/once.hpp"
#include "server/auth/presenter.hpp"
#include "server/auth/role_store.hpp"
#include "server/auth/secrets.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {
namespace {

using http::Request;
using http::Response;

/// Where a list of accounts goes on: behind the account with this sort key or sign-in, by the order asked
/// for.
struct AccountCursor {
    std::optional<std::string> name_key;
    std::optional<std::int64_t> last_sign_in;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(AccountCursor, (), (name_key, last_sign_in, id))
std::span<const codec::Rule> json_rules(const AccountCursor*) {
    static const codec::Rule rules[] = {codec::required("id")};
    return rules;
}

bool by_name(AccountOrder order) {
    return order == AccountOrder::name || order == AccountOrder::name_down;
}

AccountOrder read_order(http::Query& query) {
    static constexpr std::string_view kNames[] = {"name", "-name", "last_sign_in", "-last_sign_in"};
    return static_cast<AccountOrder>(query.choice("sort", kNames).value_or(0));
}

std::optional<Role> read_role(http::Query& query) {
    static const auto names = [] {
        std::vector<std::string> texts;
        for (const Role role : kRoles) texts.push_back(role_text(role));
        return texts;
    }();
    static const std::vector<std::string_view> choices(names.begin(), names.end());
    const auto index = query.choice("role", choices);
    return index ? std::optional(kRoles.at(*index)) : std::nullopt;
}

std::optional<std::pair<db::Value, std::string>> read_after(http::Query& query, AccountOrder order) {
    const auto cursor = query.cursor<AccountCursor>();
    if (!cursor) return std::nullopt;
    if (by_name(order) ? !cursor->name_key.has_value() : !cursor->last_sign_in.has_value()) {
        query.refuse("cursor", "http.bad_cursor", {});
        return std::nullopt;
    }
    if (by_name(order)) return std::pair(db::Value(*cursor->name_key), cursor->id);
    return std::pair(db::Value(*cursor->last_sign_in), cursor->id);
}

std::string cursor_behind(const Account& account, AccountOrder order) {
    AccountCursor cursor{.id = account.id};
    if (by_name(order))
        cursor.name_key = sort_key(account.name);
    else
        cursor.last_sign_in = account.last_sign_in.value_or(0);
    return http::write_cursor(cursor);
}

/// The handlers of one server; each reads as the pipeline of docs/dev/architecture.md.
class Handlers {
  public:
    Handlers(Accounts& accounts, db::Database& database, Clock clock, const Installation& installation)
        : accounts_(accounts),
          database_(database),
          clock_(clock),
          installation_(installation),
          answers_(accounts, database, std::move(clock), installation) {}

    Response get_setup(const Request& request, const Actor&) {
        SetupView view{.needed = accounts_.setup_needed(), .version = installation_.version};
        if (!installation_.provider.empty()) view.openid = installation_.provider;
        const auto [ko, en, contact] = installation_.institute();
        if (!ko.empty()) view.institute_ko = ko;
        if (!en.empty()) view.institute_en = en;
        if (!contact.empty()) view.contact = contact;
        if (request.loopback) view.example = installation_.example;
        return http::json_text(encode(view));
    }

    Response create_first_administrator(const Request& request, const Actor& actor) {
        require_private_line(request);
        const auto wanted = http::read_json(request, decode_first_administrator);
        return answers_.signed_in(request, accounts_.create_first(wanted, origin_of(request, actor)), 201);
    }

    Response get_session(const Request& request, const Actor& actor) {
        const auto session = find_session(accounts_.sessions(), request);
        const auto found = database_.read(
            [&](db::Connection& c) { return find_account_and_deputised(c, actor.account, clock_()); });
        if (!found || !session) http::refuse(401, "auth.sign_in_needed");
        return http::json_text(
            encode(answers_.view(found->account, found->stands_in_for, actor, session->expires)));
    }

    Response sign_in(const Request& request, const Actor& actor) {
        require_private_line(request);
        const auto given = http::read_json(request, decode_sign_in);
        return answers_.signed_in(request, accounts_.sign_in(given, origin_of(request, actor)), 200);
    }

    Response sign_out(const Request& request, const Actor& actor) {
        accounts_.sign_out(actor, origin_of(request, actor));
        return std::move(http::no_content().with("Set-Cookie", ended_cookie(request)));
    }

    Response change_own_password(const Request& request, const Actor& actor) {
        const auto change = http::read_json(request, decode_password_change);
        if (actor.by_token) http::refuse(403, "auth.person_needed");
        accounts_.change_password(actor, change, origin_of(request, actor));
        return http::no_content();
    }

    Response list_accounts(const Request& request, const Actor& actor) {
        static constexpr std::string_view kStates[] = {"inactive", "active"};
        http::Query query(request);
        AccountQuery wanted{.part = query.text("q").value_or(""),
                            .role = read_role(query),
                            .now = clock_(),
                            .order = read_order(query),
                            .limit = query.limit()};
        if (const auto state = query.choice("state", kStates)) wanted.active = *state == 1;
        wanted.after = read_after(query, wanted.order);
        query.done();
        return database_.read([&](db::Connection& c) {
            auto found = auth::list_accounts(c, wanted);
            AccountPage page;
            if (found.size() > static_cast<std::size_t>(wanted.limit)) {
                found.pop_back();
                page.next_cursor = cursor_behind(found.back(), wanted.order);
            }
            std::vector<std::string> ids;
            for (const Account& account : found) ids.push_back(account.id);
            auto roles = roles_of(c, ids, wanted.now);
            for (const Account& account : found)
                page.items.push_back(present(account, roles[account.id], actor));
            return http::json_text(encode(page));
        });
    }

    Response create_account(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_new_account);
        Once once(database_, request, actor, "create_account", clock_());
        if (auto first = once.answered()) return std::move(*first);
        // Without a password nothing opens the account until a link has been used.
        const std::string hash =
            wanted.password ? accounts_.hash_new_password(*wanted.password, wanted.email, wanted.name) : "";
        return once.write([&](db::Connection& c) {
            return answer(c, accounts_.create(c, wanted, hash, actor, origin_of(request, actor)), actor, 201);
        });
    }

    Response get_account(const Request& request, const Actor& actor) {
        const auto found = database_.read([&](db::Connection& c) {
            return find_account_and_roles(c, request.parameters.at("account_id"), clock_());
        });
        if (!found || !can(actor, AccountAction::read, found->account)) http::refuse(404, "http.not_found");
        return answer(found->account, found->roles, actor, 200);
    }

    Response change_account(const Request& request, const Actor& actor) {
        const auto change = http::read_json(request, decode_account_change);
        Response response = database_.write([&](db::Connection& c) {
            Account account = readable_account(c, request, actor);
            if (!can(actor, AccountAction::change, account)) http::refuse(403, "auth.forbidden");
            require_version(request, account);
            return answer(c,
                          accounts_.change(c, std::move(account), change, actor, origin_of(request, actor)),
                          actor, 200);
        });
        accounts_.sessions().forget();
        return response;
    }

    Response get_rights(const Request&, const Actor&) {
        return http::json_text(encode(installation_.rights()));
    }

  private:
    RoleSet own_roles(db::Connection& c, const std::string& account) const {
        const std::vector<std::string> ids{account};
        return roles_of(c, ids, clock_())[account];
    }

    Response answer(db::Connection& c, const Account& account, const Actor& actor, int status) const {
        return answer(account, own_roles(c, account.id), actor, status);
    }

    /// The tag names the version, and what is shown besides: roles come and go without a change of it.
    static Response answer(const Account& account, RoleSet roles, const Actor& actor, int status) {
        std::string body = encode(present(account, roles, actor));
        std::string tag = fmt::format("\"{}.{}\"", account.version, digest(body).substr(0, 12));
        return std::move(http::json_text(std::move(body), status).with("ETag", std::move(tag)));
    }

    /// If-Match names the version, with or without the rest of the tag.
    static void require_version(const Request& request, const Account& account) {
        const std::string known = fmt::format("\"{}.", account.version);
        if (!request.header("if-match").starts_with(known)) http::require_match(request, account.version);
    }

    Accounts& accounts_;
    db::Database& database_;
    Clock clock_;
    const Installation& installation_;
    SessionAnswers answers_;
};

}  // namespace

std::vector<Operation> account_operations(Accounts& accounts, db::Database& database, const Clock& clock,
                                          const Installation& installation) {
    const auto handlers = std::make_shared<Handlers>(accounts, database, clock, installation);
    const auto to = [&](auto handler) { return bind(handlers, handler); };
    using enum Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/setup",                 "get_setup",                  kEveryone,       forbidden, to(&H::get_setup)},
        {"POST",   "/api/v1/setup",                 "create_first_administrator", kEveryone,       forbidden, to(&H::create_first_administrator)},
        {"GET",    "/api/v1/session",               "get_session",                kSignedIn,       forbidden, to(&H::get_session)},
        {"POST",   "/api/v1/session",               "sign_in",                    kEveryone,       forbidden, to(&H::sign_in)},
        {"DELETE", "/api/v1/session",               "sign_out",                   kSignedIn,       forbidden, to(&H::sign_out)},
        {"PUT",    "/api/v1/session/password",      "change_own_password",        kSignedIn,       forbidden, to(&H::change_own_password)},
        {"GET",    "/api/v1/accounts",              "list_accounts",              kAdministrators, forbidden, to(&H::list_accounts)},
        {"POST",   "/api/v1/accounts",              "create_account",             kAdministrators, forbidden, to(&H::create_account)},
        {"GET",    "/api/v1/accounts/{account_id}", "get_account",                kSignedIn,       not_found, to(&H::get_account)},
        {"PATCH",  "/api/v1/accounts/{account_id}", "change_account",             kSignedIn,       not_found, to(&H::change_account)},
        {"GET",    "/api/v1/rights",                "get_rights",                 RoleSet{Role::administrator, Role::director}, forbidden, to(&H::get_rights)},
    };
    // clang-format on
}

}  // namespace dure::auth
