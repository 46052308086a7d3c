// SPDX-License-Identifier: Apache-2.0
#include "server/auth/identity.hpp"

#include <fmt/format.h>

#include "server/http/text.hpp"

namespace dure::auth {

std::string_view cookie_name(const http::Request& request) {
    return request.secure ? "__Host-dure_session" : "dure_session";
}

std::string session_cookie(const http::Request& request, const std::string& id, Instant life) {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie_name(request), id,
                       life / kSecond, request.secure ? "; Secure" : "");
}

std::string ended_cookie(const http::Request& request) {
    return session_cookie(request, "", 0);
}

std::optional<FoundSession> find_session(Sessions& sessions, const http::Request& request) {
    constexpr std::string_view bearer = "Bearer ";
    std::optional<FoundSession> found;
    const std::string_view authorization = request.header("authorization");
    if (authorization.starts_with(bearer))
        found = sessions.find_token(authorization.substr(bearer.size()));
    else if (const auto id = http::cookie(request.header("cookie"), cookie_name(request)))
        found = sessions.find(*id);
    if (found && found->example && !request.loopback) return std::nullopt;
    return found;
}

Identify identify_by(Sessions& sessions) {
    return [&sessions](const http::Request& request) {
        auto found = find_session(sessions, request);
        return found ? std::move(found->actor) : Actor{};
    };
}

Origin origin_of(const http::Request& request, const Actor& actor) {
    return {.address = request.client_address,
            .request_id = request.request_id,
            .agent = std::string(request.header("user-agent").substr(0, 200)),
            .loopback = request.loopback,
            .credential = actor.credential};
}

}  // namespace dure::auth
