// SPDX-License-Identifier: Apache-2.0
#include "server/auth/guard.hpp"

#include <utility>

namespace dure::auth {
namespace {

void require(const Actor& actor, const Audience& audience, Refusal refusal) {
    if (may_try(actor, audience)) return;
    if (!actor.signed_in()) throw http::ProblemException{{.status = 401, .code = "auth.sign_in_needed"}};
    // Who works here knows that there are such records; which ones, the refusal does not say.
    if (refusal == Refusal::not_found && !actor.has_any(kInstitute))
        throw http::ProblemException{{.status = 404, .code = "http.not_found"}};
    throw http::ProblemException{{.status = 403, .code = "auth.forbidden"}};
}

}  // namespace

bool may_try(const Actor& actor, const Audience& audience) {
    switch (audience.kind) {
        case Audience::Kind::everyone:
            return true;
        case Audience::Kind::signed_in:
            return actor.signed_in();
        case Audience::Kind::roles:
            return actor.has_any(audience.roles);
    }
    std::unreachable();
}

std::vector<std::string> permitted(std::span<const Operation> operations, const Actor& actor) {
    std::vector<std::string> ids;
    for (const Operation& operation : operations) {
        if (may_try(actor, operation.audience)) ids.emplace_back(operation.operation_id);
    }
    return ids;
}

std::vector<http::Route> guard(std::span<const Operation> operations, const Identify& identify) {
    std::vector<http::Route> routes;
    for (const Operation& operation : operations) {
        routes.push_back({.method = operation.method,
                          .path = operation.path,
                          .operation_id = operation.operation_id,
                          .handler =
                              [identify, operation](const http::Request& request) {
                                  const Actor actor = identify(request);
                                  require(actor, operation.audience, operation.refusal);
                                  if (actor.reads_only && operation.method != "GET")
                                      throw http::ProblemException{
                                          {.status = 403, .code = "auth.token_reads_only"}};
                                  return operation.handle(request, actor);
                              },
                          .body_limit = operation.body_limit});
    }
    return routes;
}

}  // namespace dure::auth
