// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/auth/actor.hpp"
#include "server/http/message.hpp"

namespace dure::auth {

/// Who may try an operation at all; what they may do to one record is the desk's policy.
struct Audience {
    enum class Kind { everyone, signed_in, roles };
    Kind kind = Kind::roles;
    RoleSet roles;  ///< one of them is needed, where the kind is roles

    constexpr Audience(Kind kind) : kind(kind) {}
    constexpr Audience(RoleSet roles) : roles(roles) {}
    constexpr Audience(Role role) : roles{role} {}
};
inline constexpr Audience kEveryone = Audience::Kind::everyone;
inline constexpr Audience kSignedIn = Audience::Kind::signed_in;
inline constexpr Audience kAdministrators = Role::administrator;

/// What the others are told: that they may not, or — for a single record, outside of the institute — nothing
/// of its existence.
enum class Refusal { forbidden, not_found };

/// One row of a desk's table of routes.
struct Operation {
    std::string_view method, path, operation_id;
    Audience audience;
    Refusal refusal;
    std::function<http::Response(const http::Request&, const Actor&)> handle;
    std::size_t body_limit = std::size_t{1} << 20;
};

/// A member function as a handler; the object lives as long.
template <class H>
auto bind(std::shared_ptr<H> handlers, http::Response (H::*handle)(const http::Request&, const Actor&)) {
    return [handlers = std::move(handlers), handle](const http::Request& request, const Actor& actor) {
        return ((*handlers).*handle)(request, actor);
    };
}

bool may_try(const Actor& actor, const Audience& audience);

/// The operation ids that `actor` may try.
std::vector<std::string> permitted(std::span<const Operation> operations, const Actor& actor);

using Identify = std::function<Actor(const http::Request&)>;

/// Routes that find out who asks, refuse with 401, 403 or 404, and only then handle.
std::vector<http::Route> guard(std::span<const Operation> operations, const Identify& identify);

}  // namespace dure::auth
