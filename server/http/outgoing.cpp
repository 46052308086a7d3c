// SPDX-License-Identifier: Apache-2.0
#include "server/http/outgoing.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <boost/beast/http/status.hpp>
#include <ctime>

#include "server/http/gzip.hpp"
#include "server/http/pipeline.hpp"
#include "server/http/text.hpp"

namespace dure::http {

namespace {

constexpr std::string_view kSecurity =
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\nCross-Origin-Opener-Policy: "
    "same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";
// Mantine and ECharts set styles at run time; scripts come from our own files only.
constexpr std::string_view kPagePolicy =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' "
    "data: blob:; frame-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src "
    "'self'; base-uri "
    "'none'; "
    "form-action 'self'; frame-ancestors 'none'\r\nX-Frame-Options: DENY\r\n";
constexpr std::string_view kApiPolicy =
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\nX-Frame-Options: DENY\r\n";
constexpr std::string_view kTransportPolicy = "Strict-Transport-Security: max-age=31536000\r\n";

/// RFC 9110 date; formatted once a second and thread.
const std::string& date_header() {
    thread_local std::time_t second = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != second) {
        second = now;
        std::tm utc{};
        gmtime_r(&now, &utc);
        std::array<char, 64> buffer{};
        std::strftime(buffer.data(), buffer.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
        text = buffer.data();
    }
    return text;
}

void line(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    for (const char c : value)
        if (c != '\r' && c != '\n') out += c;  // a value never ends its line
    out += "\r\n";
}

std::string* find(Response& response, std::string_view name) {
    for (auto& [own, value] : response.headers)
        if (equal_ignoring_case(own, name)) return &value;
    return nullptr;
}

std::string status_line(int status) {
    const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
    return fmt::format("HTTP/1.1 {} {}\r\n", status, std::string_view(reason.data(), reason.size()));
}

bool has_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

void common_headers(std::string& head, const Context& context, bool close) {
    head += date_header();
    line(head, "X-Request-Id", context.request_id);
    head += kSecurity;
    if (context.secure) head += kTransportPolicy;
    if (close)
        head += "Connection: close\r\n";
    else if (context.http10)
        head += "Connection: keep-alive\r\n";
}

bool tag_matches(const Context& context, std::string_view etag) {
    if (context.if_none_match.empty()) return false;
    Request request;
    request.headers.emplace_back("if-none-match", context.if_none_match);
    return is_fresh(request, etag);
}

bool is_version(std::string_view etag) {
    return etag.size() > 2 && etag.find_first_not_of("0123456789", 1) == etag.size() - 1;
}

/// A version alone does not tell what was answered: for whom, what they may do, votes and approvals that hang
/// on the record. So the answer's own digest (FNV-1a) stands behind it; If-Match looks at the version only.
std::string tag_of_answer(std::string_view version, std::string_view body) {
    std::uint64_t digest = 0xcbf29ce484222325;
    for (const char c : body) digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return fmt::format("{}.{:016x}\"", version.substr(0, version.size() - 1), digest);
}

}  // namespace

Outgoing to_wire(Response response, const Context& context, std::size_t compress_from) {
    Outgoing out;
    out.close = !context.keep_alive;
    std::string* etag = find(response, "ETag");
    if (response.status == 200 && etag && is_version(*etag)) *etag = tag_of_answer(*etag, response.body);
    if (response.status == 200 && etag && !response.events && tag_matches(context, *etag))
        response.status = 304;
    out.status = response.status;
    out.head.reserve(768);
    out.head = status_line(response.status);
    common_headers(out.head, context, out.close);
    if (response.content_policy.empty())
        out.head += kApiPolicy;
    else  // what is shown in a frame of the page's own
        line(out.head, "Content-Security-Policy", response.content_policy);
    if (!find(response, "Cache-Control"))
        line(out.head, "Cache-Control", etag ? "private, no-cache" : "no-store");
    for (const auto& [name, value] : response.headers) line(out.head, name, value);
    if (response.events) {
        line(out.head, "Content-Type", "text/event-stream");
        line(out.head, "X-Accel-Buffering", "no");  // nginx would hold events back
        out.chunked = !context.http10;
        if (out.chunked) line(out.head, "Transfer-Encoding", "chunked");
        if (!out.close) line(out.head, "Connection", "close");
        out.close = true;
        if (!context.head) out.events = std::move(response.events);
    } else if (has_body(response.status)) {
        if (!response.content_type.empty()) line(out.head, "Content-Type", response.content_type);
        const bool compressible =
            !response.file && response.body.size() >= compress_from && is_compressible(response.content_type);
        if (compressible) line(out.head, "Vary", "Accept-Encoding");
        if (compressible && context.takes_gzip) {
            constexpr int kFast = 1;
            response.body = gzip(response.body, kFast);
            line(out.head, "Content-Encoding", "gzip");
        }
        out.length = response.body.size() + (response.file ? response.file->left() : 0);
        line(out.head, "Content-Length", std::to_string(out.length));
        if (!context.head) {
            out.body = std::make_shared<const std::string>(std::move(response.body));
            out.file = std::move(response.file);
        }
    }
    out.head += "\r\n";
    return out;
}

Outgoing to_wire(const StaticFiles::File& file, const Context& context) {
    Outgoing out;
    out.close = !context.keep_alive;
    out.status = tag_matches(context, file.etag) ? 304 : 200;
    out.head = status_line(out.status);
    common_headers(out.head, context, out.close);
    out.head += kPagePolicy;
    line(out.head, "Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    line(out.head, "ETag", file.etag);
    if (file.compressed) line(out.head, "Vary", "Accept-Encoding");
    if (out.status == 200) {
        const bool compressed = file.compressed && context.takes_gzip;
        const auto& body = compressed ? file.compressed : file.body;
        line(out.head, "Content-Type", file.content_type);
        if (compressed) line(out.head, "Content-Encoding", "gzip");
        out.length = body->size();
        line(out.head, "Content-Length", std::to_string(out.length));
        if (!context.head) out.body = body;
    }
    out.head += "\r\n";
    return out;
}

}  // namespace dure::http
