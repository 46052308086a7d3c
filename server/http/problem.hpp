// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.hpp"
#include "server/http/server.hpp"

namespace dure::http {

/// What the server itself refuses, before or beside the handlers.
enum class Fault {
    bad_request,
    bad_target,
    bad_host,
    bad_version,
    bad_expectation,
    wrong_host,
    cross_site,
    not_found,
    method_not_allowed,
    unsupported_encoding,
    header_too_large,
    body_too_large,
    timeout,
    overloaded,
    internal,
};

/// Status, code and headers of a fault: the one place where they are joined.
Problem problem_of(Fault fault, Params params = {});

/// The problem that the exception in flight stands for; call it in a catch block.
Problem problem_in_flight(const Hooks& hooks, const std::string& request_id);

/// RFC 9457 JSON with the title in the language.
Response problem_response(const Problem& problem, const Hooks& hooks, std::string_view language,
                          const std::string& request_id);

}  // namespace dure::http
