// SPDX-License-Identifier: Apache-2.0
#include "server/http/problem.hpp"

#include <spdlog/spdlog.h>

#include "server/codec/codec.hpp"

namespace dure::http {

namespace {

struct ProblemJson {
    std::string type, title;
    int status = 0;
    std::string code;
    Params params;
    Errors errors;
    std::string request_id;
};
BOOST_DESCRIBE_STRUCT(ProblemJson, (), (type, title, status, code, params, errors, request_id))

}  // namespace

Problem problem_of(Fault fault, Params params) {
    const auto problem = [&](int status, std::string code) {
        return Problem{.status = status, .code = std::move(code), .params = std::move(params)};
    };
    switch (fault) {
        case Fault::bad_request:
            return problem(400, "http.bad_request");
        case Fault::bad_target:
            return problem(400, "http.bad_target");
        case Fault::bad_host:
            return problem(400, "http.bad_host");
        case Fault::bad_version:
            return problem(505, "http.bad_version");
        case Fault::bad_expectation:
            return problem(417, "http.bad_expectation");
        case Fault::wrong_host:
            return problem(421, "http.wrong_host");
        case Fault::cross_site:
            return problem(403, "http.cross_site");
        case Fault::not_found:
            return problem(404, "http.not_found");
        case Fault::method_not_allowed:
            return problem(405, "http.method_not_allowed");
        case Fault::unsupported_encoding:
            return problem(415, "http.unsupported_encoding");
        case Fault::header_too_large:
            return problem(431, "http.header_too_large");
        case Fault::body_too_large:
            return problem(413, "http.body_too_large");
        case Fault::timeout:
            return problem(408, "http.timeout");
        case Fault::overloaded: {
            Problem busy = problem(503, "http.overloaded");
            busy.headers.emplace_back("Retry-After", "1");
            return busy;
        }
        case Fault::internal:
            return problem(500, "http.internal");
    }
    return problem(500, "http.internal");
}

Problem problem_in_flight(const Hooks& hooks, const std::string& request_id) {
    try {
        throw;
    } catch (const ProblemException& refusal) {
        return refusal.problem;
    } catch (const std::exception& exception) {
        if (hooks.translate)
            if (auto problem = hooks.translate(exception)) return std::move(*problem);
        spdlog::error("request_failed id={} what=\"{}\"", request_id, exception.what());
    } catch (...) {
        spdlog::error("request_failed id={} what=\"unknown exception\"", request_id);
    }
    return problem_of(Fault::internal, {{"request_id", request_id}});
}

Response problem_response(const Problem& problem, const Hooks& hooks, std::string_view language,
                          const std::string& request_id) {
    ProblemJson json{
        .type = "urn:dure:problem:" + problem.code,
        .title = hooks.sentence ? hooks.sentence(language, problem.code, problem.params) : problem.code,
        .status = problem.status,
        .code = problem.code,
        .params = problem.params,
        .errors = problem.errors,
        .request_id = request_id};
    Response response{.status = problem.status,
                      .content_type = "application/problem+json",
                      .headers = problem.headers,
                      .body = codec::encode(json)};
    response.with("Content-Language", std::string(language));
    return response;
}

}  // namespace dure::http
