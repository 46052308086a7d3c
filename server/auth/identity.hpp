// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "server/auth/accounts.hpp"
#include "server/auth/guard.hpp"

namespace dure::auth {

/// `__Host-dure_session` over HTTPS, `dure_session` on a loopback address.
std::string_view cookie_name(const http::Request& request);
/// Set-Cookie for a new session, and for the end of one.
std::string session_cookie(const http::Request& request, const std::string& id, Instant life);
std::string ended_cookie(const http::Request& request);

/// The session of the request's cookie or bearer token; none when there is none that holds.
std::optional<FoundSession> find_session(Sessions& sessions, const http::Request& request);
/// Who asks: nobody without a session. Accounts of the example are somebody on a loopback address only.
Identify identify_by(Sessions& sessions);

Origin origin_of(const http::Request& request, const Actor& actor);

}  // namespace dure::auth
