// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "server/http/file_part.hpp"

namespace dure::http {

/// A request as handlers see it: nothing of Beast in it.
struct Request {
    std::string method;                                          ///< "GET", …; HEAD arrives as GET
    std::string path;                                            ///< percent-decoded, normalised
    std::map<std::string, std::string, std::less<>> parameters;  ///< of the route's {names}
    std::vector<std::pair<std::string, std::string>> query;      ///< decoded, in order
    std::vector<std::pair<std::string, std::string>> headers;    ///< names in lower case
    std::string body;
    std::string request_id;
    std::string client_address;  ///< behind a trusted proxy: the client's
    bool secure = false;         ///< arrived over HTTPS (or the trusted proxy says so)
    bool loopback = false;       ///< the client is on this machine

    std::string_view header(std::string_view lower_case_name) const;  ///< empty when missing
    std::optional<std::string_view> query_value(std::string_view name) const;
};

/// What an open event stream pulls from: called on the pool, about every `poll`; returns the events after
/// `last_id`.
struct Event {
    std::string id, type, data;
};
struct EventBatch {
    std::vector<Event> events;
    bool done = false;  ///< close after these
};
using EventSource = std::function<EventBatch(const std::string& last_id)>;

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    EventSource events;  ///< set: answered as text/event-stream
    /// Set: sent in place of the body, piece by piece, so that a large file is never in memory as a whole.
    std::optional<FilePart> file;
    /// Set: the Content-Security-Policy in place of the usual one, for content that is shown in a frame.
    std::string content_policy;

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

/// A refusal that becomes application/problem+json. `errors` name the bad fields.
struct Problem {
    int status = 500;
    std::string code;  ///< sentence under error.<code> in messages/
    Params params;
    Errors errors;
    std::vector<std::pair<std::string, std::string>> headers;  ///< e.g. Retry-After
};

/// Thrown by handlers' helpers, caught once in the server.
struct ProblemException {
    Problem problem;
};

using Handler = std::function<Response(const Request&)>;

struct Route {
    std::string_view method;
    std::string_view path;          ///< "/api/v1/energy/plans/{plan_id}"
    std::string_view operation_id;  ///< of api/openapi.yaml
    Handler handler;
    std::size_t body_limit = 1u << 20;
};

}  // namespace dure::http
