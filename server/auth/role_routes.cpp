// SPDX-License-Identifier: Apache-2.0
#include "server/auth/role_routes.hpp"

#include "server/auth/account_access.hpp"
#include "server/auth/identity.hpp"
#include "server/auth/once.hpp"
#include "server/auth/presenter.hpp"
#include "server/auth/role_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {
namespace {

using http::Request;
using http::Response;

class Handlers {
  public:
    Handlers(Accounts& accounts, db::Database& database) : accounts_(accounts), database_(database) {}

    Response list_roles(const Request& request, const Actor& actor) {
        return database_.read([&](db::Connection& c) {
            const Account account = readable_account(c, request, actor);
            RoleGrantList list;
            for (const RoleGrant& grant : list_grants(c, account.id))
                list.items.push_back(present(grant, account, actor, roles().now()));
            return http::json_text(encode(list));
        });
    }

    Response give_role(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_new_role);
        return make(request, actor, "give_role", [&](db::Connection& c, const Account& account) {
            return answer(roles().give(c, account.id, wanted, actor, origin_of(request, actor)), account,
                          actor, 201);
        });
    }

    Response end_role(const Request& request, const Actor& actor) {
        return end(request, actor, [&](db::Connection& c, const Account& account) {
            auto grant = find_grant(c, account.id, request.parameters.at("grant_id"));
            if (!grant) http::refuse(404, "http.not_found");
            http::require_match(request, grant->version);
            return answer(roles().end(c, std::move(*grant), actor, origin_of(request, actor)), account, actor,
                          200);
        });
    }

    Response list_deputies(const Request& request, const Actor& actor) {
        return database_.read([&](db::Connection& c) {
            const Account account = readable_account(c, request, actor);
            DeputyList list;
            for (const Deputy& deputy : auth::list_deputies(c, account.id))
                list.items.push_back(present(deputy, account, actor, roles().now()));
            return http::json_text(encode(list));
        });
    }

    Response appoint_deputy(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_new_deputy);
        return make(request, actor, "appoint_deputy", [&](db::Connection& c, const Account& account) {
            return answer(roles().appoint(c, account, wanted, actor, origin_of(request, actor)), account,
                          actor, 201);
        });
    }

    Response end_deputy(const Request& request, const Actor& actor) {
        return end(request, actor, [&](db::Connection& c, const Account& account) {
            auto deputy = find_deputy(c, account.id, request.parameters.at("deputy_id"));
            if (!deputy) http::refuse(404, "http.not_found");
            http::require_match(request, deputy->version);
            return answer(roles().end(c, std::move(*deputy), actor, origin_of(request, actor)), account,
                          actor, 200);
        });
    }

  private:
    static Account changeable(db::Connection& c, const Request& request, const Actor& actor) {
        Account account = readable_account(c, request, actor);
        if (!can(actor, AccountAction::give_role, account)) http::refuse(403, "auth.forbidden");
        return account;
    }

    Response make(const Request& request, const Actor& actor, std::string_view operation,
                  const auto& change) {
        Once once(database_, request, actor, operation, roles().now());
        if (auto first = once.answered()) return std::move(*first);
        Response response =
            once.write([&](db::Connection& c) { return change(c, changeable(c, request, actor)); });
        accounts_.sessions().forget();
        return response;
    }

    Response end(const Request& request, const Actor& actor, const auto& change) {
        Response response =
            database_.write([&](db::Connection& c) { return change(c, changeable(c, request, actor)); });
        accounts_.sessions().forget();
        return response;
    }

    template <class T>
    Response answer(const T& record, const Account& account, const Actor& actor, int status) {
        return std::move(http::json_text(encode(present(record, account, actor, roles().now())), status)
                             .with("ETag", http::etag_of(record.version)));
    }

    Roles& roles() { return accounts_.roles(); }

    Accounts& accounts_;
    db::Database& database_;
};

std::string_view audience_name(Audience::Kind kind) {
    switch (kind) {
        case Audience::Kind::everyone:
            return "everyone";
        case Audience::Kind::signed_in:
            return "signed_in";
        case Audience::Kind::roles:
            return "roles";
    }
    std::unreachable();
}

/// "/api/v1/energy/plans" belongs to "energy".
std::string_view part_of(std::string_view path) {
    constexpr std::string_view prefix = "/api/v1/";
    const std::string_view rest = path.substr(prefix.size());
    return rest.substr(0, rest.find('/'));
}

}  // namespace

std::vector<Operation> role_operations(Accounts& accounts, db::Database& database) {
    const auto handlers = std::make_shared<Handlers>(accounts, database);
    const auto to = [&](auto handler) { return bind(handlers, handler); };
    using enum Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/accounts/{account_id}/roles",                "list_roles",     kSignedIn, not_found, to(&H::list_roles)},
        {"POST",   "/api/v1/accounts/{account_id}/roles",                "give_role",      kSignedIn, not_found, to(&H::give_role)},
        {"DELETE", "/api/v1/accounts/{account_id}/roles/{grant_id}",     "end_role",       kSignedIn, not_found, to(&H::end_role)},
        {"GET",    "/api/v1/accounts/{account_id}/deputies",             "list_deputies",  kSignedIn, not_found, to(&H::list_deputies)},
        {"POST",   "/api/v1/accounts/{account_id}/deputies",             "appoint_deputy", kSignedIn, not_found, to(&H::appoint_deputy)},
        {"DELETE", "/api/v1/accounts/{account_id}/deputies/{deputy_id}", "end_deputy",     kSignedIn, not_found, to(&H::end_deputy)},
    };
    // clang-format on
}

RightsView rights_of(std::span<const Operation> operations) {
    RightsView view{.roles = {kRoles.begin(), kRoles.end()}};
    for (const Operation& operation : operations)
        view.operations.push_back({.operation = std::string(operation.operation_id),
                                   .method = std::string(operation.method),
                                   .path = std::string(operation.path),
                                   .part = std::string(part_of(operation.path)),
                                   .audience = std::string(audience_name(operation.audience.kind)),
                                   .roles = operation.audience.roles.list()});
    return view;
}

}  // namespace dure::auth
